import { Injectable } from '@nestjs/common';
import type { MetricDefinition } from '@loctelli/core';
import { Prisma } from '../../../prisma/build/client/client.ts';
import { Database } from '../database/database.ts';
import type { MomentType } from './metric-sql.ts';

/** What the database says of metrics' tables. It does not change while the process runs. */
@Injectable()
export class MetricTables {
  readonly #moments = new Map<string, Promise<MomentType>>();
  #watched: Promise<Set<string>> | undefined;

  constructor(private readonly db: Database) {}

  /** Type of the metric's `at`. */
  momentType({ sql }: Pick<MetricDefinition, 'sql'>): Promise<MomentType> {
    const known = this.#moments.get(sql);
    if (known) return known;
    const asking = this.db.$queryRaw<{ type: string }[]>`select pg_typeof((select r.at from (${Prisma.raw(sql)}) r limit 1))::text as type`.then(
      ([row]): MomentType => (row?.type === 'timestamp with time zone' ? 'timestamptz' : 'timestamp'),
    );
    this.#moments.set(sql, asking);
    asking.catch(() => this.#moments.delete(sql));
    return asking;
  }

  /** Models whose changes are written down: `select watch_rows('<model>')` in a migration. */
  watched(): Promise<Set<string>> {
    this.#watched ??= this.db.$queryRaw<{ name: string }[]>`
      select c.relname::text as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where t.tgname in ('watch_insert', 'watch_update', 'watch_delete') and t.tgenabled <> 'D' group by 1 having count(*) = 3`.then((rows) => new Set(rows.map(({ name }) => name)));
    this.#watched.catch(() => (this.#watched = undefined));
    return this.#watched;
  }
}
