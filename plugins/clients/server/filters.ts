import { Injectable } from '@nestjs/common';
import { Access, Prisma } from '@loctelli/core/server';
import type { ClientExportQuery } from '../contract.ts';
import { after, wordsOf } from './search.ts';

/** Turns what a list is asked for into SQL over `"Client" c`. */
@Injectable()
export class ClientFilters {
  constructor(private readonly access: Access) {}

  /** Everything but the cursor: what the caller may reach with `permission`, and what they asked for. */
  where(permission: string, filter: ClientExportQuery): Prisma.Sql {
    const { status, ownerId, tag, source, createdAfter, createdBefore, deleted, search } = filter;
    const conditions = [
      this.reach(permission),
      deleted ? Prisma.sql`c."deletedAt" is not null` : Prisma.sql`c."deletedAt" is null`,
      status && Prisma.sql`c.status = ${status}`,
      ownerId && Prisma.sql`c."ownerId" = ${ownerId}`,
      source && Prisma.sql`c.source = ${source}`,
      createdAfter && Prisma.sql`c."createdAt" >= ${utc(createdAfter)}::timestamp`,
      createdBefore && Prisma.sql`c."createdAt" < ${utc(createdBefore)}::timestamp`,
      tag && Prisma.sql`c.id in (select t."clientId" from "ClientToken" t where t.token = ${`#${tag}`})`,
      search && matching(search),
    ];
    return Prisma.join(
      conditions.filter((condition) => condition instanceof Prisma.Sql),
      ' and ',
    );
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
}

/** Every word must begin some word of the client. The longest one, likely the rarest, is looked up; the others are checked. */
function matching(search: string): Prisma.Sql | undefined {
  const [rarest, ...others] = [...new Set(wordsOf(search))].sort((a, b) => b.length - a.length);
  if (!rarest) return Prisma.sql`false`;
  const found = Prisma.sql`c.id in (select t."clientId" from "ClientToken" t where t.token >= ${rarest} and t.token < ${after(rarest)})`;
  const checks = others.map((word) => Prisma.sql`strpos(c.search, ${` ${word}`}) > 0`);
  return Prisma.join([found, ...checks], ' and ');
}

const utc = (moment: string) => new Date(moment).toISOString().slice(0, -1);
