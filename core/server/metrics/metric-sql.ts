import { createHash } from 'node:crypto';
import { kernelErrors, type MetricDefinition, type Scope } from '@loctelli/core';
import { Prisma } from '../../../prisma/build/client/client.ts';
import { problem } from '../http/problem.ts';
import type { Principal } from '../tenancy/context.ts';
import type { MetricFilter, MetricQuery } from './metric-query.ts';

/** Type of a metric's moment: Prisma's columns are UTC without a zone, a plugin's own may have one. */
export type MomentType = 'timestamp' | 'timestamptz';

/** How the rows `r` of a metric become its value. */
export function valueSql({ aggregate }: Pick<MetricDefinition, 'aggregate'>): Prisma.Sql {
  if (aggregate === 'median') return Prisma.sql`percentile_cont(0.5) within group (order by r.value)::float8`;
  return valueOfSums({ aggregate }, Prisma.sql`count(*)`, Prisma.sql`sum(r.value)`, Prisma.sql`count(*) filter (where r.value <> 0)`);
}

/** The same from sums over parts of the rows. Not for medians. */
export function valueOfSums({ aggregate }: Pick<MetricDefinition, 'aggregate'>, count: Prisma.Sql, sum: Prisma.Sql, hits: Prisma.Sql): Prisma.Sql {
  if (aggregate === 'count') return Prisma.sql`(${count})::float8`;
  if (aggregate === 'sum') return Prisma.sql`coalesce(${sum}, 0)::float8`;
  if (aggregate === 'avg') return Prisma.sql`(${sum} / nullif(${count}, 0))::float8`;
  return Prisma.sql`(100.0 * ${hits} / nullif(${count}, 0))::float8`;
}

/** Which rows `r` a scope reaches. Where a metric says nothing of owners, a scope that is not `all` reaches none. */
export function reachSql({ owner }: Pick<MetricDefinition, 'owner'>, scope: Scope | null, { id, teamId }: Pick<Principal, 'id' | 'teamId'>): Prisma.Sql {
  if (scope === 'all') return Prisma.sql`true`;
  if (scope === null || owner === undefined) return Prisma.sql`false`;
  const column = Prisma.raw(`r."${owner}"`);
  if (scope === 'team' && teamId !== null) return Prisma.sql`${column} in (select id from "User" where "teamId" = ${teamId})`;
  return Prisma.sql`${column} = ${id}`;
}

/** A metric as somebody sees it who is refused these fields of a model: without dimensions that show one; null where the number does. */
export function withoutRefused(metric: MetricDefinition, refused: (model: string) => ReadonlySet<string>): MetricDefinition | null {
  const places = Object.entries(metric.fields ?? {}).flatMap(([place, path]) => {
    const [model, field] = path.split('.') as [string, string];
    return refused(model).has(field) ? [place] : [];
  });
  if (places.length === 0) return metric;
  if (places.includes('value')) return null;
  return { ...metric, dimensions: Object.fromEntries(Object.entries(metric.dimensions).filter(([name]) => !places.includes(name))) };
}

/** A dimension's column among the rows `r`. Throws core.not-found for one that the metric does not have. */
export function columnSql(metric: Pick<MetricDefinition, 'dimensions'>, dimension: string): Prisma.Sql {
  const column = Object.hasOwn(metric.dimensions, dimension) ? metric.dimensions[dimension] : undefined;
  if (column === undefined) throw problem(kernelErrors.notFound);
  // A name of a column: defineMetric refuses any other.
  return Prisma.raw(`r."${column}"`);
}

/** Rows `r` of the dimensions' values asked for. */
export function filterSql(metric: Pick<MetricDefinition, 'dimensions'>, where: MetricFilter = {}): Prisma.Sql {
  const conditions = Object.entries(where).map(([dimension, value]) => valuesSql(columnSql(metric, dimension), value));
  return conditions.length ? Prisma.join(conditions, ' and ') : Prisma.sql`true`;
}

/** Whether a column is one of the values; null is one of them. */
export function valuesSql(column: Prisma.Sql, value: MetricFilter[string]): Prisma.Sql {
  const values = Array.isArray(value) ? value : [value];
  const texts = values.filter((one) => one !== null).map(String);
  const named = Prisma.sql`${column}::text = any(${texts}::text[])`;
  return values.includes(null) ? Prisma.sql`(${column} is null or ${named})` : named;
}

/** Rows `r` within the range, in a form that an index on the column answers. */
export function withinSql(type: MomentType, { from, to }: Pick<MetricQuery, 'from' | 'to'>): Prisma.Sql {
  return Prisma.sql`r.at >= ${momentSql(type, from)} and r.at < ${momentSql(type, to)}`;
}

export const momentSql = (type: MomentType, when: Date): Prisma.Sql =>
  type === 'timestamptz' ? Prisma.sql`${when.toISOString()}::timestamptz` : Prisma.sql`(${when.toISOString()}::timestamptz at time zone 'utc')`;

/** What the clocks of a zone showed at the moment of a row. */
export const localSql = (type: MomentType, zone: string): Prisma.Sql =>
  type === 'timestamptz' ? Prisma.sql`(r.at at time zone ${zone})` : Prisma.sql`(r.at at time zone 'utc' at time zone ${zone})`;

/** The models a metric is made from: the tables that its SQL names. */
export const modelsOf = ({ sql }: Pick<MetricDefinition, 'sql'>): string[] => [
  ...new Set([...sql.matchAll(/"(\w+)"/g)].flatMap(([, name]) => (name && name in Prisma.ModelName ? [name] : []))),
];

/** Changes with whatever decides on a metric's numbers. */
export const signatureOf = ({ sql, dimensions, aggregate, owner }: MetricDefinition, ...more: string[]): string =>
  createHash('sha256').update(JSON.stringify([sql, dimensions, aggregate, owner, ...more])).digest('base64url').slice(0, 16);
