import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { kernelErrors } from '@loctelli/core';
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { RedisConnection } from '../cache/redis.ts';
import { Config } from '../config/config.ts';
import { Problem, problem } from '../http/problem.ts';

const day = 24 * 60 * 60;
const knownSeconds = 90 * day;
/** Failures that cost nothing: on one account from one place, on all accounts from one address, on one account from everywhere. */
const free = { pair: 5, address: 50, account: 100 };

/** Where a sign-in comes from. */
export interface Place {
  ip: string;
  /** Cookie this browser was given when it signed in before, unverified. */
  deviceToken: string | undefined;
}

/** A sign-in that was let through; it counts as failed until it says otherwise. */
export interface Attempt {
  /** Takes the failure back and remembers the place. Gives the token that the browser keeps. */
  succeeded(): Promise<string>;
  /** Takes the failure back: it was ours, not the caller's. */
  withdraw(): Promise<void>;
}

/**
 * Limits on guessing passwords that an attacker cannot turn against the account's owner (OWASP, Device Cookies):
 * - one account from one place: after 5 failures in a row a pause of 1, 2, 4 … 900 seconds between tries;
 * - one address on many accounts: after 50 failures a day a pause of up to a minute;
 * - one account from everywhere: after 100 failures a day the answer is slow, by up to 5 seconds, but never refused.
 * A browser or address the owner has signed in from before is counted apart and is not held up by what others do. Whether the account
 * exists changes nothing. Without Redis nobody signs in: core.unavailable.
 */
@Injectable()
export class Attempts {
  readonly #logger = new Logger(Attempts.name);
  readonly #failures: RateLimiterRedis;
  readonly #pauses: RateLimiterRedis;

  constructor(
    private readonly redis: RedisConnection,
    private readonly config: Config,
  ) {
    const shared = { storeClient: redis.client, useRedisPackage: false, rejectIfRedisNotReady: true };
    this.#failures = new RateLimiterRedis({ ...shared, keyPrefix: `${redis.prefix}tries`, points: 1_000_000_000, duration: day });
    // One try per pause; each takes the pause that its number of failures calls for.
    this.#pauses = new RateLimiterRedis({ ...shared, keyPrefix: `${redis.prefix}pause`, points: 1, duration: 1 });
  }

  /**
   * Counts a try before the password is looked at, so that a thousand at once are no way round.
   * @throws core.too-many-attempts with the seconds to wait
   */
  async begin(tenantId: number, email: string, place: Place): Promise<Attempt> {
    return this.#demand(async () => {
      const account = digest(`${tenantId}:${email}`);
      const device = this.#deviceOf(account, place.deviceToken);
      const known = device !== null || (await this.redis.client.exists(this.#knownKey(account, place.ip))) === 1;
      const pair = this.#pairOf(account, place);
      const counted = [pair];
      await this.#count(pair, (failures) => 2 ** Math.min(failures - free.pair - 1, 10), free.pair, 900);
      if (!known) {
        const address = `address:${tenantId}:${digest(place.ip)}`;
        await this.#count(address, (failures) => failures - free.address, free.address, 60).catch(async (error: unknown) => {
          await this.#failures.reward(pair);
          throw error;
        });
        const { consumedPoints } = await this.#failures.consume(`account:${account}`);
        counted.push(address, `account:${account}`);
        if (consumedPoints > free.account) await sleep(Math.min(5_000, (consumedPoints - free.account) * 100));
      }
      return this.#attempt(account, pair, counted, place.ip);
    });
  }

  #attempt(account: string, pair: string, counted: string[], ip: string): Attempt {
    const withdraw = async () => {
      await this.#demand(() => Promise.all(counted.map((key) => this.#failures.reward(key))));
    };
    return {
      withdraw,
      succeeded: async () => {
        await withdraw();
        return this.#remember(account, pair, ip);
      },
    };
  }

  /** Remembers the place of a sign-in that was proved otherwise than by a password. Gives the token that the browser keeps. */
  welcome(tenantId: number, email: string, place: Place): Promise<string> {
    const account = digest(`${tenantId}:${email}`);
    return this.#remember(account, this.#pairOf(account, place), place.ip);
  }

  async #remember(account: string, pair: string, ip: string): Promise<string> {
    await this.#demand(() =>
      Promise.all([
        this.#failures.delete(pair),
        this.#pauses.delete(pair),
        this.redis.client.set(this.#knownKey(account, ip), '1', 'EX', knownSeconds),
      ]),
    );
    return this.#deviceToken(account, randomBytes(12).toString('base64url'));
  }

  #pairOf(account: string, { ip, deviceToken }: Place): string {
    return `pair:${account}:${this.#deviceOf(account, deviceToken) ?? digest(ip)}`;
  }

  /** Counts one failure; beyond the free ones, only one try passes per pause. A try that is turned away is not counted. */
  async #count(key: string, pauseSeconds: (failures: number) => number, allowed: number, longest: number): Promise<void> {
    const { consumedPoints } = await this.#failures.consume(key);
    if (consumedPoints <= allowed) return;
    try {
      await this.#pauses.consume(key, 1, { customDuration: Math.min(longest, pauseSeconds(consumedPoints)) });
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      await this.#failures.reward(key);
      throw problem(kernelErrors.tooManyAttempts, { seconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) });
    }
  }

  /** `<nonce>.<proof>`: proves to us, and tells nobody else, that the account's owner has signed in on this browser. */
  #deviceToken(account: string, nonce: string): string {
    return `${nonce}.${createHmac('sha256', this.config.jwtSecret).update(`device:${account}:${nonce}`).digest('base64url')}`;
  }

  #deviceOf(account: string, token: string | undefined): string | null {
    const nonce = token?.split('.')[0];
    if (!token || !nonce) return null;
    const expected = Buffer.from(this.#deviceToken(account, nonce));
    const given = Buffer.from(token);
    return expected.length === given.length && timingSafeEqual(expected, given) ? nonce : null;
  }

  async #demand<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Problem) throw error;
      this.#logger.warn(`Redis: ${(error as Error).message}`);
      throw problem(kernelErrors.unavailable);
    }
  }

  #knownKey = (account: string, ip: string) => `${this.redis.prefix}known:${account}:${digest(ip)}`;
}

const digest = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22);
