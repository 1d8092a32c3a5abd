import pg from 'pg';
import { currentTenantId } from '../tenancy/context.ts';
import { TenantClient } from './tenant-client.ts';

/**
 * The pool that requests, jobs and plugins query through. A connection belongs, from check-out to release, to the tenant that was
 * in the air when it was asked for. The tenant is read before the wait for a free connection: pg-pool hands connections on in
 * the context of whoever releases one, which is another request.
 */
export class TenantPool extends pg.Pool {
  constructor(config: pg.PoolConfig) {
    super({ ...config, Client: TenantClient } as pg.PoolConfig);
    this.on('release', (_error, client) => {
      (client as unknown as TenantClient).tenant = null;
    });
  }

  /** The callback form does not exist here: its callback would run in a foreign context. */
  override async connect(): Promise<pg.PoolClient> {
    const tenantId = currentTenantId();
    if (tenantId === undefined) throw new Error('No tenant in this context, so no connection: run it inside a request, a job or runAs().');
    const client = await super.connect();
    (client as unknown as TenantClient).tenant = String(tenantId);
    return client;
  }

  // @ts-expect-error as above.
  override async query(config: pg.QueryConfig, values?: unknown[]): Promise<pg.QueryResult> {
    const client = await this.connect();
    try {
      const result = await client.query(config, values);
      client.release();
      return result;
    } catch (error) {
      // A connection that broke is thrown away; one whose query was refused is as good as new.
      client.release(isBroken(error) ? (error as Error) : undefined);
      throw error;
    }
  }
}

/** PostgreSQL's own refusals carry a severity; anything else came from the socket. */
function isBroken(error: unknown): boolean {
  const severity = (error as { severity?: string }).severity;
  return severity === undefined || severity === 'FATAL' || severity === 'PANIC';
}
