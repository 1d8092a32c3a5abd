import pg from 'pg';
import { SteadyClient } from './steady-client.ts';

/** The wire of node-postgres, as far as this file speaks it. */
interface Wire {
  parse(message: { name: string; text: string; types?: number[] }): void;
  bind(message: { portal?: string; statement: string; values: string[] }): void;
  execute(message: { portal?: string; rows?: number }): void;
}
interface QueryInternals {
  prepare(connection: Wire): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Wire): void;
}
type Callback = (error: Error | null, result?: unknown) => void;

const bindStatement = 'loctelli_bind_tenant';
const prepared = new WeakSet<object>();
const transactionControl = /^\s*(begin|commit|rollback|savepoint|release|set transaction|start transaction|deallocate)\b/i;
const BaseQuery = pg.Query as unknown as new (config: object, values?: unknown, callback?: Callback) => QueryInternals;

/**
 * A query that travels behind the binding of its tenant, both ahead of one Sync. PostgreSQL runs all messages up to a Sync as
 * one implicit transaction and skips the rest of them after an error (Protocol Flow, 54.2.3), so
 * - a binding that fails takes its query down with it, and
 * - the setting is local to that transaction: the connection goes back to the pool bound to nobody.
 */
class BoundQuery extends (BaseQuery as unknown as { new (config: object, values?: unknown, callback?: Callback): QueryInternals }) {
  #answers = 0;
  readonly #tenant: string;

  constructor(tenant: string, config: object, callback: Callback) {
    super({ ...config, queryMode: 'extended' }, undefined, callback);
    this.#tenant = tenant;
  }

  override prepare(connection: Wire): void {
    if (!prepared.has(connection)) {
      connection.parse({ name: bindStatement, text: "select set_config('app.tenant_id', $1, true)", types: [25] });
      prepared.add(connection);
    }
    connection.bind({ statement: bindStatement, values: [this.#tenant] });
    connection.execute({});
    super.prepare(connection);
  }

  override handleDataRow(message: unknown): void {
    if (this.#answers > 0) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: Wire): void {
    if (this.#answers++ > 0) super.handleCommandComplete(message, connection);
  }
}

/**
 * A connection of the tenant pool: it belongs to one tenant while it is checked out, and each of its queries is bound to
 * that tenant. Without a tenant it refuses every query.
 */
export class TenantClient extends SteadyClient {
  /** Set by the pool at check-out, cleared at release. */
  tenant: string | null = null;

  // @ts-expect-error pg declares a dozen overloads; Prisma's adapter uses this one.
  override query(config: string | pg.QueryConfig, values?: unknown, callback?: Callback): unknown {
    const query = typeof config === 'string' ? { text: config } : config;
    if (transactionControl.test(query.text)) return super.query(query as never, values as never, callback as never);
    const tenant = this.tenant;
    if (tenant === null) {
      const refusal = new Error('No tenant in this context, so no query: run it inside a request, a job or runAs().');
      if (callback) return void process.nextTick(callback, refusal);
      return Promise.reject(refusal);
    }
    const bound = Array.isArray(values) ? { ...query, values } : query;
    if (callback) return void super.query(new BoundQuery(tenant, bound, callback) as never);
    return new Promise((resolve, reject) => {
      super.query(new BoundQuery(tenant, bound, (error, result) => (error ? reject(error) : resolve(result))) as never);
    });
  }
}
