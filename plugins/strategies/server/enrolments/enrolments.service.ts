import { Injectable } from '@nestjs/common';
import { kernelErrors } from '@loctelli/core';
import { Access, Database, problem, Procedures } from '@loctelli/core/server';
import { reachableClients } from '../../../clients/contract.ts';
import { strategyErrors, type Enrol, type Enrolment, type EnrolmentAct } from '../../contract.ts';
import { planned } from '../engine/decide.ts';
import { StrategyReach } from '../strategies/strategy-reach.ts';
import { ClientFacts } from './client-facts.ts';
import { Definitions } from './definitions.ts';
import { EnrolmentLine } from './enrolment-line.ts';
import { EnrolmentList } from './enrolment-list.ts';
import { EnrolmentNews } from './enrolment-news.ts';
import { EnrolmentReach } from './enrolment-reach.ts';
import { live, type EnrolmentRow } from './enrolment-row.ts';
import { EnrolmentStops } from './enrolment-stops.ts';
import { Enroller } from './enroller.ts';

/** What people do with single enrolments. */
@Injectable()
export class EnrolmentsService {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly procedures: Procedures,
    private readonly strategies: StrategyReach,
    private readonly reach: EnrolmentReach,
    private readonly facts: ClientFacts,
    private readonly definitions: Definitions,
    private readonly enroller: Enroller,
    private readonly stops: EnrolmentStops,
    private readonly line: EnrolmentLine,
    private readonly news: EnrolmentNews,
    private readonly list: EnrolmentList,
  ) {}

  /** Throws strategies.not-found, not-running, no-steps, client-not-found, unknown-owner, owner-out-of-reach, already-enrolled, unsubscribed. */
  async enrol({ strategyId, clientId, ownerId = this.access.user.id }: Enrol): Promise<Enrolment> {
    const versionId = await this.running(strategyId);
    await this.reach.demandOwner(ownerId);
    const { clientIds } = await this.procedures.call(reachableClients, { clientIds: [clientId] });
    const clients = await this.facts.of(clientIds);
    const { ids, leftOut } = await this.enroller.enrol(clients, [clientId], { strategyId, versionId, source: 'hand', ownerOf: () => ownerId });
    const why = leftOut.get(clientId);
    if (why) throw problem(strategyErrors[({ unknown: 'clientNotFound', unsubscribed: 'unsubscribed', enrolled: 'alreadyEnrolled' } as const)[why]]);
    await this.news.record({ id: ids[0]!, strategyId, clientId }, 'begun');
    return this.list.shown(await this.reach.demand(ids[0]!));
  }

  /** The version that new enrolments follow. Throws strategies.not-found, strategies.not-running, strategies.no-steps. */
  async running(strategyId: number): Promise<number> {
    const { status, publishedNumber } = await this.strategies.demand(strategyId);
    const version = publishedNumber === null ? null : await this.db.strategyVersion.findFirst({ where: { strategyId, number: publishedNumber }, select: { id: true } });
    if (status !== 'active' || !version) throw problem(strategyErrors.notRunning);
    if ((await this.definitions.of(version.id)).cadence.steps.length === 0) throw problem(strategyErrors.noSteps);
    return version.id;
  }

  /** Throws strategies.enrolment-not-found, strategies.enrolment-ended, strategies.not-running, core.version-conflict. */
  async act(id: number, { version, act }: EnrolmentAct): Promise<Enrolment> {
    const before = await this.reach.demand(id, 'strategies.enrol');
    if (before.status !== 'active' && before.status !== 'held') throw problem(strategyErrors.enrolmentEnded);
    if (before.lock !== version) throw problem(kernelErrors.versionConflict);
    if (act === 'stop') {
      // Who is faster wins: a step that was just carried out has changed the version.
      if (!(await this.stops.stop({ id, lock: version }, 'by-hand'))) throw problem(kernelErrors.versionConflict);
    } else {
      await this.#change(before, await this.#wanted(before, act), act === 'send-now');
    }
    await this.news.record(before, { stop: 'stopped', hold: 'held', resume: 'resumed', move: 'moved', 'send-now': 'hurried' }[act]);
    return this.list.shown(await this.reach.demand(id));
  }

  async #wanted(before: EnrolmentRow, act: Exclude<EnrolmentAct['act'], 'stop'>): Promise<object> {
    switch (act) {
      case 'hold':
        return { status: 'held' };
      case 'resume':
        return { status: 'active' };
      case 'move':
        return this.#moved(before);
      case 'send-now':
        if (before.strategy.status !== 'active') throw problem(strategyErrors.notRunning);
        await this.db.strategyStepRun.updateMany({ where: { enrolmentId: before.id, status: 'waiting' }, data: { status: 'skipped', doneAt: new Date() } });
        return { status: 'active', nextAt: new Date(), delay: null, taskId: null };
    }
  }

  /** To the step with the same id, or the end. */
  async #moved({ strategyId, stepId, nextAt, clientId }: EnrolmentRow): Promise<object> {
    const { publishedNumber } = (await this.db.strategy.findFirst({ where: { id: strategyId }, select: { publishedNumber: true } }))!;
    const version = await this.db.strategyVersion.findFirst({ where: { strategyId, number: publishedNumber ?? 0 }, select: { id: true } });
    if (!version) throw problem(strategyErrors.notRunning);
    const { cadence } = await this.definitions.of(version.id);
    const next = cadence.steps.some(({ id }) => id === stepId) ? stepId : null;
    const clock = (await this.facts.clocks())((await this.facts.of([clientId])).get(clientId));
    const { at, delay } = planned(cadence, next, nextAt?.getTime() ?? Date.now(), clock);
    return { versionId: version.id, stepId: next, ...(nextAt && { nextAt: new Date(at), delay }) };
  }

  /** @param hurried whether the next step is carried out outside of its window */
  async #change({ id, lock }: EnrolmentRow, data: object, hurried: boolean): Promise<void> {
    const [row] = await this.db.strategyEnrolment.updateManyAndReturn({ where: { id, lock, status: live }, data: { ...data, lock: { increment: 1 } } });
    if (!row) throw problem(kernelErrors.versionConflict);
    if (row.status === 'active') await this.line.put(row, hurried);
    await this.news.changed([row]);
  }
}
