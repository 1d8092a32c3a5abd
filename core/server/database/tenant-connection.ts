import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '../config/config.ts';
import { createTenantPrisma, type TenantPrisma } from './database.ts';
import { TenantPool } from './tenant-pool.ts';

/** Holds the pool that is bound per tenant and the Prisma client over it. */
@Injectable()
export class TenantConnection implements OnApplicationShutdown {
  readonly pool: TenantPool;
  readonly prisma: TenantPrisma;
  /** Set by the cache: told of writes that ran outside a unit of work. */
  onTouched: (models: Iterable<string>) => void = () => {};

  constructor(config: Config) {
    this.pool = new TenantPool({
      connectionString: config.databaseAppUrl,
      max: config.databasePool,
      connectionTimeoutMillis: 5_000,
      statement_timeout: 30_000,
      // For a server that froze and cannot end the statement itself.
      query_timeout: 35_000,
      application_name: 'loctelli',
    });
    this.pool.on('error', () => {});
    this.prisma = createTenantPrisma(this.pool as never, (models) => this.onTouched(models));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.prisma.$disconnect();
    await this.pool.end();
  }
}
