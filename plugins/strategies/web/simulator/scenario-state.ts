import { scenario, type Assertion, type Happening, type Scenario, type SimulatedEvent } from '../../contract.ts';

export type Change = (part: Partial<Scenario>) => void;

/** Somebody made up, whom nothing happens to. */
export const freshScenario = (): Scenario => scenario.parse({});

export const units = ['minutes', 'hours', 'days'] as const;
export type Unit = (typeof units)[number];
const minutesOf: Record<Unit, number> = { minutes: 1, hours: 60, days: 1440 };

/** Minutes as people say them: in the largest unit that leaves nothing over. */
export function spanOf(at: number): { amount: number; unit: Unit } {
  const unit = at > 0 && at % 1440 === 0 ? 'days' : at > 0 && at % 60 === 0 ? 'hours' : 'minutes';
  return { amount: at / minutesOf[unit], unit };
}
export const minutesFrom = (amount: number, unit: Unit): number => Math.min(366 * 1440, Math.round(amount * minutesOf[unit]));

export const happeningKinds = ['reply', 'booking', 'bounce', 'unsubscribe', 'stage', 'answer', 'task-done'] as const satisfies readonly Happening['what'][];

/** A happening as it begins; what it needs of the tenant comes first in its list. */
export function freshHappening(what: Happening['what'], at: number, known: { stageId?: number; question?: string }): Happening {
  if (what === 'reply') return { at, what, text: '' };
  if (what === 'stage') return { at, what, stageId: known.stageId ?? 0 };
  if (what === 'answer') return { at, what, question: known.question ?? '', value: '' };
  return { at, what };
}

export const assertionKinds = ['step-runs', 'step-does-not-run', 'ends', 'says', 'never-says', 'within'] as const satisfies readonly Assertion['kind'][];

export function freshAssertion(kind: Assertion['kind'], firstStep: string): Assertion {
  if (kind === 'ends') return { kind, status: 'completed', reason: null };
  if (kind === 'within') return { kind, days: 14 };
  if (kind === 'says' || kind === 'never-says') return { kind, text: '' };
  return { kind, stepId: firstStep };
}

/** Whether it can be asked at all: a sentence that must be said needs words. */
export const isWhole = (assertion: Assertion): boolean =>
  'text' in assertion ? assertion.text.trim() !== '' : 'stepId' in assertion ? assertion.stepId !== '' : true;

/** The events of a run by day, for a heading above each. */
export function byDay(events: readonly SimulatedEvent[], dayOf: (at: string) => string): { day: string; events: SimulatedEvent[] }[] {
  const days: { day: string; events: SimulatedEvent[] }[] = [];
  for (const event of events) {
    const day = dayOf(event.at);
    if (days.at(-1)?.day === day) days.at(-1)!.events.push(event);
    else days.push({ day, events: [event] });
  }
  return days;
}
