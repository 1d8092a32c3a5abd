import { Injectable } from '@nestjs/common';
import type { MessageParams } from '@loctelli/core';
import { Audit, BackgroundJobs, Database, Events, Handles, Prisma, Standing, Timeline, UnitOfWork, type JobRun, type KeptStanding } from '@loctelli/core/server';
import { clientsBulkChanged, runBulk } from '../../contract.ts';
import type { BulkChange, BulkKind, StageKind } from '../../contract.ts';
import { ClientFilters } from '../filters.ts';
import { applyChange, differenceOf, type BulkFields, type Difference } from './apply-change.ts';
import { permissionOf, type BulkRunRow, type KeptTarget } from './bulk-run.ts';
import { BulkRows, type BulkRow } from './bulk-rows.ts';

const size = 500;
type Changed = { row: BulkRow; after: BulkFields; difference: Difference };

/** Changes many clients, batch by batch, as whoever started it. */
@Injectable()
export class BulkRunner {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly rows: BulkRows,
    private readonly filters: ClientFilters,
    private readonly standing: Standing,
    private readonly timeline: Timeline,
    private readonly progress: BackgroundJobs,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /**
   * Each batch commits with the last id it dealt with. A worker that dies leaves whole batches, and the next attempt goes on after them;
   * two workers on one run cannot both write a batch, for only one finds the last id it expects.
   */
  @Handles(runBulk)
  async run({ runId }: { runId: number }, { attempt }: Pick<JobRun, 'attempt'>): Promise<void> {
    try {
      await this.db.clientBulkRun.updateMany({ where: { id: runId, status: 'queued' }, data: { status: 'running', startedAt: new Date() } });
      const run = await this.db.clientBulkRun.findFirst({ where: { id: runId, status: 'running' } });
      if (run) await this.standing.resume(run.reach as unknown as KeptStanding, () => this.#run(run));
    } catch (error) {
      if (attempt >= runBulk.attempts) await this.#end(runId, 'failed');
      throw error;
    }
  }

  async #run(run: BulkRunRow): Promise<void> {
    const change = run.change as BulkChange;
    const stages = new Map((await this.db.stage.findMany({ select: { id: true, kind: true } })).map(({ id, kind }) => [id, kind as StageKind]));
    const apply = (client: BulkFields, now: string): BulkFields => {
      if (run.kind === 'update') return applyChange(client, change, stages, now);
      return { ...client, deletedAt: run.kind === 'delete' ? now : null };
    };
    for (let lastId: number | null = run.lastId; lastId !== null; ) lastId = await this.#batch(run, lastId, apply);
  }

  /** @returns where to go on; null when all is done, it was cancelled or another worker was faster */
  async #batch(run: BulkRunRow, lastId: number, apply: (client: BulkFields, now: string) => BulkFields): Promise<number | null> {
    const next = await this.uow.run(
      async () => {
        const target = run.target as unknown as KeptTarget;
        const ids = 'ids' in target ? target.ids.filter((id) => id > lastId).slice(0, size) : null;
        if (ids?.length === 0) return null;
        const found = await this.rows.read(await this.#where(run.kind as BulkKind, target, ids, lastId), size);
        const reached = ids ? ids.at(-1)! : found.at(-1)?.id;
        if (reached === undefined) return null;
        const now = new Date().toISOString();
        const changed = found.flatMap((row): Changed[] => {
          const after = apply(row, now);
          const difference = differenceOf(row, after);
          return difference ? [{ row, after, difference }] : [];
        });
        const looked = ids?.length ?? found.length;
        const [mine] = await this.db.clientBulkRun.updateManyAndReturn({
          where: { id: run.id, status: 'running', lastId },
          data: { lastId: reached, processed: { increment: looked }, changed: { increment: changed.length }, skipped: { increment: looked - changed.length } },
        });
        if (!mine) return undefined;
        await this.#write(run, changed);
        if (run.progressId) await this.progress.advance(run.progressId, { processed: mine.processed });
        return reached;
      },
      { timeoutMs: 60_000 },
    );
    if (next === null) await this.#end(run.id, 'done');
    return next ?? null;
  }

  async #where(kind: BulkKind, target: KeptTarget, ids: number[] | null, lastId: number): Promise<Prisma.Sql> {
    const permission = permissionOf(kind);
    // What was merged into another comes back by undoing the merge, and in no other way.
    const whole = kind === 'restore' ? Prisma.sql`c."deletedAt" is not null and c."mergedIntoId" is null` : Prisma.sql`c."deletedAt" is null`;
    if (ids) return Prisma.sql`c.id = any(${ids}::int[]) and ${whole} and ${this.filters.reach(permission)}`;
    const { filter, maxId } = target as Extract<KeptTarget, { maxId: number }>;
    return Prisma.sql`c.id > ${lastId} and c.id <= ${maxId} and ${whole} and ${await this.filters.sql(permission, filter)}`;
  }

  async #write({ id: runId, kind }: BulkRunRow, changed: Changed[]): Promise<void> {
    if (changed.length === 0) return;
    await this.rows.write(changed.map(({ row, after }) => ({ ...row, ...after })));
    const kept = changed.map(({ row, difference }) => ({ runId, clientId: row.id, versionAfter: row.version + 1, ...difference }));
    await this.db.$executeRaw`
      insert into "ClientBulkChange" ("runId", "clientId", "versionAfter", before, after)
      select r."runId", r."clientId", r."versionAfter", r.before, r.after
      from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as r("runId" int, "clientId" int, "versionAfter" int, before jsonb, after jsonb)`;
    await this.timeline.recordMany(
      changed.map(({ row, difference }) => ({
        ...{ subject: 'Client', subjectId: row.id, kind: `clients.${kind}d`, source: `ClientBulkRun:${runId}` },
        params: (kind === 'update' ? { fields: fieldsTold(difference) } : {}) as MessageParams,
      })),
    );
  }

  /** What a failed run has changed stays, and can be undone like that of a finished one. */
  async #end(id: number, status: 'done' | 'failed'): Promise<void> {
    await this.uow.run(async () => {
      const [run] = await this.db.clientBulkRun.updateManyAndReturn({
        where: { id, status: { in: ['queued', 'running'] } },
        data: { status, finishedAt: new Date(), version: { increment: 1 } },
      });
      if (!run) return;
      const { kind, changed, skipped, progressId } = run;
      await this.events.emit(clientsBulkChanged, { runId: id, kind: kind as BulkKind, changed, undone: false });
      await this.audit.record({ action: 'clients.bulk-changed', subject: 'ClientBulkRun', subjectId: id, changes: { kind, changed, skipped, change: run.change } });
      if (progressId) await this.progress.finish(progressId, status, { params: { count: changed } });
    });
  }
}

/** Names of the fields, as the timeline tells them: `stageSince` goes with its stage. */
const fieldsTold = ({ after }: Difference) =>
  Object.keys(after)
    .filter((field) => field !== 'stageSince')
    .join(',');
