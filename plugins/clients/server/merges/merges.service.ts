import { Injectable } from '@nestjs/common';
import type { Page } from '@loctelli/core';
import { Access, Audit, Database, Events, seek, Timeline, userNames } from '@loctelli/core/server';
import { clientMerged } from '../../contract.ts';
import type { Client, ClientMerge, MergeCreate, MergePreview, MergeQuery, MergeRequest } from '../../contract.ts';
import { ClientNews } from '../client-news.ts';
import { hiddenFields, masked } from '../field-rules.ts';
import { searchText } from '../search.ts';
import { same } from '../imports/decide.ts';
import { MergeParticipants } from './merge-participants.ts';
import { mergedFields } from './merge-result.ts';
import { flat } from './merge-undo.ts';
import { mergeRowOf, undoDays, type MergeRow, type Moved } from './merge-row.ts';

const day = 86_400_000;

/** Makes one client of several; the way back is in undo-merge.ts. */
@Injectable()
export class MergesService {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly participants: MergeParticipants,
    private readonly timeline: Timeline,
    private readonly news: ClientNews,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  async preview(request: MergeRequest): Promise<MergePreview> {
    const { survivor, others, result, differences } = await this.participants.of(request);
    const from = { in: others.map(({ id }) => id) };
    const [notes, tasks, files, timeline] = await Promise.all([
      this.db.clientNote.count({ where: { clientId: from } }),
      this.db.clientTask.count({ where: { clientId: from } }),
      this.db.clientFile.count({ where: { clientId: from } }),
      this.db.timelineEntry.count({ where: { subject: 'Client', subjectId: from } }),
    ]);
    const hidden = this.access.refused('Client', 'read');
    return {
      clients: [survivor, ...others].map((client) => masked(client, hidden)),
      result: masked(result, hidden),
      differences: differences.filter(({ field }) => !hiddenFields(hidden).has(field)),
      moves: { notes, tasks, files, timeline },
    };
  }

  /**
   * All at once or not at all: the survivor takes the values, what hangs on the others moves to it, and they go to the trash.
   * @throws core.version-conflict when one of them was changed since the caller looked
   */
  async merge({ versions, ...request }: MergeCreate): Promise<ClientMerge> {
    const found = await this.participants.of(request, true);
    this.participants.demandVersions(found, versions);
    const { survivor, others, result } = found;
    const [old, next] = [flat(pick(survivor)), flat(pick(result))];
    const changed = [...new Set([...Object.keys(old), ...Object.keys(next)])].filter((field) => !same(old[field] ?? null, next[field] ?? null));
    const only = (values: Record<string, unknown>) => Object.fromEntries(changed.map((field) => [field, values[field] ?? null])) as object;

    const moved = await this.#move(others, survivor.id);
    await this.db.client.update({ where: { id: survivor.id }, data: { ...pick(result), search: searchText(result), version: { increment: 1 } } });
    const row = await this.db.clientMerge.create({
      data: {
        ...{ survivorId: survivor.id, mergedIds: others.map(({ id }) => id), mergedById: this.access.user.id },
        ...{ before: only(old), after: only(next), versionAfter: survivor.version + 1, moved: moved as object },
        undoUntil: new Date(Date.now() + undoDays * day),
      },
    });
    await this.news.tell(survivor.id, 'merged', { count: others.length }, { source: `ClientMerge:${row.id}` });
    for (const { id } of others) await this.news.changed(id);
    await this.events.emit(clientMerged, { mergeId: row.id, clientId: survivor.id, mergedIds: row.mergedIds });
    await this.audit.record({ action: 'client.merged', subject: 'Client', subjectId: survivor.id, changes: { mergeId: row.id, mergedIds: row.mergedIds, fields: changed } });
    return mergeRowOf(row, { survivor: result.name, by: this.access.user.name });
  }

  /** Newest first: all for whoever may merge every client, one's own otherwise. */
  async list({ cursor, limit, clientId }: MergeQuery): Promise<Page<ClientMerge>> {
    const order = seek({ sort: [{ field: 'createdAt', direction: 'desc', type: 'date' }], cursor, limit });
    const about = clientId ? { OR: [{ survivorId: clientId }, { mergedIds: { has: clientId } }] } : {};
    const rows = await this.db.clientMerge.findMany({ where: { AND: [this.mine(), about, order.where] }, orderBy: order.orderBy, take: order.take });
    const page = order.page(rows);
    const names = await this.names(page.items);
    return { ...page, items: page.items.map((row) => mergeRowOf(row, names(row))) };
  }

  mine(): object {
    return this.access.can('clients.merge') === 'all' ? {} : { mergedById: this.access.user.id };
  }

  async names(rows: readonly MergeRow[]): Promise<(row: MergeRow) => { survivor: string; by: string | null }> {
    const [clients, users] = await Promise.all([
      this.db.client.findMany({ where: { id: { in: rows.map(({ survivorId }) => survivorId) } }, select: { id: true, name: true } }),
      userNames(this.db, rows.map(({ mergedById }) => mergedById)),
    ]);
    const survivors = new Map(clients.map(({ id, name }) => [id, name]));
    return (row) => ({ survivor: survivors.get(row.survivorId) ?? '', by: users.of(row.mergedById) });
  }

  async #move(others: readonly Client[], toId: number): Promise<Moved> {
    const from = others.map(({ id }) => id);
    const where = { clientId: { in: from } };
    const select = { id: true, clientId: true } as const;
    const [notes, tasks, files] = await Promise.all([
      this.db.clientNote.findMany({ where, select }),
      this.db.clientTask.findMany({ where, select }),
      this.db.clientFile.findMany({ where, select }),
    ]);
    const data = { clientId: toId };
    await this.db.clientNote.updateMany({ where, data });
    await this.db.clientTask.updateMany({ where, data });
    await this.db.clientFile.updateMany({ where, data });
    const timeline = await this.timeline.move('Client', from, toId);
    const absorbed = await this.db.client.updateManyAndReturn({
      where: { id: { in: from } },
      data: { deletedAt: new Date(), mergedIntoId: toId, version: { increment: 1 } },
      select: { id: true, version: true },
    });
    const byClient = (rows: { id: number; clientId: number }[]) =>
      Object.fromEntries(from.map((id) => [id, rows.filter(({ clientId }) => clientId === id).map((row) => row.id)]));
    return { notes: byClient(notes), tasks: byClient(tasks), files: byClient(files), timeline, absorbed: Object.fromEntries(absorbed.map(({ id, version }) => [id, version])) };
  }
}

const pick = (client: Client) => Object.fromEntries(mergedFields.map((field) => [field, client[field]])) as Pick<Client, (typeof mergedFields)[number]>;
