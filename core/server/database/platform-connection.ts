import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { PrismaClient } from '../../../prisma/build/client/client.ts';
import { Config } from '../config/config.ts';
import { adapterOver } from './database.ts';
import { SteadyClient } from './steady-client.ts';

/** Holds the connection of the platform role, which sees every tenant. Kernel only. */
@Injectable()
export class PlatformConnection implements OnApplicationShutdown {
  readonly pool: pg.Pool;
  readonly prisma: PrismaClient;

  constructor(config: Config) {
    this.pool = new pg.Pool({
      connectionString: config.databasePlatformUrl,
      max: Math.max(2, Math.ceil(config.databasePool / 3)),
      connectionTimeoutMillis: 5_000,
      statement_timeout: 30_000,
      // For a server that froze and cannot end the statement itself.
      query_timeout: 35_000,
      application_name: 'loctelli platform',
      Client: SteadyClient,
    } as pg.PoolConfig);
    this.pool.on('error', () => {});
    this.prisma = new PrismaClient({ adapter: adapterOver(this.pool) });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.prisma.$disconnect();
    await this.pool.end();
  }
}
