import { Injectable } from '@nestjs/common';
import { Audit, BackgroundJobs, Database, Handles, Procedures, Standing, UnitOfWork, type JobRun, type KeptStanding, type Prisma } from '@loctelli/core/server';
import { matchingClients, reachableClients, type ClientFilter } from '../../../clients/contract.ts';
import { enrolClients } from '../../contract.ts';
import { ClientFacts } from './client-facts.ts';
import { EnrolmentStops } from './enrolment-stops.ts';
import { live } from './enrolment-row.ts';
import { Enroller } from './enroller.ts';

const size = 200;
type Row = Prisma.StrategyEnrolRunGetPayload<object>;

/** Enrols many, batch by batch, as whoever started it; or takes that back. */
@Injectable()
export class EnrolManyRunner {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly procedures: Procedures,
    private readonly standing: Standing,
    private readonly facts: ClientFacts,
    private readonly enroller: Enroller,
    private readonly stops: EnrolmentStops,
    private readonly progress: BackgroundJobs,
    private readonly audit: Audit,
  ) {}

  /** Each batch commits with the last client it dealt with: a worker that dies leaves whole batches, and of two workers only one writes the next. */
  @Handles(enrolClients)
  async run({ runId }: { runId: number }, { attempt }: Pick<JobRun, 'attempt'>): Promise<void> {
    const run = await this.db.strategyEnrolRun.findFirst({ where: { id: runId } });
    if (!run) return;
    try {
      await this.standing.resume(run.reach as unknown as KeptStanding, () => (run.undoneAt ? this.#undo(run) : this.#enrol(run)));
    } catch (error) {
      if (attempt >= enrolClients.attempts) await this.uow.run(() => this.#end(run, 'failed'));
      throw error;
    }
  }

  async #enrol(run: Row): Promise<void> {
    for (let doneUpTo: number | null = run.doneUpTo; doneUpTo !== null; ) doneUpTo = await this.#batch(run, doneUpTo);
  }

  /** @returns where to go on; null when all is done, it was taken back, or another worker was faster */
  #batch(run: Row, doneUpTo: number): Promise<number | null> {
    return this.uow.run(
      async () => {
        const strategy = await this.db.strategy.findFirst({ where: { id: run.strategyId, status: 'active' }, select: { publishedNumber: true } });
        const version = await this.db.strategyVersion.findFirst({ where: { strategyId: run.strategyId, number: strategy?.publishedNumber ?? 0 }, select: { id: true } });
        const ids = version ? await this.#next(run, doneUpTo) : [];
        if (!version || ids.length === 0) {
          await this.#end(run, version ? 'done' : 'cancelled');
          return null;
        }
        const last = ids.at(-1)!;
        const { count } = await this.db.strategyEnrolRun.updateMany({ where: { id: run.id, doneUpTo, undoneAt: null, finishedAt: null }, data: { doneUpTo: last } });
        if (count === 0) return null;
        const { clientIds } = await this.procedures.call(reachableClients, { clientIds: ids });
        const gone = await this.db.strategyPlaybook.findMany({ where: { strategyId: run.strategyId, clientId: { in: clientIds }, disqualifiedAt: { not: null } }, select: { clientId: true } });
        const wanted = clientIds.filter((id) => !gone.some(({ clientId }) => clientId === id));
        const { ids: made } = await this.enroller.enrol(await this.facts.of(wanted), wanted, {
          ...{ strategyId: run.strategyId, versionId: version.id, source: 'bulk', cause: `#${run.id}`, enrolRunId: run.id },
          ownerOf: () => run.senderId,
        });
        const counted = await this.db.strategyEnrolRun.update({ where: { id: run.id }, data: { enrolled: { increment: made.length }, skipped: { increment: ids.length - made.length } } });
        if (run.progressId) await this.progress.advance(run.progressId, { processed: counted.enrolled + counted.skipped });
        return last;
      },
      { timeoutMs: 60_000 },
    );
  }

  async #next(run: Row, after: number): Promise<number[]> {
    const target = run.target as unknown as { ids: number[] } | { filter: ClientFilter };
    if ('ids' in target) return target.ids.filter((id) => id > after).slice(0, size);
    return (await this.procedures.call(matchingClients, { filter: target.filter, afterId: after, limit: size, count: false })).clientIds;
  }

  async #undo(run: Row): Promise<void> {
    for (;;) {
      const rows = await this.db.strategyEnrolment.findMany({ where: { enrolRunId: run.id, status: live }, select: { id: true }, take: size });
      if (rows.length === 0) break;
      await this.stops.stop({ id: { in: rows.map(({ id }) => id) } }, 'undone');
    }
    await this.uow.run(() => this.#end(run, 'cancelled'));
  }

  async #end({ id, progressId }: Row, status: 'done' | 'failed' | 'cancelled'): Promise<void> {
    const [run] = await this.db.strategyEnrolRun.updateManyAndReturn({ where: { id, finishedAt: null }, data: { finishedAt: new Date() } });
    if (!run) return;
    const { strategyId, enrolled, skipped } = run;
    await this.audit.record({ action: 'strategy.enrolled-many', subject: 'StrategyEnrolRun', subjectId: id, changes: { strategyId, enrolled, skipped } });
    if (progressId) await this.progress.finish(progressId, status, { params: { count: enrolled } });
  }
}
