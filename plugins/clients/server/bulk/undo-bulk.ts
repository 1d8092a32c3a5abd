import { Injectable } from '@nestjs/common';
import type { MessageParams } from '@loctelli/core';
import { Audit, BackgroundJobs, Database, Events, Handles, Prisma, Standing, Timeline, UnitOfWork, type JobRun, type KeptStanding } from '@loctelli/core/server';
import { clientsBulkChanged, undoBulk } from '../../contract.ts';
import type { BulkKind } from '../../contract.ts';
import type { BulkFields } from './apply-change.ts';
import { BulkRows } from './bulk-rows.ts';
import type { BulkRunRow } from './bulk-run.ts';

const size = 500;

/** Takes a bulk run back: every client it changed is as before, unless somebody changed it since. */
@Injectable()
export class BulkUndoer {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly rows: BulkRows,
    private readonly standing: Standing,
    private readonly timeline: Timeline,
    private readonly progress: BackgroundJobs,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /** Every batch removes what it has dealt with, so that another attempt goes on where this one ended. */
  @Handles(undoBulk)
  async undo({ runId }: { runId: number }, { attempt }: Pick<JobRun, 'attempt'>): Promise<void> {
    try {
      const run = await this.db.clientBulkRun.findFirst({ where: { id: runId, status: 'undoing' } });
      if (run) await this.standing.resume(run.reach as unknown as KeptStanding, () => this.#undo(run));
    } catch (error) {
      if (attempt >= undoBulk.attempts) await this.#fail(runId);
      throw error;
    }
  }

  async #undo(run: BulkRunRow): Promise<void> {
    while ((await this.uow.run(() => this.#batch(run), { timeoutMs: 60_000 })) === size);
    await this.uow.run(async () => {
      const [after] = await this.db.clientBulkRun.updateManyAndReturn({
        where: { id: run.id, status: 'undoing' },
        data: { status: 'undone', undoneAt: new Date(), version: { increment: 1 } },
      });
      if (!after) return;
      const { id, kept, processed, progressId } = after;
      const restored = processed - kept;
      await this.events.emit(clientsBulkChanged, { runId: id, kind: after.kind as BulkKind, changed: restored, undone: true });
      await this.audit.record({ action: 'clients.bulk-undone', subject: 'ClientBulkRun', subjectId: id, changes: { restored, kept } });
      if (progressId) await this.progress.finish(progressId, 'done', { params: { count: restored, kept } });
    });
  }

  /** @returns how many it has dealt with */
  async #batch({ id: runId, kind, progressId }: BulkRunRow): Promise<number> {
    const changes = await this.db.clientBulkChange.findMany({ where: { runId }, orderBy: { clientId: 'asc' }, take: size });
    if (changes.length === 0) return 0;
    const clients = await this.rows.read(Prisma.sql`c.id = any(${changes.map(({ clientId }) => clientId)}::int[])`, size);
    const byId = new Map(clients.map((client) => [client.id, client]));
    // A stage that was taken away since cannot be gone back to.
    const stages = new Set((await this.db.stage.findMany({ select: { id: true } })).map(({ id }) => id));
    const restored = changes.flatMap(({ clientId, before, versionAfter }) => {
      const client = byId.get(clientId);
      const then = before as Partial<BulkFields>;
      return client?.version === versionAfter && (!then.stageId || stages.has(then.stageId)) ? [{ ...client, ...then }] : [];
    });
    await this.rows.write(restored);
    await this.timeline.recordMany(
      restored.map(({ id }) => ({ subject: 'Client', subjectId: id, kind: `clients.${told[kind as BulkKind]}`, params: (kind === 'update' ? { fields: fieldsOf(changes, id) } : {}) as MessageParams, source: `ClientBulkRun:${runId}` })),
    );
    const { count } = await this.db.clientBulkChange.deleteMany({ where: { id: { in: changes.map(({ id }) => id) } } });
    const run = await this.db.clientBulkRun.update({
      where: { id: runId },
      data: { processed: { increment: count }, kept: { increment: count - restored.length } },
    });
    if (progressId) await this.progress.advance(progressId, { processed: run.processed });
    return changes.length;
  }

  /** Whoever asked may ask again: what has been taken back is gone from the list of what there is to do. */
  async #fail(id: number): Promise<void> {
    await this.uow.run(async () => {
      const [run] = await this.db.clientBulkRun.updateManyAndReturn({ where: { id, status: 'undoing' }, data: { status: 'failed' } });
      if (run?.progressId) await this.progress.finish(run.progressId, 'failed', { params: { count: run.processed - run.kept } });
    });
  }
}

/** What undoing a run does to a client. */
const told: Record<BulkKind, string> = { update: 'updated', delete: 'restored', restore: 'deleted' };

function fieldsOf(changes: { clientId: number; before: unknown }[], id: number): string {
  const before = changes.find(({ clientId }) => clientId === id)?.before as object;
  return Object.keys(before)
    .filter((field) => field !== 'stageSince')
    .join(',');
}
