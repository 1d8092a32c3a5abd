import { Injectable } from '@nestjs/common';
import { RedisConnection } from '../cache/redis.ts';
import { PlatformConnection } from '../database/platform-connection.ts';

export type PartState = 'up' | 'down';

/** Whether this process can serve. Without PostgreSQL it cannot; without Redis it still reads. */
@Injectable()
export class Readiness {
  /** Set when shutdown begins: load balancers take this process out while it finishes. */
  draining = false;

  constructor(
    private readonly platform: PlatformConnection,
    private readonly redis: RedisConnection,
  ) {}

  async check(): Promise<{ ready: boolean; postgres: PartState; redis: PartState }> {
    const [postgres, redis] = await Promise.all([
      answers(() => this.platform.pool.query('select 1')),
      answers(() => this.redis.client.ping()),
    ]);
    return { ready: postgres && !this.draining, postgres: postgres ? 'up' : 'down', redis: redis ? 'up' : 'down' };
  }
}

async function answers(ask: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Error('late')), 2_000)));
  try {
    await Promise.race([ask(), late]);
    return true;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
