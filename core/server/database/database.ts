import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { PrismaClient } from '../../../prisma/build/client/client.ts';
import { context, type RequestContext } from '../tenancy/context.ts';
import { flattenUnique, isWrite, touchedModels } from './operations.ts';

/**
 * The tenant's database. Inject it and write Prisma as its documentation shows: rows of other tenants do not exist for it, `tenantId`
 * is filled in by PostgreSQL, and inside a unit of work every call takes part in its transaction.
 */
export abstract class Database {}
// The class is Nest's token, the interface its type.
export interface Database extends Omit<PrismaClient, '$on' | '$extends' | '$connect' | '$disconnect' | '$transaction'> {}

/**
 * The database without a tenant, for the kernel alone: host look-up, sign-in, relay, console. `core/server/index.ts` does not export it.
 */
export abstract class PlatformDatabase {}
// As above.
export interface PlatformDatabase extends PrismaClient {}

/** Called with the models a finished write has changed, when no unit of work is open to collect them. */
export type OnTouched = (models: Iterable<string>) => void;

/**
 * Prisma over a bound pool, with two changes:
 * - `findUnique*` runs as `findFirst*`. Prisma merges findUnique calls made in one tick into one query across request contexts; the
 *   batch would run as the first caller's tenant and hand its row to the second. `findFirst` is never merged.
 * - writes note the models they touched, so that the cache forgets them once they are committed.
 */
export function createTenantPrisma(pool: pg.Pool, onTouched: OnTouched) {
  const base = new PrismaClient({ adapter: adapterOver(pool) });
  const extended = base.$extends({
    query: {
      $allModels: {
        async $allOperations({ model, operation, args, query }) {
          if (operation === 'findUnique' || operation === 'findUniqueOrThrow') {
            const client = (workInTheAir()?.tx ?? extended) as unknown as Record<string, Record<string, (args: object) => Promise<unknown>>>;
            const delegate = client[model.charAt(0).toLowerCase() + model.slice(1)]!;
            const { where, ...rest } = args as { where: Record<string, unknown> };
            return delegate[operation.replace('Unique', 'First')]!({ ...rest, where: flattenUnique(where) });
          }
          const result = await query(args);
          if (isWrite(operation)) noteTouched(touchedModels(model, args));
          return result;
        },
      },
    },
  });
  return extended;

  function noteTouched(models: Set<string>) {
    const work = workInTheAir();
    if (work) for (const model of models) work.touched.add(model);
    else onTouched(models);
  }
}

export type TenantPrisma = ReturnType<typeof createTenantPrisma>;

/** The `Database` that services inject: the open transaction if there is one, the pool otherwise. */
export function databaseOver(client: object): Database {
  return new Proxy(client, {
    get(target, property) {
      const source = (workInTheAir()?.tx ?? target) as Record<PropertyKey, unknown>;
      const value = source[property];
      return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(source) : value;
    },
  }) as Database;
}

/** Names for statements, so that each is planned once per connection. Bounded: ad-hoc SQL beyond it goes unnamed and cannot fill the server. */
export class StatementNames {
  readonly #names = new Map<string, string>();

  of(sql: string): string | undefined {
    const known = this.#names.get(sql);
    if (known || this.#names.size >= 500) return known;
    const name = `p_${createHash('sha1').update(sql).digest('base64url')}`;
    this.#names.set(sql, name);
    return name;
  }
}

/** Prisma's adapter over a pool, with named statements. */
export function adapterOver(pool: pg.Pool): PrismaPg {
  const names = new StatementNames();
  return new PrismaPg(pool, { statementNameGenerator: ({ sql }) => names.of(sql) as string });
}

function workInTheAir() {
  return context.isActive() ? (context.get() as RequestContext).work : undefined;
}
