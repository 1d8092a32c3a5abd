import { Injectable } from '@nestjs/common';
import { Audit, Database, Events, Handles, Live, UnitOfWork, type JobRun } from '@loctelli/core/server';
import { clientsImportUndone, importProgress, undoImport } from '../../contract.ts';
import { searchText } from '../search.ts';
import { same } from './decide.ts';
import { importOf } from './import-row.ts';

const size = 1000;

/** Takes an import back: what it created goes, what it changed is as before, and what people did since stays. */
@Injectable()
export class ImportUndoer {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly live: Live,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /** Every batch removes what it has dealt with, so that another attempt goes on where this one ended. */
  @Handles(undoImport)
  async undo({ importId }: { importId: number }, { attempt }: Pick<JobRun, 'attempt'>): Promise<void> {
    try {
      await this.#undo(importId);
    } catch (error) {
      // Whoever asked may ask again: what has been taken back is gone from the list of what there is to do.
      if (attempt >= undoImport.attempts)
        await this.db.clientImport.updateMany({ where: { id: importId, status: 'undoing' }, data: { status: 'failed' } });
      throw error;
    }
  }

  async #undo(importId: number): Promise<void> {
    const row = await this.db.clientImport.findFirst({ where: { id: importId, status: 'undoing' } });
    if (!row) return;
    const [restored, kept] = await this.#restoreAll(importId);
    const removed = await this.#removeAll(importId, row.ownerId);
    await this.#finish(importId, removed, restored, kept);
  }

  /** Deletes created clients that nobody has changed, noted anything on or given a task or file since, and what their timelines tell. */
  async #removeAll(importId: number, ownerId: number): Promise<number> {
    for (let removed = 0; ;) {
      const batch = await this.uow.run(
        async () => {
          const gone = await this.db.$queryRaw<{ id: number }[]>`
            delete from "Client" where id in (
              select c.id from "Client" c
              where c."importId" = ${importId} and c.version = 1
                and not exists (select from "ClientNote" n where n."clientId" = c.id and n."createdAt" > (select i."finishedAt" from "ClientImport" i where i.id = ${importId}))
                and not exists (select from "ClientTask" t where t."clientId" = c.id) and not exists (select from "ClientFile" f where f."clientId" = c.id)
              limit ${size})
            returning id`;
          const count = gone.length;
          await this.db.timelineEntry.deleteMany({ where: { subject: 'Client', subjectId: { in: gone.map(({ id }) => id) } } });
          this.uow.current!.touched.add('Client');
          const now = await this.db.clientImport.update({ where: { id: importId }, data: { processed: { decrement: count } } });
          await this.live.publish(importProgress, importOf({ ...now, processed: Math.max(now.processed, 0) }), { userId: ownerId });
          return count;
        },
        { timeoutMs: 60_000 },
      );
      removed += batch;
      if (batch < size) return removed;
    }
  }

  /** The latest change first, as a client may have been changed by several rows. */
  async #restoreAll(importId: number): Promise<[restored: number, kept: number]> {
    for (let [restored, kept] = [0, 0]; ;) {
      const changes = await this.db.clientImportChange.findMany({
        where: { importId },
        orderBy: { id: 'desc' },
        take: size,
        include: { client: true },
      });
      if (changes.length === 0) return [restored, kept];
      await this.uow.run(
        async () => {
          for (const { client, before, after } of changes) {
            const whole = await this.#restore(client, before as object, after as object);
            if (whole) restored++;
            else kept++;
          }
          await this.db.clientImportChange.deleteMany({ where: { id: { in: changes.map(({ id }) => id) } } });
        },
        { timeoutMs: 60_000 },
      );
    }
  }

  /** Puts back the fields that still are as the import left them. False when one of them was changed since. */
  async #restore(client: { id: number; version: number; value: unknown; stageSince: Date | null }, before: object, after: object): Promise<boolean> {
    const now = { ...client, value: client.value === null ? null : Number(client.value), stageSince: client.stageSince?.toISOString() ?? null } as Record<string, unknown>;
    const untouched = Object.entries(before).filter(([field]) => same(now[field], (after as Record<string, unknown>)[field]));
    if (untouched.length) {
      const data = Object.fromEntries(untouched);
      const search = searchText({ ...now, ...data } as unknown as Parameters<typeof searchText>[0]);
      const { count } = await this.db.client.updateMany({
        where: { id: client.id, version: client.version },
        data: { ...data, search, version: { increment: 1 } },
      });
      // Changed between reading and writing: the attempt fails, and the next one reads again.
      if (!count) throw new Error(`client ${client.id} is being changed`);
    }
    return untouched.length === Object.keys(before).length;
  }

  async #finish(id: number, removed: number, restored: number, conflicts: number): Promise<void> {
    await this.uow.run(async () => {
      const kept = conflicts + (await this.db.client.count({ where: { importId: id } }));
      const row = await this.db.clientImport.update({
        where: { id },
        data: { status: 'undone', undoneAt: new Date(), processed: 0, kept, version: { increment: 1 } },
      });
      await this.events.emit(clientsImportUndone, { importId: id, removed, restored, kept });
      await this.audit.record({
        action: 'clients.import-undone',
        subject: 'ClientImport',
        subjectId: id,
        changes: { removed, restored, kept },
      });
      await this.live.publish(importProgress, importOf(row), { userId: row.ownerId });
    });
  }
}
