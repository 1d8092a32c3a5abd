import { createHash, randomBytes } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { kernelErrors } from '@loctelli/core';
import { RedisConnection } from '../cache/redis.ts';
import { problem } from '../http/problem.ts';
import { demandRedis } from './redis-answer.ts';

const lifeMs = 5 * 60 * 1000;
const tries = 5;

/** KEYS: ticket. ARGV: most tries. Counts one try; answers the user and the moment of issue, or nothing; too many tear the ticket up. */
const tryTicket = `
local t = redis.call('HMGET', KEYS[1], 'userId', 'issuedAt')
if not t[1] then return false end
if redis.call('HINCRBY', KEYS[1], 'tries', 1) > tonumber(ARGV[1]) then
  redis.call('DEL', KEYS[1])
  return false
end
return t`;

/**
 * A sign-in whose password was right and whose second factor is still to come: five minutes, five tries, one use, of one tenant. Only the
 * digest of a ticket is kept.
 */
@Injectable()
export class FactorTickets {
  readonly #logger = new Logger(FactorTickets.name);

  constructor(private readonly redis: RedisConnection) {}

  async issue(tenantId: number, userId: number): Promise<string> {
    const ticket = randomBytes(24).toString('base64url');
    const key = this.#key(tenantId, ticket);
    await demandRedis(this.#logger, async () => {
      const answers = await this.redis.client.multi().hset(key, { userId, issuedAt: Date.now(), tries: 0 }).pexpire(key, lifeMs).exec();
      for (const [error] of answers ?? []) if (error) throw error;
    });
    return ticket;
  }

  /** Counts a try. Throws core.sign-in-expired for a ticket that is unknown, over, of another tenant or tried too often. */
  async try(tenantId: number, ticket: string): Promise<{ userId: number; issuedAt: number }> {
    const found = (await demandRedis(this.#logger, () => this.redis.client.eval(tryTicket, 1, this.#key(tenantId, ticket), tries))) as
      [string, string] | null;
    if (!found) throw problem(kernelErrors.signInExpired);
    return { userId: Number(found[0]), issuedAt: Number(found[1]) };
  }

  /** Uses the ticket up. Of two that finish at once, one succeeds; the other throws core.sign-in-expired. */
  async spend(tenantId: number, ticket: string): Promise<void> {
    const spent = await demandRedis(this.#logger, () => this.redis.client.del(this.#key(tenantId, ticket)));
    if (spent !== 1) throw problem(kernelErrors.signInExpired);
  }

  #key = (tenantId: number, ticket: string) =>
    `${this.redis.prefix}factor:${tenantId}:${createHash('sha256').update(ticket).digest('base64url')}`;
}
