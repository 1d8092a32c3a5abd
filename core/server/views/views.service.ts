import { Injectable } from '@nestjs/common';
import { kernelErrors, type SavedView, type SavedViewCreate, type SavedViewUpdate, type ViewVisibility } from '@loctelli/core';
import type { Prisma } from '../../../prisma/build/client/client.ts';
import { Access } from '../access/access.ts';
import { Audit } from '../audit/audit.ts';
import { Database } from '../database/database.ts';
import { updateVersioned } from '../database/versioned.ts';
import { problem } from '../http/problem.ts';

const most = 200;
const withOwner = { owner: { select: { name: true } } };
type Row = Prisma.SavedViewGetPayload<{ include: typeof withOwner }>;

/** Lists as people want to find them again: their own, their team's, everybody's. */
@Injectable()
export class ViewsService {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly audit: Audit,
  ) {}

  async list(list: string): Promise<SavedView[]> {
    const where = { AND: [{ list }, this.#visible()] };
    const rows = await this.db.savedView.findMany({ where, include: withOwner, orderBy: [{ position: 'asc' }, { id: 'asc' }], take: most });
    return rows.map((row) => this.#viewOf(row));
  }

  async create({ visibility, query, ...input }: SavedViewCreate): Promise<SavedView> {
    const { id: ownerId } = this.access.user;
    const data = { ...input, query: query as Prisma.InputJsonObject, ownerId, visibility, teamId: this.#teamFor(visibility) };
    const row = await this.db.savedView.create({ data, include: withOwner });
    if (visibility !== 'private') await this.audit.record({ action: 'view.shared', subject: 'SavedView', subjectId: row.id, changes: { name: [null, row.name] } });
    return this.#viewOf(row);
  }

  /** Throws core.not-found where the caller may not see it, core.forbidden where they may not change it. */
  async update(id: number, { version, visibility, query, ...input }: SavedViewUpdate): Promise<SavedView> {
    await this.#mine(id);
    const shared = visibility && { visibility, teamId: this.#teamFor(visibility) };
    const data = { ...input, ...shared, ...(query && { query: query as Prisma.InputJsonObject }) };
    await updateVersioned(this.db.savedView, { id, version }, data);
    await this.audit.record({ action: 'view.updated', subject: 'SavedView', subjectId: id, changes: { ...input, ...(visibility && { visibility }) } });
    return this.#viewOf(await this.db.savedView.findFirstOrThrow({ where: { id }, include: withOwner }));
  }

  async remove(id: number): Promise<void> {
    const { name } = await this.#mine(id);
    await this.db.savedView.deleteMany({ where: { id } });
    await this.audit.record({ action: 'view.deleted', subject: 'SavedView', subjectId: id, changes: { name: [name, null] } });
  }

  async #mine(id: number): Promise<Row> {
    const row = await this.db.savedView.findFirst({ where: { AND: [{ id }, this.#visible()] }, include: withOwner });
    if (!row) throw problem(kernelErrors.notFound);
    if (!this.#mayChange(row)) throw problem(kernelErrors.forbidden);
    return row;
  }

  #visible(): object {
    const { id, teamId } = this.access.user;
    const team = teamId === null ? [] : [{ visibility: 'team', teamId }];
    return { OR: [{ ownerId: id }, { visibility: 'tenant' }, ...team] };
  }

  #mayChange({ ownerId, visibility }: { ownerId: number; visibility: string }): boolean {
    return ownerId === this.access.user.id || (visibility !== 'private' && this.access.can('views.share') !== null);
  }

  /** A private view needs nothing; one for the team or the tenant needs the permission, and the first of them a team. */
  #teamFor(visibility: ViewVisibility): number | null {
    if (visibility === 'private') return null;
    this.access.demand('views.share');
    if (visibility === 'tenant') return null;
    const { teamId } = this.access.user;
    if (teamId === null) throw problem(kernelErrors.noTeam);
    return teamId;
  }

  #viewOf(row: Row): SavedView {
    const { id, list, name, query, visibility, ownerId, position, version, owner } = row;
    return {
      ...{ id, list, name, ownerId, position, version },
      query: query as SavedView['query'],
      visibility: visibility as ViewVisibility,
      ownerName: owner.name,
      mine: this.#mayChange(row),
    };
  }
}
