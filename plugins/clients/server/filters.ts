import { Injectable } from '@nestjs/common';
import { Access, Prisma } from '@loctelli/core/server';
import type { ClientFilter, ClientQuery } from '../contract.ts';
import { ClientSetup } from './client-setup.ts';
import { conditionsSql, modelsBehind } from './conditions.ts';
import { demandReadable } from './field-rules.ts';
import { matching, SearchWords, withinSight } from './search-words.ts';

/** Turns what a list is asked for into SQL over `"Client" c`. */
@Injectable()
export class ClientFilters {
  constructor(
    private readonly access: Access,
    private readonly setup: ClientSetup,
    private readonly words: SearchWords,
  ) {}

  /**
   * Everything but the cursor: what the caller may reach with `permission`, and what they asked for.
   * @throws core.forbidden when it asks by a field the caller may not read, clients.wrong-condition
   */
  async sql(permission: string, filter: ClientFilter): Promise<Prisma.Sql> {
    this.demand(filter);
    const { status, ownerId, tag, source, stageId, pipelineId, createdAfter, createdBefore, deleted, search, where } = filter;
    const conditions = [
      this.reach(permission),
      deleted ? Prisma.sql`c."deletedAt" is not null` : Prisma.sql`c."deletedAt" is null`,
      status && Prisma.sql`c.status = ${status}`,
      ownerId && Prisma.sql`c."ownerId" = ${ownerId}`,
      stageId && Prisma.sql`c."stageId" = ${stageId}`,
      pipelineId && Prisma.sql`c."stageId" in (select s.id from "Stage" s where s."pipelineId" = ${pipelineId})`,
      source && Prisma.sql`c.source = ${source}`,
      createdAfter && Prisma.sql`c."createdAt" >= ${utc(createdAfter)}::timestamp`,
      createdBefore && Prisma.sql`c."createdAt" < ${utc(createdBefore)}::timestamp`,
      tag && Prisma.sql`c.id in (select t."clientId" from "ClientToken" t where t.token = ${`#${tag}`})`,
      search && (await this.#found(search)),
      ...(where?.length ? conditionsSql(where, { fields: (await this.setup.get()).fields, zone: this.access.tenant.zone, refused: this.#refused }) : []),
    ];
    return Prisma.join(
      conditions.filter((condition) => condition instanceof Prisma.Sql),
      ' and ',
    );
  }

  /** Throws core.forbidden when a filter or an order would tell a field that the caller may not read. */
  demand({ ownerId, tag, source, stageId, pipelineId, sort }: ClientFilter & Pick<ClientQuery, 'sort'>): void {
    const orders = { value: 'value', company: 'company', stageSince: 'stageId' } as Record<string, string>;
    demandReadable(
      [ownerId && 'ownerId', tag && 'tags', source && 'source', (stageId || pipelineId) && 'stageId', sort && orders[sort]] as (string | undefined)[],
      this.#refused,
    );
  }

  /** What the answer to a filter is made from, for the cache. */
  models({ pipelineId, where }: ClientFilter): string[] {
    return [...new Set(['Client', 'User', ...(pipelineId ? ['Stage'] : []), ...modelsBehind(where)])];
  }

  /** The same rows as `access.where(permission)`, said in SQL: own, those of the team, or all. */
  reach(permission: string): Prisma.Sql {
    this.access.demand(permission);
    const { id, teamId } = this.access.user;
    const scope = this.access.can(permission);
    if (scope === 'all') return Prisma.sql`true`;
    if (scope === 'own' || teamId === null) return Prisma.sql`c."ownerId" = ${id}`;
    return Prisma.sql`(c."ownerId" = ${id} or c."ownerId" in (select u.id from "User" u where u."teamId" = ${teamId}))`;
  }

  /** Every word must begin some word of the client, give or take a typo. */
  async #found(search: string): Promise<Prisma.Sql> {
    const meaning = await this.words.read(search);
    if (!meaning) return Prisma.sql`false`;
    const sight = withinSight(meaning.words, this.#refused);
    return sight ? Prisma.sql`${matching(meaning)} and ${sight}` : matching(meaning);
  }

  get #refused(): ReadonlySet<string> {
    return this.access.refused('Client', 'read');
  }
}

const utc = (moment: string) => new Date(moment).toISOString().slice(0, -1);
