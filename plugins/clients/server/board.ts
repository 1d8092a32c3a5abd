import { Injectable } from '@nestjs/common';
import { Access, Cache, Prisma, problem, ReadyJson, Statement } from '@loctelli/core/server';
import { clientErrors, type BoardQuery } from '../contract.ts';
import { clientJson } from './client-json.ts';
import { ClientSetup } from './client-setup.ts';
import { currencyOf } from './currency.ts';
import { demandReadable } from './field-rules.ts';
import { ClientFilters } from './filters.ts';
import { encodeCursor } from './list-cursor.ts';

interface Column {
  stageId: number;
  count: number;
  stuck: number;
  sums: string;
  items: string;
  key: string | null;
  lastId: number | null;
}

/** A pipeline with its clients in columns. Sums and counts cover all that fits the filter, not only the cards shown. */
@Injectable()
export class ClientBoard {
  constructor(
    private readonly statement: Statement,
    private readonly access: Access,
    private readonly cache: Cache,
    private readonly filters: ClientFilters,
    private readonly setup: ClientSetup,
  ) {}

  /** Throws clients.pipeline-not-found, and core.forbidden where the caller may not know stages. */
  async get({ pipelineId: asked, cards, ...filter }: BoardQuery): Promise<ReadyJson> {
    const refused = this.access.refused('Client', 'read');
    demandReadable(['stageId'], refused);
    this.filters.demand(filter);
    const { stages } = await this.setup.get();
    const pipelineId = asked ?? stages.find(({ isDefault }) => isDefault)?.pipelineId;
    if (!stages.some((stage) => stage.pipelineId === pipelineId)) throw problem(clientErrors.pipelineNotFound);
    const key = ['board', pipelineId, cards, filter, this.access.where('clients.read'), [...refused]];
    const models = [...new Set([...this.filters.models(filter), 'Stage'])];
    return new ReadyJson(await this.cache.remember(models, key, () => this.#load(pipelineId!, cards, filter, refused)));
  }

  async #load(pipelineId: number, cards: number, filter: Omit<BoardQuery, 'pipelineId' | 'cards'>, refused: ReadonlySet<string>): Promise<string> {
    const where = await this.filters.sql('clients.read', filter);
    const home = currencyOf(this.access.tenant.country);
    const sums = refused.has('value') ? Prisma.sql`'[]'` : sumsJson;
    const columns = await this.statement.rows<Column>(Prisma.sql`
      with stages as materialized (
        select s.id, s.position, s.probability, now() at time zone 'utc' - make_interval(days => s."stuckAfterDays") as "stuckBefore"
        from "Stage" s where s."pipelineId" = ${pipelineId}
      ), facts as materialized (
        select s.id, coalesce(c.currency, ${home}) as currency, count(*) as count, sum(c.value) as value, count(*) filter (where c."stageSince" < s."stuckBefore") as stuck
        from "Client" c join stages s on s.id = c."stageId" where ${where}
        group by 1, 2
      )
      select s.id as "stageId", total.count::int as count, total.stuck::int as stuck, total.sums::text as sums,
             coalesce(shown.items, '[]')::text as items, shown.key, shown."lastId"::int as "lastId"
      from stages s
      cross join lateral (
        select coalesce(sum(f.count), 0) as count, coalesce(sum(f.stuck), 0) as stuck, ${sums} as sums from facts f where f.id = s.id
      ) total
      cross join lateral (
        select json_agg(p.body order by p.n) filter (where p.n <= ${cards}) as items,
               max(p.key) filter (where p.n = ${cards} and p.more) as key, max(p.id) filter (where p.n = ${cards} and p.more) as "lastId"
        from (
          select row_number() over w as n, count(*) over () > ${cards} as more, c."stageSince"::text as key, c.id, ${clientJson(refused)} as body
          from (
            select c.* from "Client" c where c."stageId" = s.id and ${where}
            order by c."stageSince" desc, c.id desc limit ${cards + 1}
          ) c
          left join "User" u on u."tenantId" = c."tenantId" and u.id = c."ownerId"
          window w as (order by c."stageSince" desc, c.id desc)
        ) p
      ) shown
      order by s.position, s.id`);
    const written = columns.map(({ stageId, count, stuck, sums: money, items, key, lastId }) => {
      const next = key === null ? 'null' : JSON.stringify(encodeCursor(['stageSince:true', key, lastId!]));
      return `{"stageId":${stageId},"count":${count},"exact":true,"stuck":${stuck},"sums":${money},"items":${items},"nextCursor":${next}}`;
    });
    return `{"pipelineId":${pipelineId},"columns":[${written.join(',')}]}`;
  }
}

const sumsJson = Prisma.sql`coalesce(
  json_agg(json_build_object('currency', f.currency, 'value', f.value, 'weighted', round(f.value * s.probability / 100, 2)) order by f.value desc) filter (where f.value is not null), '[]')`;
