import { Inject, Injectable } from '@nestjs/common';
import { kernelErrors, type MetricDefinition } from '@loctelli/core';
import { Prisma } from '../../../prisma/build/client/client.ts';
import { Access } from '../access/access.ts';
import { Database } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { LOADED_PLUGINS } from '../plugins/loaded-plugins.ts';
import type { LoadedPlugin } from '../plugins/plugin-host.ts';
import { PluginStates } from '../plugins/plugin-states.ts';
import { reachSql, valueSql } from './metric-sql.ts';

export const metricBuckets = ['hour', 'day', 'week', 'month'] as const;
export type MetricBucket = (typeof metricBuckets)[number];

/** What is asked of a metric: rows that happened from `from` on and before `to`. */
export interface MetricQuery {
  from: Date;
  to: Date;
  /** IANA zone in which buckets begin; weeks begin on Monday (ISO 8601). */
  zone: string;
  /** One row per bucket that has any; one for the whole range unless told. */
  bucket?: MetricBucket | undefined;
  /** One row per value of this dimension. */
  by?: string | undefined;
  /** Only rows whose dimensions have these values; null stands for none. */
  where?: Readonly<Record<string, string | number | null>> | undefined;
}

/** One number. */
export interface MetricPoint {
  /** Local start of the bucket in the zone asked for, such as `2026-03-29T00:00:00`; null without buckets. */
  at: string | null;
  /** Value of the dimension; null without one, and for rows that have none. */
  key: string | null;
  /** By the metric's aggregate; null where it has nothing to go by, such as the mean of no rows. */
  value: number | null;
  /** Rows behind it, and what makes numbers of several ranges one: the sum of their values and how many were not 0. */
  count: number;
  sum: number;
  hits: number;
}

/** A row behind a number. */
export interface MetricRow {
  id: string;
  at: string;
  value: number;
  dimensions: Record<string, string | null>;
}

/** Numbers that plugins declare, for those who may see them. Whoever draws them knows no plugin. */
@Injectable()
export class Metrics {
  constructor(
    @Inject(LOADED_PLUGINS) private readonly plugins: LoadedPlugin[],
    private readonly states: PluginStates,
    private readonly access: Access,
    private readonly db: Database,
  ) {}

  /** Metrics of the plugins that are on, as far as the caller may see them; all of them where no user asks, as in a job. */
  async list(): Promise<{ metric: MetricDefinition; pluginId: string }[]> {
    const on = await this.states.enabledFor(this.access.tenant.id);
    return this.plugins
      .filter(({ manifest, failure }) => !failure && on.includes(manifest.id))
      .flatMap(({ manifest, server }) => (server?.metrics ?? []).map((metric) => ({ metric, pluginId: manifest.id })))
      .filter(({ metric }) => !this.access.isSignedIn || this.access.can(metric.permission));
  }

  /** Throws core.not-found for a metric that is not there, is off or may not be seen. */
  async find(name: string): Promise<MetricDefinition> {
    const found = (await this.list()).find(({ metric }) => metric.name === name);
    if (!found) throw problem(kernelErrors.notFound);
    return found.metric;
  }

  /**
   * Measures. For a signed-in user only rows count that the metric's permission reaches; where no user asks, all of the tenant's.
   * Throws core.not-found for an unknown metric or dimension.
   */
  async measure(name: string, { bucket, by, ...query }: MetricQuery): Promise<MetricPoint[]> {
    const metric = await this.find(name);
    // By way of the epoch: Prisma's columns are UTC without a zone, a plugin's own may have one, and both come out right.
    const at = bucket ? Prisma.sql`to_char(date_trunc(${bucket}, to_timestamp(extract(epoch from r.at)) at time zone ${query.zone}), 'YYYY-MM-DD"T"HH24:MI:SS')` : Prisma.sql`null::text`;
    const key = by === undefined ? Prisma.sql`null::text` : Prisma.sql`${this.#column(metric, by)}::text`;
    return this.db.$queryRaw<MetricPoint[]>`
      select ${at} as at, ${key} as key, ${valueSql(metric)} as value, count(*)::int as count,
             coalesce(sum(r.value), 0)::float8 as sum, (count(*) filter (where r.value <> 0))::int as hits
      from (${Prisma.raw(metric.sql)}) r where ${this.#where(metric, query)}
      group by 1, 2 order by 1, 3 desc nulls last, 2 limit 5000`;
  }

  /** The rows behind a number, newest first. */
  async rows(name: string, query: Omit<MetricQuery, 'bucket' | 'by'>, { limit = 100, offset = 0 } = {}): Promise<MetricRow[]> {
    const metric = await this.find(name);
    const dimensions = Object.keys(metric.dimensions).map((dimension) => Prisma.sql`${dimension}::text, ${this.#column(metric, dimension)}::text`);
    const found = dimensions.length ? Prisma.sql`jsonb_build_object(${Prisma.join(dimensions)})` : Prisma.sql`'{}'::jsonb`;
    const rows = await this.db.$queryRaw<(Omit<MetricRow, 'at'> & { at: Date })[]>`
      select r.id::text as id, r.at as at, r.value::float8 as value, ${found} as dimensions
      from (${Prisma.raw(metric.sql)}) r where ${this.#where(metric, query)} order by r.at desc, r.id desc limit ${limit} offset ${offset}`;
    return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
  }

  #where(metric: MetricDefinition, { from, to, where = {} }: Pick<MetricQuery, 'from' | 'to' | 'where'>): Prisma.Sql {
    const conditions = Object.entries(where).map(([dimension, value]) => {
      const column = this.#column(metric, dimension);
      return value === null ? Prisma.sql`${column} is null` : Prisma.sql`${column}::text = ${String(value)}`;
    });
    const reach = this.access.isSignedIn ? reachSql(metric, this.access.can(metric.permission), this.access.user) : Prisma.sql`true`;
    return Prisma.join([Prisma.sql`r.at >= ${from} and r.at < ${to}`, reach, ...conditions], ' and ');
  }

  #column(metric: MetricDefinition, dimension: string): Prisma.Sql {
    const column = Object.hasOwn(metric.dimensions, dimension) ? metric.dimensions[dimension] : undefined;
    if (column === undefined) throw problem(kernelErrors.notFound);
    // A name of a column: defineMetric refuses any other.
    return Prisma.raw(`r."${column}"`);
  }
}
