import { Injectable } from '@nestjs/common';
import type { EmittedEvent } from '@loctelli/core';
import { Database, On, UnitOfWork } from '@loctelli/core/server';
import { clientMerged, clientUnmerged } from '../../../clients/contract.ts';
import { live } from './enrolment-row.ts';
import { EnrolmentStops } from './enrolment-stops.ts';

interface Merge {
  mergeId: number;
  clientId: number;
  mergedIds: number[];
}
interface Ids {
  enrolments: number[];
  playbooks: number[];
  optOuts: number[];
}

/** What strategies know of a client goes to another one in a merge, and back when it is undone. With one that is erased it goes by its foreign keys. */
@Injectable()
export class StrategyFollower {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly stops: EnrolmentStops,
  ) {}

  @On(clientMerged)
  async merged({ payload: { mergeId, clientId, mergedIds } }: EmittedEvent<Merge>): Promise<void> {
    await this.uow.run(async () => {
      // Events come at least once, and in no promised order: an undo that came first leaves its mark, and nothing moves.
      const { count } = await this.db.strategyMerge.createMany({ data: [{ mergeId, moved: {} }], skipDuplicates: true });
      if (count === 0) return;
      const moved: Record<string, Ids> = {};
      for (const from of mergedIds) moved[from] = await this.#move(from, clientId);
      await this.db.strategyMerge.updateMany({ where: { mergeId }, data: { moved: moved as object } });
    });
  }

  @On(clientUnmerged)
  async unmerged({ payload: { mergeId, clientId } }: EmittedEvent<Merge>): Promise<void> {
    await this.uow.run(async () => {
      await this.db.strategyMerge.createMany({ data: [{ mergeId, moved: {} }], skipDuplicates: true });
      const { moved } = await this.db.strategyMerge.findFirstOrThrow({ where: { mergeId } });
      for (const [from, { enrolments, playbooks, optOuts }] of Object.entries(moved as unknown as Record<string, Ids>)) {
        const back = { clientId: Number(from) };
        await this.db.strategyEnrolment.updateMany({ where: { id: { in: enrolments }, clientId }, data: back });
        await this.db.strategyPlaybook.updateMany({ where: { id: { in: playbooks }, clientId }, data: back });
        await this.db.strategyOptOut.updateMany({ where: { id: { in: optOuts }, clientId }, data: back });
      }
      await this.db.strategyMerge.updateMany({ where: { mergeId }, data: { moved: {} } });
    });
  }

  /** A strategy that both go through goes on with the one who stays, and so do answers that both gave. Whoever wanted no mail wants none. */
  async #move(from: number, to: number): Promise<Ids> {
    const of = (clientId: number) => ({ where: { clientId }, select: { id: true, strategyId: true } });
    const running = { where: { clientId: { in: [from, to] }, status: live }, select: { id: true, strategyId: true, clientId: true } };
    const alive = await this.db.strategyEnrolment.findMany(running);
    const twice = alive.filter((row) => row.clientId === from && alive.some((other) => other.clientId === to && other.strategyId === row.strategyId));
    await this.stops.stop({ id: { in: twice.map(({ id }) => id) } }, 'client-gone', `/clients/${to}`);
    const enrolments = (await this.db.strategyEnrolment.findMany(of(from))).map(({ id }) => id);
    await this.db.strategyEnrolment.updateMany({ where: { id: { in: enrolments } }, data: { clientId: to } });
    const known = await this.db.strategyPlaybook.findMany(of(to));
    const playbooks = (await this.db.strategyPlaybook.findMany(of(from))).filter((row) => !known.some(({ strategyId }) => strategyId === row.strategyId)).map(({ id }) => id);
    await this.db.strategyPlaybook.updateMany({ where: { id: { in: playbooks } }, data: { clientId: to } });
    const isOut = (await this.db.strategyOptOut.count({ where: { clientId: to } })) > 0;
    const optOuts = isOut ? [] : (await this.db.strategyOptOut.findMany({ where: { clientId: from }, select: { id: true } })).map(({ id }) => id);
    await this.db.strategyOptOut.updateMany({ where: { id: { in: optOuts } }, data: { clientId: to } });
    if (optOuts.length) await this.stops.stop({ clientId: to }, 'unsubscribed');
    return { enrolments, playbooks, optOuts };
  }
}
