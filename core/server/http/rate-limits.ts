import { Injectable } from '@nestjs/common';
import { kernelErrors } from '@loctelli/core';
import type { FastifyReply } from 'fastify';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { RedisConnection } from '../cache/redis.ts';
import { Config } from '../config/config.ts';
import { problem } from './problem.ts';
import { trusted } from './proxies.ts';

interface Lease {
  left: number;
  windowLeft: number;
  until: number;
}

interface Taken {
  left: number;
  resetSeconds: number;
}

/**
 * Requests per minute, for each tenant and each user. The count is shared through Redis; a process takes it in small leases, so that not every
 * request waits for a round trip, and several processes together still never exceed it. Without Redis each process counts for itself.
 */
@Injectable()
export class RateLimits {
  readonly #limiters: Record<'tenant' | 'user' | 'address', { limiter: RateLimiterAbstract; points: number; lease: number }>;
  readonly #leases = new Map<string, Lease>();
  readonly #isProxy: (address: string) => boolean;

  constructor(redis: RedisConnection, config: Config) {
    const limiter = (name: 'tenant' | 'user' | 'address', points: number) => ({
      limiter: new RateLimiterRedis({
        storeClient: redis.client,
        useRedisPackage: false,
        keyPrefix: `${redis.prefix}rate:${name}`,
        points,
        duration: 60,
        insuranceLimiter: new RateLimiterMemory({ points, duration: 60 }),
      }),
      points,
      lease: Math.max(1, Math.floor(points / 200)),
    });
    this.#limiters = { tenant: limiter('tenant', config.rateLimitTenant), user: limiter('user', config.rateLimitUser), address: limiter('address', config.rateLimitUser) };
    this.#isProxy = trusted(config.trustedProxies);
  }

  /** Counts a request of a tenant and writes the RateLimit headers (draft-ietf-httpapi-ratelimit-headers). Throws core.too-many-requests. */
  async take(tenantId: number, reply: FastifyReply): Promise<void> {
    const taken = this.#fromLease(`tenant:${tenantId}`) ?? (await this.#lease('tenant', `${tenantId}`));
    const { points } = this.#limiters.tenant;
    void reply.header('ratelimit', `"tenant";r=${taken.left};t=${taken.resetSeconds}`).header('ratelimit-policy', `"tenant";q=${points};w=60`);
  }

  /** Counts a request of a user. Throws core.too-many-requests. */
  async takeForUser(tenantId: number, userId: number): Promise<void> {
    const key = `${tenantId}:${userId}`;
    if (!this.#fromLease(`user:${key}`)) await this.#lease('user', key);
  }

  /**
   * Counts a request of nobody in particular by its address, ahead of the tenant's limit, which a stranger could otherwise use up. Our own web
   * server asks in its own name too, so a proxy's address is not counted.
   */
  async takeForAddress(address: string): Promise<void> {
    if (this.#isProxy(address)) return;
    if (!this.#fromLease(`address:${address}`)) await this.#lease('address', address);
  }

  #fromLease(name: string): Taken | undefined {
    const held = this.#leases.get(name);
    const now = Date.now();
    if (!held || held.left <= 0 || held.until <= now) return undefined;
    held.left -= 1;
    return { left: held.windowLeft + held.left, resetSeconds: Math.ceil((held.until - now) / 1000) };
  }

  async #lease(kind: 'tenant' | 'user' | 'address', key: string): Promise<Taken> {
    const { limiter, lease } = this.#limiters[kind];
    const now = Date.now();
    try {
      const result = await limiter.consume(key, lease);
      // Of several who asked for one at once, each adds its own: what is overwritten would be counted and used by nobody.
      const held = this.#leases.get(`${kind}:${key}`);
      const still = held && held.until > now ? held.left : 0;
      const fresh = { left: still + lease - 1, windowLeft: result.remainingPoints, until: now + result.msBeforeNext };
      this.#remember(`${kind}:${key}`, fresh);
      return { left: fresh.windowLeft + fresh.left, resetSeconds: Math.ceil(result.msBeforeNext / 1000) };
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw problem(kernelErrors.tooManyRequests, { seconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) });
    }
  }

  #remember(name: string, lease: Lease): void {
    // Leases of tenants that fell silent: dropped as a whole, at worst a few requests are counted early.
    if (this.#leases.size > 50_000) this.#leases.clear();
    this.#leases.set(name, lease);
  }
}
