import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Redis } from 'ioredis';
import { Config } from '../config/config.ts';

/**
 * The kernel's Redis. A command never waits for a lost server: there is no offline queue, and each ends within 500 ms, so that callers
 * can fall back (reads) or answer 503 (sign-in).
 */
@Injectable()
export class RedisConnection implements OnModuleInit, OnApplicationShutdown {
  readonly #logger = new Logger('Redis');
  readonly client: Redis;
  readonly prefix: string;
  #all: Redis[] = [];

  constructor(private readonly config: Config) {
    this.prefix = config.redis.prefix;
    this.client = this.open({ lazyConnect: true });
  }

  /** Connects no sooner: when another provider cannot be made, nobody would be there to close the connection. */
  onModuleInit(): void {
    void this.client.connect().catch(() => null);
  }

  /** Opens a further connection with the same settings, for subscriptions. It is closed with the application. */
  open(overrides: { autoResubscribe?: boolean; lazyConnect?: boolean } = {}): Redis {
    const { host, port, password, db } = this.config.redis;
    const client = new Redis({
      host,
      port,
      ...(password && { password }),
      db,
      commandTimeout: 500,
      connectTimeout: 1_000,
      maxRetriesPerRequest: 0,
      enableOfflineQueue: false,
      // Commands of one turn of the event loop travel in one write: the write is most of what a command costs.
      enableAutoPipelining: true,
      retryStrategy: (times) => Math.min(50 * times, 500),
      ...overrides,
    });
    let down = false;
    client.on('error', (error: Error) => {
      if (!down) this.#logger.error(`lost: ${error.message}; reads go on from PostgreSQL, sign-in answers 503`);
      down = true;
    });
    client.on('ready', () => {
      if (down) this.#logger.log('back');
      down = false;
    });
    this.#all.push(client);
    return client;
  }

  /** Resolves when the server answers; rejects after `ms` milliseconds. */
  async ready(ms = 5_000): Promise<void> {
    const end = Date.now() + ms;
    while (this.client.status !== 'ready') {
      if (Date.now() > end) throw new Error(`Redis at ${this.config.redis.host}:${this.config.redis.port} does not answer. Check REDIS_HOST, REDIS_PORT and REDIS_PASSWORD.`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  onApplicationShutdown(): void {
    for (const client of this.#all) client.disconnect();
  }
}
