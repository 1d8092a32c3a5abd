import { Injectable } from '@nestjs/common';
import { Access, Audit, Database, Events, Prisma, problem, Timeline } from '@loctelli/core/server';
import { clientErrors, clientUnmerged } from '../../contract.ts';
import type { Client, ClientMerge } from '../../contract.ts';
import { ClientNews } from '../client-news.ts';
import { clientOf, withOwner } from '../client-row.ts';
import { searchText } from '../search.ts';
import { MergesService } from './merges.service.ts';
import { mergeRowOf, type MergeRow, type Moved } from './merge-row.ts';
import { restorationOf } from './merge-undo.ts';

/** Takes a merge back. */
@Injectable()
export class MergeUndoer {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly merges: MergesService,
    private readonly timeline: Timeline,
    private readonly news: ClientNews,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /**
   * The absorbed clients return with all that came from them; the survivor gets back the values that nobody changed since. What was added
   * to the survivor since stays with it.
   * @throws clients.merge-not-found, clients.merge-not-undoable, clients.merge-not-last
   */
  async undo(id: number): Promise<ClientMerge> {
    const row = await this.db.clientMerge.findFirst({ where: { AND: [{ id }, this.merges.mine()] } });
    if (!row) throw problem(clientErrors.mergeNotFound);
    const ids = [row.survivorId, ...row.mergedIds];
    await this.db.$queryRaw(Prisma.sql`select c.id from "Client" c where c.id = any(${ids}::int[]) order by c.id for update`);
    const survivor = await this.#demandUndoable(row, ids);
    const { count } = await this.db.clientMerge.updateMany({ where: { id, undoneAt: null }, data: { undoneAt: new Date(), version: { increment: 1 } } });
    if (!count) throw problem(clientErrors.mergeNotUndoable);

    const moved = row.moved as unknown as Moved;
    const { data, kept } = restorationOf(row.before as Record<string, unknown>, row.after as Record<string, unknown>, survivor);
    await this.db.client.update({ where: { id: survivor.id }, data: { ...data, search: searchText({ ...survivor, ...data }), version: { increment: 1 } } as never });
    await this.db.client.updateMany({ where: { id: { in: row.mergedIds } }, data: { deletedAt: null, mergedIntoId: null, version: { increment: 1 } } });
    for (const from of row.mergedIds) await this.#moveBack(moved, from, survivor.id);
    await this.timeline.retract(`ClientMerge:${id}`);

    for (const clientId of ids) await this.news.changed(clientId);
    await this.events.emit(clientUnmerged, { mergeId: id, clientId: survivor.id, mergedIds: row.mergedIds });
    await this.audit.record({ action: 'client.unmerged', subject: 'Client', subjectId: survivor.id, changes: { mergeId: id, mergedIds: row.mergedIds, kept } });
    const after = await this.db.clientMerge.findFirstOrThrow({ where: { id } });
    return mergeRowOf(after, (await this.merges.names([after]))(after), kept);
  }

  async #demandUndoable(row: MergeRow, ids: number[]): Promise<Client> {
    if (row.undoneAt || row.undoUntil <= new Date()) throw problem(clientErrors.mergeNotUndoable);
    const found = await this.db.client.findMany({ where: { id: { in: ids } }, include: withOwner });
    const reachable = await this.db.client.findFirst({ where: { AND: [{ id: row.survivorId }, this.access.where('clients.merge')] }, select: { id: true } });
    // One that was erased for good cannot come back.
    if (found.length !== ids.length || !reachable) throw problem(clientErrors.mergeNotUndoable);
    const later = { id: { gt: row.id }, undoneAt: null, OR: [{ survivorId: row.survivorId }, { mergedIds: { has: row.survivorId } }] };
    const after = await this.db.clientMerge.findFirst({ where: later, orderBy: { id: 'desc' } });
    if (after) throw problem(clientErrors.mergeNotLast, { mergeId: after.id });
    return clientOf(found.find(({ id }) => id === row.survivorId)!);
  }

  /** Only what still hangs on the survivor: what was deleted or moved on since is left where it is. */
  async #moveBack(moved: Moved, from: number, survivorId: number): Promise<void> {
    const of = (ids: number[] | undefined) => ({ where: { id: { in: ids ?? [] }, clientId: survivorId }, data: { clientId: from } });
    await this.db.clientNote.updateMany(of(moved.notes[from]));
    await this.db.clientTask.updateMany(of(moved.tasks[from]));
    await this.db.clientFile.updateMany(of(moved.files[from]));
    await this.timeline.moveEntries(moved.timeline[from] ?? [], from);
  }
}
