import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Locale } from '@loctelli/core';
import { RedisConnection } from '../cache/redis.ts';
import { Config } from '../config/config.ts';
import { PlatformDatabase } from '../database/database.ts';
import type { TenantContext } from './context.ts';

const inProcessMs = 800;
const inRedisSeconds = 60;

/**
 * Finds tenants by host or id: in this process for 0.8 s, then in Redis, then in PostgreSQL. Changes call `forget`, which clears Redis;
 * the short life in each process carries the change everywhere within a second without any message that could be lost.
 */
@Injectable()
export class TenantDirectory {
  readonly #near = new LRUCache<string, { tenant: TenantContext | null }>({ max: 20_000, ttl: inProcessMs });
  readonly #loading = new Map<string, Promise<TenantContext | null>>();

  constructor(
    private readonly platform: PlatformDatabase,
    private readonly redis: RedisConnection,
    private readonly config: Config,
  ) {}

  /** What this process knows of a host without asking anybody; undefined when it has to ask. */
  nearByHost(host: string): TenantContext | null | undefined {
    return this.#near.get(`host:${host}`)?.tenant;
  }

  /** @param host canonical, see `canonicalHost` */
  byHost(host: string): Promise<TenantContext | null> {
    return this.#find(`host:${host}`, () => this.#loadByHost(host));
  }

  byId(id: number): Promise<TenantContext | null> {
    return this.#find(`id:${id}`, async () => this.#context(await this.platform.tenant.findFirst({ where: { id } })));
  }

  /** Drops what is known of a tenant. Call it after the commit that changed the tenant or its domains. */
  async forget(tenant: { id: number; slug: string }, hosts: string[] = []): Promise<void> {
    const keys = [`id:${tenant.id}`, `host:${tenant.slug}.${this.config.baseDomain}`, ...hosts.map((host) => `host:${host}`)];
    for (const key of keys) this.#near.delete(key);
    await this.redis.client.del(keys.map((key) => this.#redisKey(key)));
  }

  async #find(key: string, load: () => Promise<TenantContext | null>): Promise<TenantContext | null> {
    const near = this.#near.get(key);
    if (near) return near.tenant;
    const running = this.#loading.get(key) ?? this.#throughRedis(key, load).finally(() => this.#loading.delete(key));
    this.#loading.set(key, running);
    const tenant = await running;
    this.#near.set(key, { tenant });
    return tenant;
  }

  async #throughRedis(key: string, load: () => Promise<TenantContext | null>): Promise<TenantContext | null> {
    const kept = await this.redis.client.get(this.#redisKey(key)).catch(() => null);
    if (kept) return JSON.parse(kept) as TenantContext | null;
    const tenant = await load();
    await this.redis.client.set(this.#redisKey(key), JSON.stringify(tenant), 'EX', tenant ? inRedisSeconds : 5).catch(() => null);
    return tenant;
  }

  async #loadByHost(host: string): Promise<TenantContext | null> {
    const suffix = `.${this.config.baseDomain}`;
    const slug = host.endsWith(suffix) ? host.slice(0, -suffix.length) : null;
    if (slug && !slug.includes('.')) {
      const bySlug = this.#context(await this.platform.tenant.findFirst({ where: { slug } }));
      if (bySlug) return bySlug;
    }
    const domain = await this.platform.domain.findFirst({ where: { host, verifiedAt: { not: null } }, include: { serves: true } });
    return this.#context(domain?.serves ?? null);
  }

  #context(row: Awaited<ReturnType<PlatformDatabase['tenant']['findFirst']>>): TenantContext | null {
    if (!row) return null;
    const { id, slug, name, kind, status, zone, country, registration } = row;
    return { id, slug, name, kind, status, locale: row.locale as Locale, zone, country, registration };
  }

  #redisKey = (key: string) => `${this.redis.prefix}tenant:${key}`;
}
