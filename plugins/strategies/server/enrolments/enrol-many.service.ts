import { Injectable } from '@nestjs/common';
import { Access, BackgroundJobs, Database, Jobs, problem, Procedures, Standing, type Prisma } from '@loctelli/core/server';
import { matchingClients } from '../../../clients/contract.ts';
import { enrolClients, strategyErrors, type EnrolMany, type EnrolRun } from '../../contract.ts';
import { EnrolmentReach } from './enrolment-reach.ts';
import { hrefOf } from './enrolment-row.ts';
import { EnrolmentsService } from './enrolments.service.ts';

type Row = Prisma.StrategyEnrolRunGetPayload<object>;

/** Many clients enrolled at once: what a user does to such a run. Its work is in run-enrol-many.ts. */
@Injectable()
export class EnrolManyService {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly procedures: Procedures,
    private readonly standing: Standing,
    private readonly progress: BackgroundJobs,
    private readonly jobs: Jobs,
    private readonly reach: EnrolmentReach,
    private readonly enrolments: EnrolmentsService,
  ) {}

  /** Throws strategies.not-found, strategies.not-running, strategies.no-steps, strategies.owner-out-of-reach, clients.wrong-condition. */
  async start({ strategyId, ownerId = this.access.user.id, target }: EnrolMany): Promise<EnrolRun> {
    await this.enrolments.running(strategyId);
    await this.reach.demandOwner(ownerId);
    const ids = 'ids' in target ? [...new Set(target.ids)].sort((a, b) => a - b) : null;
    const filter = 'filter' in target ? { ...target.filter, deleted: false } : null;
    const total = ids?.length ?? (await this.procedures.call(matchingClients, { filter: filter!, afterId: 0, limit: 1, count: true })).count ?? 0;
    const progressId = await this.progress.start({ kind: 'strategies.enrol', params: { count: total }, total, href: hrefOf(strategyId) });
    const reach = { ...this.standing.keep(['clients.read', 'strategies.enrol', 'strategies.enrolments']) };
    const kept = (ids ? { ids } : { filter }) as object;
    const row = await this.db.strategyEnrolRun.create({ data: { strategyId, ownerId: this.access.user.id, senderId: ownerId, target: kept, reach, total, progressId } });
    await this.jobs.add(enrolClients, { runId: row.id });
    return runOf(row);
  }

  async get(id: number): Promise<EnrolRun> {
    return runOf(await this.#find(id));
  }

  /** Ends it where it still runs, and stops whoever it enrolled. A second time changes nothing. */
  async undo(id: number): Promise<EnrolRun> {
    const row = await this.#find(id);
    const { count } = await this.db.strategyEnrolRun.updateMany({ where: { id, undoneAt: null }, data: { undoneAt: new Date() } });
    if (count) await this.jobs.add(enrolClients, { runId: row.id });
    return this.get(id);
  }

  async #find(id: number): Promise<Row> {
    const row = await this.db.strategyEnrolRun.findFirst({ where: { id, ownerId: this.access.user.id } });
    if (!row) throw problem(strategyErrors.runNotFound);
    return row;
  }
}

const runOf = ({ id, strategyId, total, enrolled, skipped, progressId, finishedAt, undoneAt }: Row): EnrolRun => ({
  ...{ id, strategyId, total, enrolled, skipped, progressId },
  finishedAt: finishedAt?.toISOString() ?? null,
  undoneAt: undoneAt?.toISOString() ?? null,
});
