import type { Definition, Happening, SimulationResult, StopReason, Variant } from '../../contract.ts';
import type { Clock } from './clock.ts';
import { decide, leavesWork, planned, type Decision } from './decide.ts';
import type { Fact, Facts } from './facts.ts';
import { stopOf, type Happened } from './stops.ts';

const minuteMs = 60_000;
/** A run ends here at the latest, whether the cadence does or not. */
const horizonMs = 400 * 24 * 60 * minuteMs;

/** All that a run depends on. */
export interface Stage {
  definition: Definition;
  facts: Facts;
  answers: Readonly<Record<string, Fact>>;
  clock: Clock;
  startsAt: number;
  happenings: readonly Happening[];
  seed: string;
  /** What kind each stage is that a happening names. */
  stageKinds: ReadonlyMap<number, 'open' | 'won' | 'lost'>;
  /** Fills a text in, with what is known by then. */
  fill: (text: Pick<Variant, 'subject' | 'body'>, answers: Readonly<Record<string, Fact>>) => { subject: string; text: string };
  /** Whether these answers turn the client away. */
  disqualifies: (answers: Readonly<Record<string, Fact>>, now: number) => boolean;
}
export type SimulatedEvent = SimulationResult['events'][number];
export type Played = Pick<SimulationResult, 'events' | 'end'>;

/** Plays a cadence through on a clock that jumps from one thing to the next: the same decisions as when it is carried out, and nothing is done. */
export function simulate(stage: Stage): Played {
  return new Run(stage).play();
}

class Run {
  readonly #events: SimulatedEvent[] = [];
  #facts: Facts;
  #answers: Readonly<Record<string, Fact>>;
  #stepId: string | null;
  /** When the next step is due; null while a task is waited for. */
  #due: number | null;
  #now: number;
  #end: Played['end'] | null = null;

  constructor(private readonly stage: Stage) {
    const { definition, facts, answers, startsAt } = stage;
    this.#facts = { ...facts, replied: false, booked: false };
    this.#answers = answers;
    this.#stepId = definition.cadence.steps[0]?.id ?? null;
    this.#now = startsAt;
    this.#due = this.#plan(startsAt);
  }

  play(): Played {
    const { happenings, startsAt } = this.stage;
    const coming = [...happenings].sort((a, b) => a.at - b.at);
    while (!this.#end) {
      const next = coming[0] ? startsAt + coming[0].at * minuteMs : Infinity;
      const at = Math.min(next, this.#due ?? Infinity);
      if (at > startsAt + horizonMs) break;
      this.#now = Math.max(this.#now, at);
      if (next <= (this.#due ?? Infinity)) this.#happens(coming.shift()!);
      else this.#step();
    }
    return { events: this.#events, end: this.#end ?? { status: 'running', reason: null, at: null } };
  }

  #happens(happening: Happening): void {
    const text = happening.what === 'reply' ? happening.text : happening.what === 'answer' ? String(happening.value) : null;
    const note = happening.what === 'answer' ? happening.question : happening.what === 'stage' ? String(happening.stageId) : null;
    this.#tell('happening', { kind: happening.what, text, note });
    if (happening.what === 'task-done') {
      this.#due ??= this.#plan(this.#now);
      return;
    }
    if (happening.what === 'answer') {
      this.#answers = { ...this.#answers, [happening.question]: happening.value };
      if (this.stage.disqualifies(this.#answers, this.#now)) this.#stop({ what: 'disqualified' });
      return;
    }
    if (happening.what === 'stage') {
      this.#facts = { ...this.#facts, stageId: happening.stageId };
      return this.#stop({ what: 'stage', stageId: happening.stageId, kind: this.stage.stageKinds.get(happening.stageId) ?? null });
    }
    if (happening.what === 'reply') this.#facts = { ...this.#facts, replied: true };
    if (happening.what === 'booking') this.#facts = { ...this.#facts, booked: true };
    this.#stop({ what: happening.what });
  }

  #stop(happened: Happened): void {
    const reason = stopOf(this.stage.definition.cadence, happened);
    if (reason) this.#over('stopped', reason);
  }

  #step(): void {
    const { definition, clock, seed } = this.stage;
    const { cadence } = definition;
    const facts = { ...this.#facts, ...Object.fromEntries(Object.entries(this.#answers).map(([key, value]) => [`answer:${key}`, value])) };
    const decision = decide({ cadence, stepId: this.#stepId, seed, now: this.#now, clock, facts, sent: { user: 0, tenant: 0 } });
    if (decision.do === 'end') return this.#over('completed', null);
    if (decision.do === 'sleep') {
      this.#due = decision.until;
      return this.#tell('delay', { kind: decision.delay, stepId: this.#stepId, note: new Date(decision.until).toISOString() });
    }
    const skipped = this.#does(decision);
    this.#stepId = decision.to;
    if (skipped && !leavesWork(cadence, decision.to, Boolean(this.#facts.email))) return this.#over('stopped', 'unreachable');
    if (decision.do === 'task' && decision.step.waits) {
      this.#due = null;
      return this.#tell('delay', { kind: 'task', stepId: decision.step.id });
    }
    if (decision.to === null && decision.do !== 'wait') return this.#over('completed', null);
    this.#due = this.#plan(decision.do === 'wait' ? decision.until : this.#now);
  }

  /** @returns whether there was no way to do it */
  #does(decision: Exclude<Decision, { do: 'end' | 'sleep' }>): boolean {
    const { step, to } = decision;
    const line = { kind: step.kind, stepId: step.id };
    if (decision.do === 'write') {
      const { subject, text } = this.stage.fill(decision.variant, this.#answers);
      const isLost = !this.#facts.email && (step.kind === 'email' || (step.kind === 'message' && step.channel === 'email'));
      this.#tell('step', { ...line, variant: decision.variant.id, subject: subject || null, text, note: isLost ? 'unreachable' : null });
      return isLost;
    }
    if (decision.do === 'task') {
      const { subject: title, text } = this.stage.fill({ subject: decision.step.title, body: decision.step.body }, this.#answers);
      this.#tell('step', { ...line, subject: title, text: text || null, note: new Date(decision.dueAt).toISOString() });
    }
    if (decision.do === 'wait') this.#tell('step', { ...line, note: new Date(decision.until).toISOString() });
    if (decision.do === 'turn') this.#tell('step', { ...line, text: decision.way, note: to ?? 'end' });
    return false;
  }

  /** When what comes next can be done, if it is due at `at`; that it cannot yet is told. */
  #plan(at: number): number {
    const next = planned(this.stage.definition.cadence, this.#stepId, at, this.stage.clock);
    if (next.delay) this.#tell('delay', { kind: next.delay, stepId: this.#stepId, note: new Date(next.at).toISOString() }, at);
    return next.at;
  }

  #over(status: 'completed' | 'stopped', reason: StopReason | null): void {
    this.#end = { status, reason, at: new Date(this.#now).toISOString() };
    this.#tell('end', { kind: status, note: reason });
  }

  #tell(what: SimulatedEvent['what'], more: Partial<SimulatedEvent> & { kind: string }, at = this.#now): void {
    this.#events.push({ at: new Date(at).toISOString(), what, stepId: null, variant: null, subject: null, text: null, note: null, ...more });
  }
}
