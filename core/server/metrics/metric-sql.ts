import type { MetricDefinition, Scope } from '@loctelli/core';
import { Prisma } from '../../../prisma/build/client/client.ts';
import type { Principal } from '../tenancy/context.ts';

/** How the rows `r` of a metric become its value. */
export function valueSql({ aggregate }: Pick<MetricDefinition, 'aggregate'>): Prisma.Sql {
  switch (aggregate) {
    case 'count':
      return Prisma.sql`count(*)::float8`;
    case 'sum':
      return Prisma.sql`coalesce(sum(r.value), 0)::float8`;
    case 'avg':
      return Prisma.sql`avg(r.value)::float8`;
    case 'median':
      return Prisma.sql`percentile_cont(0.5) within group (order by r.value)::float8`;
    case 'share':
      return Prisma.sql`(100.0 * count(*) filter (where r.value <> 0) / nullif(count(*), 0))::float8`;
  }
}

/** Which rows `r` a scope reaches. Where a metric says nothing of owners, a scope that is not `all` reaches none. */
export function reachSql({ owner }: Pick<MetricDefinition, 'owner'>, scope: Scope | null, { id, teamId }: Pick<Principal, 'id' | 'teamId'>): Prisma.Sql {
  if (scope === 'all') return Prisma.sql`true`;
  if (scope === null || owner === undefined) return Prisma.sql`false`;
  const column = Prisma.raw(`r."${owner}"`);
  if (scope === 'team' && teamId !== null) return Prisma.sql`${column} in (select id from "User" where "teamId" = ${teamId})`;
  return Prisma.sql`${column} = ${id}`;
}
