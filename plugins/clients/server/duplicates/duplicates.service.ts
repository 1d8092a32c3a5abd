import { Injectable } from '@nestjs/common';
import { kernelErrors, type Page } from '@loctelli/core';
import { Access, Audit, BackgroundJobs, Database, Jobs, Prisma, problem } from '@loctelli/core/server';
import { clientErrors, findDuplicates } from '../../contract.ts';
import type { Client, ClientDuplicate, DuplicateCheck, DuplicateMatches, DuplicateQuery, DuplicateReason } from '../../contract.ts';
import { clientOf, withOwner } from '../client-row.ts';
import { masked } from '../field-rules.ts';
import { ClientFilters } from '../filters.ts';
import { readPhone } from '../imports/cell-values.ts';
import { FindLike } from './find-like.ts';

const countLimit = 1000;
const shown = 5;
/** The field that a reason speaks of; names are no secret. */
const about: Partial<Record<DuplicateReason, string>> = { email: 'email', emailName: 'email', phone: 'phone', company: 'company' };
type Row = { id: number; firstId: number; secondId: number; score: number; reasons: string[]; createdAt: Date };

/** Clients that may be one, as far as the caller sees both. */
@Injectable()
export class DuplicatesService {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly filters: ClientFilters,
    private readonly like: FindLike,
    private readonly jobs: Jobs,
    private readonly progress: BackgroundJobs,
    private readonly audit: Audit,
  ) {}

  /** Most alike first. Pairs of which one half lies in the trash wait there with it. Throws core.invalid-cursor. */
  async list({ cursor, limit, clientId }: DuplicateQuery): Promise<Page<ClientDuplicate>> {
    const where = Prisma.join(
      [Prisma.sql`d.status = 'open'`, this.#visible(), ...(clientId ? [Prisma.sql`(d."firstId" = ${clientId} or d."secondId" = ${clientId})`] : [])],
      ' and ',
    );
    const start = cursor ? after(cursor) : Prisma.sql`true`;
    const rows = await this.db.$queryRaw<Row[]>(Prisma.sql`
      select d.id, d."firstId", d."secondId", d.score, d.reasons, d."createdAt" from "ClientDuplicate" d
      where ${where} and ${start} order by d.score desc, d.id desc limit ${limit + 1}`);
    const page = rows.slice(0, limit);
    const clients = await this.#clients(page.flatMap(({ firstId, secondId }) => [firstId, secondId]));
    const items = page.map(({ id, firstId, secondId, score, reasons, createdAt }) => ({
      ...{ id, score, reasons: this.#told(reasons), createdAt: createdAt.toISOString() },
      first: clients.get(firstId)!,
      second: clients.get(secondId)!,
    }));
    const last = page.at(-1);
    const nextCursor = rows.length > limit && last ? Buffer.from(`${last.score}.${last.id}`).toString('base64url') : null;
    if (cursor) return { items, nextCursor };
    const [found] = await this.db.$queryRaw<{ count: number }[]>(
      Prisma.sql`select count(*)::int as count from (select from "ClientDuplicate" d where ${where} limit ${countLimit + 1}) counted`,
    );
    return { items, nextCursor, total: { count: Math.min(found!.count, countLimit), exact: found!.count <= countLimit } };
  }

  /** Looks through all clients, as a job. */
  async scan(): Promise<void> {
    const running = await this.db.backgroundJob.findFirst({ where: { kind: 'clients.find-duplicates', finishedAt: null, userId: this.access.user.id } });
    if (running) return;
    const progressId = await this.progress.start({ kind: 'clients.find-duplicates', href: '/clients/duplicates' });
    await this.jobs.add(findDuplicates, { progressId });
  }

  /** Says that a pair is two clients, or takes that back. Throws clients.duplicate-not-found. */
  async judge(id: number, status: 'dismissed' | 'open'): Promise<void> {
    const [pair] = await this.db.$queryRaw<Row[]>(Prisma.sql`select d.id, d."firstId", d."secondId" from "ClientDuplicate" d where d.id = ${id} and ${this.#visible()}`);
    if (!pair) throw problem(clientErrors.duplicateNotFound);
    await this.db.clientDuplicate.updateMany({ where: { id }, data: { status, version: { increment: 1 } } });
    const { firstId, secondId } = pair;
    await this.audit.record({ action: `client-duplicate.${status === 'open' ? 'reopened' : 'dismissed'}`, subject: 'ClientDuplicate', subjectId: id, changes: { firstId, secondId } });
  }

  /** Who a client about to be made may be already; the caller's own clients only, compared by what they may read. */
  async check(given: DuplicateCheck): Promise<DuplicateMatches> {
    const refused = this.access.refused('Client', 'read');
    const use = (field: 'email' | 'phone' | 'company') => (refused.has(field) ? null : given[field] || null);
    const phone = use('phone');
    const asked = { id: 0, name: given.name ?? '', email: use('email')?.toLowerCase() ?? null, company: use('company'), phone: phone && (readPhone(phone, this.access.tenant.country) ?? null) };
    const found = (await this.like.of(asked, this.filters.reach('clients.read'))).slice(0, shown);
    const clients = await this.#clients(found.map(({ client }) => client.id));
    return { items: found.map(({ client, score, reasons }) => ({ score, reasons, client: clients.get(client.id)! })) };
  }

  async #clients(ids: number[]): Promise<Map<number, Client>> {
    const rows = await this.db.client.findMany({ where: { id: { in: ids } }, include: withOwner });
    const refused = this.access.refused('Client', 'read');
    return new Map(rows.map((row) => [row.id, masked(clientOf(row), refused)]));
  }

  /** What two clients share, without what it would tell of fields that the caller is refused. */
  #told(reasons: readonly string[]): DuplicateReason[] {
    const refused = this.access.refused('Client', 'read');
    return (reasons as DuplicateReason[]).filter((reason) => !refused.has(about[reason] ?? ''));
  }

  /** Both halves are there, and the caller sees both. */
  #visible(): Prisma.Sql {
    const reach = this.filters.reach('clients.read');
    const half = (id: Prisma.Sql) => Prisma.sql`exists (select from "Client" c where c.id = ${id} and c."deletedAt" is null and ${reach})`;
    return Prisma.sql`${half(Prisma.sql`d."firstId"`)} and ${half(Prisma.sql`d."secondId"`)}`;
  }
}

function after(cursor: string): Prisma.Sql {
  const [, score, id] = /^(\d{1,3})\.(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (!score || !id) throw problem(kernelErrors.invalidCursor);
  return Prisma.sql`(d.score, d.id) < (${Number(score)}, ${Number(id)})`;
}
