import { Injectable } from '@nestjs/common';
import { kernelErrors } from '@loctelli/core';
import { Database, Events, Handles, type JobRun, PluginSwitch, Problem, UnitOfWork } from '@loctelli/core/server';
import { runStep, stepDone, type Definition, type Step } from '../../contract.ts';
import { decide, isWriting, leavesWork, planned, type Decision } from '../engine/decide.ts';
import { ClientFacts, withAnswers } from './client-facts.ts';
import { Definitions } from './definitions.ts';
import { EnrolmentLine } from './enrolment-line.ts';
import { about, EnrolmentNews } from './enrolment-news.ts';
import { EnrolmentStops } from './enrolment-stops.ts';
import { SentCounts } from './sent-counts.ts';
import { StandingStops } from './standing-stops.ts';
import { StepDeeds } from './step-deeds.ts';
import { withNames, type Deed, type Locked, type StepState } from './step-state.ts';

/** Clocks of two machines differ by less. */
const slackMs = 1_000;
/** How long a step waits for a plugin that is off. */
const awayMs = 3_600_000;
type Done = Exclude<Decision, { do: 'end' | 'sleep' }>;

/**
 * Carries out steps. Each one holds its enrolment, does its deed, moves on and puts the next one in line in one unit of work: whatever dies at
 * whatever moment, it has happened once or not yet.
 */
@Injectable()
export class StepRunner {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly plugin: PluginSwitch,
    private readonly definitions: Definitions,
    private readonly facts: ClientFacts,
    private readonly counts: SentCounts,
    private readonly standing: StandingStops,
    private readonly deeds: StepDeeds,
    private readonly stops: EnrolmentStops,
    private readonly line: EnrolmentLine,
    private readonly news: EnrolmentNews,
    private readonly events: Events,
  ) {}

  @Handles(runStep)
  async run({ enrolmentId, ordinal, hurried }: { enrolmentId: number; ordinal: number; hurried: boolean }, { attempt }: Pick<JobRun, 'attempt'>): Promise<void> {
    if (!(await this.plugin.isOn('strategies'))) return;
    try {
      await this.uow.run(() => this.#step(enrolmentId, ordinal, hurried));
    } catch (error) {
      // What it is done with is switched off for now: not a fault of this step, which waits.
      if (isAway(error)) return void (await this.uow.run(() => this.#later(enrolmentId, ordinal)));
      const isFinal = attempt >= runStep.attempts || (error instanceof Problem && error.definition.status < 500);
      await this.uow.run(() => this.#failed(enrolmentId, ordinal, error as Error, isFinal));
      if (!isFinal) throw error;
    }
  }

  async #step(enrolmentId: number, ordinal: number, hurried: boolean): Promise<void> {
    const row = await this.#hold(enrolmentId, ordinal);
    if (!row || row.strategy.status !== 'active' || !row.nextAt) return;
    // What somebody wants done now is, though a run that came between has put it off again.
    if (!hurried && row.nextAt.getTime() > Date.now() + slackMs) return;
    const state = await this.#state(row);
    if (!state) return void (await this.stops.stop({ id: row.id }, 'client-gone'));
    const { cadence } = state.definition;
    const next = cadence.steps.find(({ id }) => id === row.stepId);
    const stop = await this.standing.of(state, next !== undefined && isWriting(next));
    if (stop) return void (await this.stops.stop({ id: row.id }, stop.reason, stop.href));
    const happened = { replied: row.repliedAt !== null, booked: row.bookedAt !== null };
    const sent = next && isWriting(next) ? await this.counts.today(cadence, row, state.now) : { user: 0, tenant: 0 };
    const { now, clock, client, answers } = state;
    const decision = decide({ cadence, stepId: row.stepId, seed: String(row.id), now, clock, facts: withAnswers(client.facts, answers, happened), sent, hurried });
    if (decision.do === 'end') return this.stops.end(row, 'completed');
    if (decision.do === 'sleep') return this.#sleep(row, decision);
    await this.#done(state, decision, await this.#deed(state, decision));
  }

  /** The enrolment, held until the unit of work ends, if this step of it is still to be done. */
  async #hold(id: number, ordinal: number): Promise<Locked | null> {
    await this.db.$queryRaw`select id from "StrategyEnrolment" where id = ${id} for update`;
    return this.db.strategyEnrolment.findFirst({ where: { id, ordinal, status: 'active' }, include: withNames });
  }

  async #state(row: Locked): Promise<StepState | null> {
    const client = (await this.facts.of([row.clientId])).get(row.clientId);
    if (!client) return null;
    const [definition, answers, clockOf] = [await this.definitions.of(row.versionId), await this.facts.answers(row.strategyId, row.clientId), await this.facts.clocks()];
    return { row, definition, client, answers, clock: clockOf(client), now: Date.now() };
  }

  async #sleep(row: Locked, { until, delay }: Pick<Extract<Decision, { do: 'sleep' }>, 'until' | 'delay'>): Promise<void> {
    const nextAt = new Date(until);
    await this.db.strategyEnrolment.updateMany({ where: { id: row.id }, data: { nextAt, delay } });
    await this.line.put({ ...row, nextAt });
    await this.news.changed([row]);
  }

  #deed(state: StepState, decision: Done): Promise<Deed> | Deed {
    switch (decision.do) {
      case 'write':
        return this.deeds.write(state, decision);
      case 'task':
        return this.deeds.task(state, decision);
      case 'wait':
        return { status: 'done', what: 'waits', text: new Date(decision.until).toISOString() };
      case 'turn':
        return { status: 'done', what: decision.way === null ? 'no-way' : decision.step.kind === 'branch' ? 'way' : decision.way, text: decision.step.kind === 'branch' ? decision.way : (decision.to ?? 'end') };
    }
  }

  async #done(state: StepState, decision: Done, { taskId = null, ...deed }: Deed): Promise<void> {
    const { row, now, definition, clock } = state;
    const { step, to } = decision;
    const at = new Date(now);
    await this.db.strategyStepRun.create({
      data: { enrolmentId: row.id, ordinal: row.ordinal, stepId: step.id, kind: step.kind, dueAt: row.nextAt!, doneAt: deed.status === 'waiting' ? null : at, ...deed },
    });
    const wrote = decision.do === 'write' && deed.status === 'done';
    const due = decision.do === 'wait' ? decision.until : now;
    const { at: next, delay } = planned(definition.cadence, to, due, clock);
    const nextAt = taskId === null ? new Date(next) : null;
    const moved = { stepId: to, ordinal: row.ordinal + 1, nextAt, delay, taskId, ...(wrote && { lastSentAt: at, reachedAt: row.reachedAt ?? at }) };
    await this.db.strategyEnrolment.updateMany({ where: { id: row.id }, data: { ...moved, lock: { increment: 1 } } });
    await this.events.emit(stepDone, { ...about(row), stepId: step.id, kind: step.kind, variant: deed.variantId ?? null, messageId: deed.messageId ?? null });
    await this.news.tell(row, told(deed, decision), { step: nameOf(definition, step, decision.do === 'write' || decision.do === 'task' ? deed.text : null) }, { ...(deed.href && wrote && { href: deed.href }) });
    await this.news.changed([row]);
    const isOver = to === null && decision.do !== 'wait' && taskId === null;
    if (deed.what === 'unreachable' && !leavesWork(definition.cadence, to, state.client.email !== null)) await this.stops.stop({ id: row.id }, 'unreachable');
    else if (isOver) await this.stops.end(row, 'completed');
    else await this.line.put({ id: row.id, ordinal: row.ordinal + 1, nextAt });
  }

  async #later(id: number, ordinal: number): Promise<void> {
    const row = await this.#hold(id, ordinal);
    if (row) await this.#sleep(row, { until: Date.now() + awayMs, delay: 'retry' });
  }

  /** What failed is tried again, and the page says so; for good, it ends the enrolment. */
  async #failed(id: number, ordinal: number, error: Error, isFinal: boolean): Promise<void> {
    const row = await this.#hold(id, ordinal);
    if (!row) return;
    if (!isFinal) return void (await this.db.strategyEnrolment.updateMany({ where: { id }, data: { delay: 'retry' } }));
    const { cadence } = await this.definitions.of(row.versionId);
    const step = cadence.steps.find((each) => each.id === row.stepId);
    const run = { enrolmentId: id, ordinal, stepId: row.stepId ?? '', kind: step?.kind ?? '', status: 'failed', what: 'failed', error: error.message.slice(0, 500) };
    await this.db.strategyStepRun.create({ data: { ...run, dueAt: row.nextAt ?? new Date() } });
    await this.stops.end(row, 'failed');
  }
}

const isAway = (error: unknown) => error instanceof Problem && error.definition.code === kernelErrors.pluginDisabled.code;

/** What a step is called, what it said, or its place. */
const nameOf = ({ cadence: { steps } }: Definition, { id, name }: Step, text: string | null | undefined): string =>
  name || text?.replace(/\s+/g, ' ').slice(0, 80) || `#${steps.findIndex((step) => step.id === id) + 1}`;

/** Kind of the line on the client's timeline. */
function told({ status, what }: Deed, decision: Done): string {
  if (status === 'skipped') return 'skipped';
  return { write: what, task: 'task', wait: 'waits', turn: 'turned' }[decision.do];
}
