import { Injectable } from '@nestjs/common';
import type { MetricDefinition } from '@loctelli/core';
import { Prisma } from '../../../prisma/build/client/client.ts';
import { Database } from '../database/database.ts';
import type { MetricFilter, MetricPoint, MetricQuery } from './metric-query.ts';
import { columnSql, localSql, modelsOf, momentSql, signatureOf, valueOfSums, valuesSql, type MomentType } from './metric-sql.ts';
import { MetricTables } from './metric-tables.ts';

/** Ids per block. A change makes one block be counted anew. */
export const blockBits = 13;

/** What roll-ups are kept for: the metric, as its definition and its tenant's zone are now. */
export interface Rolled {
  key: string;
  metric: MetricDefinition;
  /** The model whose rows are counted; its blocks are counted anew one by one. */
  rows: string;
  /** The others: a change in one of them counts all anew. */
  joined: string[];
  zone: string;
  type: MomentType;
}

interface Answer {
  ready: boolean;
  dirty: number;
  points: MetricPoint[] | null;
}

/**
 * Answers from the daily sums that `RollupUpkeep` keeps: per block of ids, local day and one dimension. Blocks that have changed since are
 * counted from the rows, in the same statement, thus in one snapshot: a block counts as unchanged only where no committed change of it is
 * waiting in "RowChange", and its sums were written by the transaction that took its changes away. So the answer is that of the rows.
 */
@Injectable()
export class Rollups {
  constructor(
    private readonly db: Database,
    private readonly tables: MetricTables,
  ) {}

  /** What would be kept for a metric; null where nothing can be: no model, one that is not watched, a median, SQL that asks the clock. */
  async of(metric: MetricDefinition, zone: string): Promise<Rolled | null> {
    if (metric.rows === undefined || metric.aggregate === 'median' || /\b(now|current_\w+|local\w*|random|clock_timestamp)\b/i.test(metric.sql)) return null;
    const models = modelsOf(metric);
    const watched = await this.tables.watched();
    if (!models.includes(metric.rows) || models.some((model) => !watched.has(model))) return null;
    const joined = models.filter((model) => model !== metric.rows);
    return { key: `${metric.name}@${signatureOf(metric, zone)}`, metric, rows: metric.rows, joined, zone, type: await this.tables.momentType(metric) };
  }

  /**
   * @param where the filter, and whom the caller reaches, as values of dimensions
   * @returns null where the sums cannot answer: not kept yet, two dimensions at once, or a range that cuts days
   */
  async measure(rolled: Rolled, { bucket, by, from, to, zone }: Omit<MetricQuery, 'where'>, where: MetricFilter): Promise<{ points: MetricPoint[]; dirty: number } | null> {
    const dimensions = new Set([...(by === undefined ? [] : [by]), ...Object.keys(where)]);
    const [dimension = ''] = dimensions;
    if (dimensions.size > 1 || dimension === 'client' || bucket === 'hour' || zone !== rolled.zone) return null;
    const { metric, type } = rolled;
    const name = dimension === '' ? '' : metric.dimensions[dimension]!;
    const column = dimension === '' ? Prisma.sql`null` : columnSql(metric, dimension);
    const kept = dimension in where ? valuesSql(Prisma.sql`d.value`, where[dimension]!) : Prisma.sql`true`;
    const at = bucket ? Prisma.sql`to_char(date_trunc(${bucket}, d.day::timestamp), 'YYYY-MM-DD"T"HH24:MI:SS')` : Prisma.sql`null::text`;
    const key = by === undefined ? Prisma.sql`null::text` : Prisma.sql`d.value`;
    const [answer] = await this.db.$queryRaw<Answer[]>`
      with bounds as (
        select (${from.toISOString()}::timestamptz at time zone ${zone}) as first, (${to.toISOString()}::timestamptz at time zone ${zone}) as last
      ), dirty as materialized (
        select distinct block from "RowChange" where model = ${rolled.rows}
      ), sums as (
        select l.day, l.value, l.count, l.sum, l.hits from "Rollup" l, bounds
        where l.metric = ${rolled.key} and l.dimension = ${name} and l.day >= bounds.first::date and l.day < bounds.last::date and l.block not in (select block from dirty)
        union all
        select r.day::date, r.value, count(*), sum(r.amount), count(*) filter (where r.amount <> 0) from dirty cross join lateral (
          select date_trunc('day', ${localSql(type, zone)}) as day, ${column}::text as value, r.value::numeric as amount from (${Prisma.raw(metric.sql)}) r
          where r.id >= dirty.block::bigint << ${blockBits}::int and r.id < (dirty.block + 1)::bigint << ${blockBits}::int and r.at >= ${momentSql(type, from)} and r.at < ${momentSql(type, to)}
        ) r group by 1, 2
      ), points as (
        select ${at} as at, ${key} as key, ${valueOfSums(metric, Prisma.sql`sum(d.count)`, Prisma.sql`sum(d.sum)`, Prisma.sql`sum(d.hits)`)} as value,
               coalesce(sum(d.count), 0)::int as count, coalesce(sum(d.sum), 0)::float8 as sum, coalesce(sum(d.hits), 0)::int as hits
        from sums d where ${kept} group by 1, 2 order by 1, 3 desc nulls last, 2 limit 5000
      )
      select bounds.first = date_trunc('day', bounds.first) and bounds.last = date_trunc('day', bounds.last)
               and exists (select from "RollupState" where metric = ${rolled.key})
               and not exists (select from "RowChange" where model = any(${rolled.joined}::text[])) as ready,
             (select count(*) from dirty)::int as dirty, (select jsonb_agg(points) from points) as points
      from bounds`;
    return answer?.ready ? { points: answer.points ?? [], dirty: answer.dirty } : null;
  }
}
