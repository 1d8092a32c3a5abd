import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { TenantConnection } from '../database/tenant-connection.ts';
import { currentTenantId } from '../tenancy/context.ts';
import { RedisConnection } from './redis.ts';

/** Upper bound on how long an answer may outlive a write whose announcement was lost in a crash. */
const lifeSeconds = 60;

/** Reads the versions of the models and the value kept for exactly those versions, in one step. */
const read = `
local versions = redis.call('MGET', unpack(KEYS))
for i, v in ipairs(versions) do versions[i] = v or '0' end
local stamp = table.concat(versions, '.')
return { stamp, redis.call('GET', ARGV[1] .. stamp) }`;

/**
 * Keeps answers per tenant in Redis. A kept answer belongs to the versions of the models it was made from: each committed write
 * moves the version on, and what was kept under the old one is never read again. Without Redis, everything is loaded afresh.
 */
@Injectable()
export class Cache {
  readonly #loading = new Map<string, Promise<unknown>>();

  constructor(
    private readonly redis: RedisConnection,
    private readonly uow: UnitOfWork,
    connection: TenantConnection,
  ) {
    connection.onTouched = (models) => void this.touch(models);
    uow.afterEveryCommit((work) => (work.touched.size ? this.touch(work.touched) : undefined));
  }

  /**
   * Answers from the cache, or loads, keeps and answers. Callers that ask for the same thing at once share one load.
   * @param models the Prisma models the value is made from; it is forgotten when one of them changes
   * @param key anything JSON can write; equal values, equal key, whatever their property order. An answer that depends on who asks
   *   names that in the key: put `access.where(…)` into it
   * @param load makes the value; must be JSON
   */
  async remember<T>(models: string[], key: unknown, load: () => Promise<T>): Promise<T> {
    const tenantId = currentTenantId();
    if (tenantId === undefined) throw new Error('No tenant in this context, so nothing to remember.');
    // What an open transaction sees is not yet true for anybody else.
    if (this.uow.current) return load();
    const sorted = [...models].sort();
    const base = `${this.redis.prefix}c:${tenantId}:${digest([sorted, key])}:`;
    const found = await this.#read(tenantId, sorted, base);
    if (found.value !== undefined) return found.value as T;
    const flight = `${base}${found.stamp ?? ''}`;
    const running = this.#loading.get(flight) as Promise<T> | undefined;
    if (running) return running;
    const loading = this.#load(tenantId, found.stamp === null ? null : flight, load).finally(() => this.#loading.delete(flight));
    this.#loading.set(flight, loading);
    return loading;
  }

  /** Moves the versions of models on, for writes that Prisma's client cannot see (raw SQL). */
  async touch(models: Iterable<string>, tenantId = currentTenantId()): Promise<void> {
    if (tenantId === undefined) return;
    const pipeline = this.redis.client.pipeline();
    for (const model of models) pipeline.incr(this.#versionKey(tenantId, model));
    await pipeline.exec().catch(() => null);
  }

  async #read(tenantId: number, models: string[], base: string): Promise<{ stamp: string | null; value?: unknown }> {
    try {
      const keys = models.map((model) => this.#versionKey(tenantId, model));
      const [stamp, kept] = (await this.redis.client.eval(read, keys.length, ...keys, base)) as [string, string | null];
      if (kept === null) return { stamp };
      const { tenant, value } = JSON.parse(kept) as { tenant: number; value: unknown };
      // A value carries its tenant. One that turned up under another's key is not an answer.
      return tenant === tenantId ? { stamp, value } : { stamp };
    } catch {
      return { stamp: null };
    }
  }

  async #load<T>(tenantId: number, keepAs: string | null, load: () => Promise<T>): Promise<T> {
    const value = await load();
    if (keepAs !== null && value !== undefined) {
      await this.redis.client.set(keepAs, JSON.stringify({ tenant: tenantId, value }), 'EX', lifeSeconds).catch(() => null);
    }
    return value;
  }

  #versionKey = (tenantId: number, model: string) => `${this.redis.prefix}v:${tenantId}:${model}`;
}

/** Digest of a JSON value that does not depend on the order of properties. */
export function digest(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('base64url').slice(0, 32);
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
