import { Injectable } from '@nestjs/common';
import { Database, Every, Jobs, PluginSwitch, Procedures, UnitOfWork } from '@loctelli/core/server';
import { openClientTasks } from '../../../clients/contract.ts';
import { runStep } from '../../contract.ts';

/** What lies further ahead is put in line by a round when its time comes near: nothing stands in a queue for a year. */
const farMs = 26 * 3_600_000;
/** A round looks ahead as far as two of them, so that one that is missed changes nothing. */
const nearMs = 2 * 3_600_000;
const batch = 500;

interface Waiting {
  id: number;
  ordinal: number;
  nextAt: Date | null;
}

/** Sees to it that whatever is due has a job. A job that comes twice, or too early, does nothing. */
@Injectable()
export class EnrolmentLine {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly procedures: Procedures,
    private readonly plugin: PluginSwitch,
  ) {}

  /** Puts the next step in line, with the open unit of work. */
  async put({ id, ordinal, nextAt }: Waiting, hurried = false): Promise<void> {
    if (!nextAt) return;
    const delayMs = Math.max(0, nextAt.getTime() - Date.now());
    if (delayMs <= farMs) await this.jobs.add(runStep, { enrolmentId: id, ordinal, hurried }, { delayMs });
  }

  /** All that is due in a strategy that goes on after it rested: its jobs came meanwhile, and did nothing. */
  async again(strategyId: number): Promise<void> {
    await this.#all({ strategyId, nextAt: { lte: new Date(Date.now() + nearMs) } });
  }

  /** What should have been done long ago, or comes near, is put in line; who waits for a task that is no more goes on. */
  @Every('1 hour')
  async round(): Promise<void> {
    if (!(await this.plugin.isOn('strategies'))) return;
    await this.#all({ nextAt: { lte: new Date(Date.now() + nearMs) } });
    await this.#tasks();
  }

  async #all(where: object): Promise<void> {
    for (let after = 0; ; ) {
      const rows = await this.db.strategyEnrolment.findMany({
        where: { AND: [where, { status: 'active', strategy: { is: { status: 'active' } }, id: { gt: after } }] },
        select: { id: true, ordinal: true, nextAt: true },
        orderBy: { id: 'asc' },
        take: batch,
      });
      await this.uow.run(async () => {
        for (const row of rows) await this.put(row);
      });
      if (rows.length < batch) return;
      after = rows.at(-1)!.id;
    }
  }

  /** Whose task was done while nobody listened, or was deleted. */
  async #tasks(): Promise<void> {
    for (let after = 0; ; ) {
      const rows = await this.db.strategyEnrolment.findMany({
        where: { taskId: { not: null }, status: { in: ['active', 'held'] }, id: { gt: after } },
        select: { id: true, taskId: true },
        orderBy: { id: 'asc' },
        take: batch,
      });
      const { taskIds } = await this.procedures.call(openClientTasks, { taskIds: rows.map(({ taskId }) => taskId!) });
      for (const { taskId } of rows) if (!taskIds.includes(taskId!)) await this.taskEnded(taskId!);
      if (rows.length < batch) return;
      after = rows.at(-1)!.id;
    }
  }

  /** Whoever waited for a task goes on, at once. */
  async taskEnded(taskId: number, now = new Date()): Promise<void> {
    await this.uow.run(async () => {
      const rows = await this.db.strategyEnrolment.updateManyAndReturn({
        where: { taskId, status: { in: ['active', 'held'] } },
        data: { taskId: null, nextAt: now, lock: { increment: 1 } },
      });
      for (const row of rows) {
        await this.db.strategyStepRun.updateMany({ where: { enrolmentId: row.id, ordinal: row.ordinal - 1, status: 'waiting' }, data: { status: 'done', doneAt: now } });
        if (row.status === 'active') await this.put(row);
      }
    });
  }
}
