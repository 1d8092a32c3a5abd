import { Injectable } from '@nestjs/common';
import { Access, Cache, Prisma, ReadyJson, Statement } from '@loctelli/core/server';
import type { ClientQuery, clientSorts } from '../contract.ts';
import { clientJson } from './client-json.ts';
import { ClientFilters } from './filters.ts';
import { decodeCursor, encodeCursor, type ListCursor } from './list-cursor.ts';

/** Beyond this many, a list says "10,000+": nothing here counts a large table to its end. */
const countLimit = 10_000;

type Sort = (typeof clientSorts)[number];
/** What each order compares. Empty companies, values and stages come first when ascending; `key` is the column as a cursor carries it. */
const orders: Record<Sort, { column: Prisma.Sql; type: Prisma.Sql }> = {
  createdAt: { column: Prisma.sql`c."createdAt"`, type: Prisma.sql`timestamp` },
  updatedAt: { column: Prisma.sql`c."updatedAt"`, type: Prisma.sql`timestamp` },
  name: { column: Prisma.sql`c.name`, type: Prisma.sql`text` },
  company: { column: Prisma.sql`coalesce(c.company, '')`, type: Prisma.sql`text` },
  value: { column: Prisma.sql`coalesce(c.value, 0)`, type: Prisma.sql`numeric` },
  stageSince: { column: Prisma.sql`coalesce(c."stageSince", timestamp 'epoch')`, type: Prisma.sql`timestamp` },
};
/** Whoever stands in a stage stands there since some time: the column as it is, for the index of a stage's clients. */
const sinceInStage = { column: Prisma.sql`c."stageSince"`, type: Prisma.sql`timestamp` };

interface Found {
  items: string;
  more: boolean;
  key: string | null;
  lastId: number | null;
  count: number | null;
}

/** The busiest route of the product: one statement, whose JSON PostgreSQL writes itself and nobody parses on the way out. */
@Injectable()
export class ClientList {
  constructor(
    private readonly statement: Statement,
    private readonly access: Access,
    private readonly cache: Cache,
    private readonly filters: ClientFilters,
  ) {}

  /** A page of the clients the caller may see. The first page also counts. Throws core.invalid-cursor. */
  async page(query: ClientQuery): Promise<ReadyJson> {
    this.filters.demand(query);
    const key = ['list', query, this.access.where('clients.read'), [...this.access.refused('Client', 'read')]];
    return new ReadyJson(await this.cache.remember(this.filters.models(query), key, () => this.#load(query)));
  }

  async #load({ cursor, limit, sort = 'createdAt', direction, ...filter }: ClientQuery): Promise<string> {
    const downwards = (direction ?? (sort === 'name' || sort === 'company' ? 'asc' : 'desc')) === 'desc';
    const signature = `${sort}:${downwards}`;
    const { column, type } = sort === 'stageSince' && filter.stageId ? sinceInStage : orders[sort];
    const where = await this.filters.sql('clients.read', filter);
    const way = downwards ? Prisma.sql`desc` : Prisma.sql`asc`;
    const start = cursor ? startAfter(decodeCursor(cursor, signature), column, type, downwards) : Prisma.sql`true`;
    const count = cursor
      ? Prisma.sql`null::int`
      : Prisma.sql`(select count(*)::int from (select from "Client" c where ${where} limit ${countLimit + 1}) counted)`;

    const [found] = await this.statement.rows<Found>(Prisma.sql`
      select coalesce(json_agg(p.body order by p.n) filter (where p.n <= ${limit}), '[]')::text as items,
             coalesce(bool_or(p.n > ${limit}), false) as more,
             max(p.key) filter (where p.n = ${limit}) as key,
             max(p.id) filter (where p.n = ${limit})::int as "lastId",
             ${count} as count
      from (
        select row_number() over (order by c.key ${way}, c.id ${way}) as n, c.key::text as key, c.id, ${clientJson(this.access.refused('Client', 'read'))} as body
        from (
          select c.*, ${column} as key from "Client" c
          where ${where} and ${start}
          order by ${column} ${way}, c.id ${way} limit ${limit + 1}
        ) c
        left join "User" u on u."tenantId" = c."tenantId" and u.id = c."ownerId"
      ) p`);

    const next = found!.more ? JSON.stringify(encodeCursor([signature, found!.key!, found!.lastId!])) : 'null';
    const total =
      found!.count === null ? '' : `,"total":{"count":${Math.min(found!.count, countLimit)},"exact":${found!.count <= countLimit}}`;
    return `{"items":${found!.items},"nextCursor":${next}${total}}`;
  }
}

function startAfter([, key, id]: ListCursor, column: Prisma.Sql, type: Prisma.Sql, downwards: boolean): Prisma.Sql {
  const compare = downwards ? Prisma.sql`<` : Prisma.sql`>`;
  return Prisma.sql`(${column}, c.id) ${compare} (${key}::${type}, ${id})`;
}
