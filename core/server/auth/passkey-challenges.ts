import { Injectable, Logger } from '@nestjs/common';
import { RedisConnection } from '../cache/redis.ts';
import { demandRedis } from './redis-answer.ts';

const lifeMs = 5 * 60 * 1000;

/** What an authenticator has to sign: each challenge is good once, for five minutes, on one tenant, for what it was made. */
@Injectable()
export class PasskeyChallenges {
  readonly #logger = new Logger(PasskeyChallenges.name);

  constructor(private readonly redis: RedisConnection) {}

  /** @param purpose `sign-in`, or `create:<session>` */
  async keep(tenantId: number, purpose: string, challenge: string): Promise<void> {
    await demandRedis(this.#logger, () => this.redis.client.set(this.#key(tenantId, challenge), purpose, 'PX', lifeMs));
  }

  /**
   * Takes the challenge out of what the browser signed and uses it up.
   * @returns null when it was not made here for this, or was used before
   */
  async take(tenantId: number, purpose: string, clientDataJSON: string): Promise<string | null> {
    const challenge = challengeIn(clientDataJSON);
    if (!challenge) return null;
    const kept = await demandRedis(this.#logger, () => this.redis.client.getdel(this.#key(tenantId, challenge)));
    return kept === purpose ? challenge : null;
  }

  #key = (tenantId: number, challenge: string) => `${this.redis.prefix}passkey:${tenantId}:${challenge}`;
}

function challengeIn(clientDataJSON: string): string | null {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8')) as { challenge?: unknown };
    return typeof challenge === 'string' && /^[\w-]{16,200}$/.test(challenge) ? challenge : null;
  } catch {
    return null;
  }
}
