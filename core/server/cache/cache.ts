import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { TenantConnection } from '../database/tenant-connection.ts';
import { currentTenantId } from '../tenancy/context.ts';
import { RedisConnection } from './redis.ts';

/** Upper bound on how long an answer may outlive a write whose announcement was lost in a crash. */
const lifeSeconds = 60;

/**
 * Keeps answers per tenant in Redis. A kept answer belongs to the versions of the models it was made from: each committed write
 * moves the version on, and what was kept under the old one is never read again. Without Redis, everything is loaded afresh.
 */
@Injectable()
export class Cache {
  readonly #loading = new Map<string, Promise<unknown>>();
  /** Whole answers this process has seen, under the versions they belong to: a version that Redis confirms makes them good. */
  readonly #near = new LRUCache<string, string>({ maxSize: 32 * 1024 * 1024, sizeCalculation: (text, key) => text.length + key.length });

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
    // What an open transaction has changed is not yet true for anybody else.
    const touched = this.uow.current?.touched;
    if (touched && models.some((model) => touched.has(model))) return load();
    const sorted = [...models].sort();
    const base = `${this.redis.prefix}c:${tenantId}:${shortKey([sorted, key])}:`;
    const found = await this.#read(tenantId, sorted, base);
    if (found.value !== undefined) return found.value as T;
    const flight = `${base}${found.stamp ?? ''}`;
    // A load inside a transaction fails with it, so nobody else waits for one.
    if (touched) return this.#load(tenantId, found.stamp === null ? null : flight, load);
    const running = this.#loading.get(flight) as Promise<T> | undefined;
    if (running) return running;
    const loading = this.#load(tenantId, found.stamp === null ? null : flight, load).finally(() => this.#loading.delete(flight));
    this.#loading.set(flight, loading);
    return loading;
  }

  /** Moves the versions of models on, for writes that Prisma's client cannot see (raw SQL): with the commit of an open unit of work, at once otherwise. */
  async touch(models: Iterable<string>, tenantId = currentTenantId()): Promise<void> {
    if (tenantId === undefined) return;
    const work = this.uow.current;
    if (work) {
      for (const model of models) work.touched.add(model);
      return;
    }
    const pipeline = this.redis.client.pipeline();
    for (const model of models) pipeline.incr(this.#versionKey(tenantId, model));
    await pipeline.exec().catch(() => null);
  }

  async #read(tenantId: number, models: string[], base: string): Promise<{ stamp: string | null; value?: unknown }> {
    try {
      const versions = await this.redis.client.mget(models.map((model) => this.#versionKey(tenantId, model)));
      const stamp = versions.map((version) => version ?? '0').join('.');
      const near = this.#near.get(base + stamp);
      if (near !== undefined) return { stamp, value: near };
      const kept = await this.redis.client.get(base + stamp);
      const value = kept === null ? undefined : unwrap(kept, tenantId);
      if (typeof value === 'string') this.#near.set(base + stamp, value);
      return { stamp, value };
    } catch {
      return { stamp: null };
    }
  }

  async #load<T>(tenantId: number, keepAs: string | null, load: () => Promise<T>): Promise<T> {
    const value = await load();
    if (keepAs !== null && value !== undefined) {
      if (typeof value === 'string') this.#near.set(keepAs, value);
      await this.redis.client.set(keepAs, wrap(value, tenantId), 'EX', lifeSeconds).catch(() => null);
    }
    return value;
  }

  #versionKey = (tenantId: number, model: string) => `${this.redis.prefix}v:${tenantId}:${model}`;
}

/** A kept value carries its tenant. Text, which may be a whole answer, is kept as it is; anything else as JSON. */
function wrap(value: unknown, tenantId: number): string {
  return typeof value === 'string' ? `${tenantId} text ${value}` : `${tenantId} json ${JSON.stringify(value)}`;
}

/** What was kept, or undefined when it is another tenant's: that is no answer. */
function unwrap(kept: string, tenantId: number): unknown {
  const mark = `${tenantId} `;
  if (!kept.startsWith(mark)) return undefined;
  const content = kept.slice(mark.length + 5);
  return kept.startsWith('text ', mark.length) ? content : JSON.parse(content);
}

/** A JSON value as a key: itself while it is short, its digest otherwise. A digest has no brackets, so the two cannot be confused. */
function shortKey(value: unknown): string {
  const text = canonicalJson(value);
  return text.length <= 300 ? text : hashOf(text);
}

/** Digest of a JSON value that does not depend on the order of properties. */
export function digest(value: unknown): string {
  return hashOf(canonicalJson(value));
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 32);

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
