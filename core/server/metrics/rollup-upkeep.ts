import { Inject, Injectable } from '@nestjs/common';
import { defineJob } from '@loctelli/core';
import { z } from 'zod';
import { Prisma } from '../../../prisma/build/client/client.ts';
import { Access } from '../access/access.ts';
import { Database } from '../database/database.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { Every } from '../jobs/every.ts';
import { Handles, Jobs } from '../jobs/jobs.ts';
import { LOADED_PLUGINS } from '../plugins/loaded-plugins.ts';
import type { LoadedPlugin } from '../plugins/plugin-host.ts';
import { localSql } from './metric-sql.ts';
import { blockBits, Rollups, type Rolled } from './rollups.ts';

const keepRollups = defineJob('core.keep-rollups', z.object({}), { attempts: 3 });
/** One process asks for a tenant no more often than this. */
const pauseMs = 60_000;

/** Keeps the daily sums of tenants whose rows are many: those for whom an answer from the rows took long. */
@Injectable()
export class RollupUpkeep {
  readonly #asked = new Map<number, number>();

  constructor(
    @Inject(LOADED_PLUGINS) private readonly plugins: LoadedPlugin[],
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly jobs: Jobs,
    private readonly rollups: Rollups,
  ) {}

  /** Has the sums brought up to date soon, in the background. */
  async ask(): Promise<void> {
    const { id } = this.access.tenant;
    if (Date.now() - (this.#asked.get(id) ?? 0) < pauseMs) return;
    this.#asked.set(id, Date.now());
    await this.jobs.add(keepRollups, {});
  }

  @Handles(keepRollups)
  async keep(): Promise<void> {
    await this.refresh();
  }

  /** Where nobody asked for sums, what was written down for them is thrown away. */
  @Every('1 hour')
  async round(): Promise<void> {
    await this.refresh({ begin: false });
  }

  /**
   * Brings all sums of the tenant up to date in one transaction: takes away what was written down, and counts anew what it names. A change
   * committed meanwhile stays written down, whether or not it was counted, so it is counted again. Metrics of all plugins take part, on or
   * off; sums that no plugin asks for in this form any more go.
   * @param begin whether sums are to be kept where there are none yet
   */
  async refresh({ begin = true } = {}): Promise<void> {
    const { zone } = this.access.tenant;
    const metrics = this.plugins.flatMap(({ server, failure }) => (failure ? [] : (server?.metrics ?? [])));
    const rolled = (await Promise.all(metrics.map((metric) => this.rollups.of(metric, zone)))).filter((one) => one !== null);
    await this.uow.run(
      async () => {
        await this.db.$executeRaw`select pg_advisory_xact_lock(hashtext('rollups'), ${this.access.tenant.id}::int)`;
        const known = new Set((await this.db.$queryRaw<{ metric: string }[]>`select metric from "RollupState"`).map(({ metric }) => metric));
        const changes = await this.db.$queryRaw<{ model: string; block: number }[]>`
          with gone as (delete from "RowChange" returning model, block) select distinct model, block from gone`;
        if (!begin && known.size === 0) return;
        const keys = rolled.map(({ key }) => key);
        await this.db.$executeRaw`delete from "RollupState" where metric <> all(${keys}::text[])`;
        await this.db.$executeRaw`delete from "Rollup" where metric <> all(${keys}::text[])`;
        for (const one of rolled) {
          const whole = !known.has(one.key) || changes.some(({ model }) => one.joined.includes(model));
          const blocks = changes.filter(({ model }) => model === one.rows).map(({ block }) => block);
          if (whole) await this.#count(one, null);
          else if (blocks.length) await this.#count(one, blocks);
          await this.db.$executeRaw`insert into "RollupState" (metric) values (${one.key}) on conflict do nothing`;
        }
      },
      { timeoutMs: 120_000 },
    );
  }

  /** @param blocks null for all */
  async #count({ key, metric, type, zone }: Rolled, blocks: number[] | null): Promise<void> {
    await (blocks ? this.db.$executeRaw`delete from "Rollup" where metric = ${key} and block = any(${blocks}::int[])` : this.db.$executeRaw`delete from "Rollup" where metric = ${key}`);
    const dimensions = [...new Set(Object.entries(metric.dimensions).flatMap(([name, column]) => (name === 'client' ? [] : [column])))];
    const columns = dimensions.map((column) => Prisma.raw(`r."${column}"::text as "${column}"`));
    const rows = Prisma.sql`select ${Prisma.join([Prisma.raw(`(r.id >> ${blockBits})::int as block`), Prisma.sql`date_trunc('day', ${localSql(type, zone)})::date as day`, Prisma.sql`r.value::numeric as amount`, ...columns])} from (${Prisma.raw(metric.sql)}) r`;
    const source = blocks ? Prisma.sql`unnest(${blocks}::int[]) b(block) cross join lateral (${rows} where r.id >= b.block::bigint << ${blockBits}::int and r.id < (b.block + 1)::bigint << ${blockBits}::int) r` : Prisma.sql`(${rows}) r`;
    await this.db.$executeRaw`
      insert into "Rollup" (metric, dimension, block, day, value, count, sum, hits)
      select ${key}, ${named(dimensions)}, r.block, r.day, ${valued(dimensions)}, count(*), coalesce(sum(r.amount), 0), count(*) filter (where r.amount <> 0)
      from ${source} where r.day is not null group by grouping sets (${sets(dimensions)})`;
  }
}

/** Each dimension alone, and none. */
const sets = (columns: string[]) => Prisma.raw(['(r.block, r.day)', ...columns.map((column) => `(r.block, r.day, r."${column}")`)].join(', '));

const chosen = (columns: string[], pick: (column: string) => string, none: string) =>
  Prisma.raw(columns.length ? `case ${columns.map((column) => `when grouping(r."${column}") = 0 then ${pick(column)}`).join(' ')} else ${none} end` : none);
const named = (columns: string[]) => chosen(columns, (column) => `'${column}'`, "''");
const valued = (columns: string[]) => chosen(columns, (column) => `r."${column}"`, 'null');
