import type { Cadence, Destination, Enrolment, Step, Variant, WritingStep } from '../../contract.ts';
import { dayAround, type Clock } from './clock.ts';
import type { Facts } from './facts.ts';
import { allHold } from './rules.ts';
import { chooseVariant } from './variants.ts';
import { endOfWait } from './waits.ts';
import { openAt } from './windows.ts';

export type Delay = NonNullable<Enrolment['delay']>;
type TaskStep = Extract<Step, { kind: 'call' | 'task' }>;

/** Where somebody stands in a cadence, and all that the next step depends on. */
export interface Situation {
  cadence: Cadence;
  /** The step that comes next; null when none does. */
  stepId: string | null;
  /** What tells this enrolment from all others. */
  seed: string;
  now: number;
  clock: Clock;
  facts: Facts;
  /** Messages that this strategy sent today, of the tenant's days, in the name of the same user and of everybody. */
  sent: { user: number; tenant: number };
  /** Whether somebody asked for it now, whatever the window says. */
  hurried?: boolean;
}

/** What is to be done now. `to` is the step after it. */
export type Decision =
  | { do: 'end' }
  | { do: 'sleep'; until: number; delay: Delay }
  | { do: 'write'; step: WritingStep; variant: Variant; to: string | null }
  | { do: 'task'; step: TaskStep; dueAt: number; to: string | null }
  | { do: 'wait'; step: Step; until: number; to: string | null }
  | { do: 'turn'; step: Step; way: string | null; to: string | null };

/** Decides one step. Says what to do and does nothing: the same whether it is carried out or played through. */
export function decide({ cadence, stepId, seed, now, clock, facts, sent, hurried = false }: Situation): Decision {
  const index = cadence.steps.findIndex(({ id }) => id === stepId);
  const step = cadence.steps[index];
  if (!step) return { do: 'end' };
  const to = destined(cadence, index, 'next');
  switch (step.kind) {
    case 'message':
    case 'email': {
      const hold = openAt(cadence.window, now, clock);
      if (hold.delay && !hurried) return { do: 'sleep', until: hold.at, delay: hold.delay };
      const full = throttled(cadence, sent);
      if (full) return { do: 'sleep', until: openAt(cadence.window, dayAround(now, clock.tenantZone).end, clock).at, delay: full };
      return { do: 'write', step, variant: chooseVariant(step.variants, `${seed}:${step.id}`), to };
    }
    case 'call':
    case 'task':
      return { do: 'task', step, dueAt: now + step.dueInHours * 3_600_000, to };
    case 'wait':
      return { do: 'wait', step, until: endOfWait(step, now, clock), to };
    case 'condition': {
      const held = allHold(step.when, facts, { now, zone: clock.zone });
      return { do: 'turn', step, way: held ? 'then' : 'otherwise', to: destined(cadence, index, held ? step.then : step.otherwise) };
    }
    case 'branch': {
      const way = step.ways.find(({ when }) => allHold(when, facts, { now, zone: clock.zone }));
      return { do: 'turn', step, way: way?.name ?? null, to: destined(cadence, index, way?.goTo ?? step.otherwise) };
    }
  }
}

/** When the step that comes next can be carried out, if it is due at `at`: known beforehand but for what is sent until then. */
export function planned(cadence: Cadence, stepId: string | null, at: number, clock: Clock): { at: number; delay: Delay | null } {
  const step = cadence.steps.find(({ id }) => id === stepId);
  return step && isWriting(step) ? openAt(cadence.window, at, clock) : { at, delay: null };
}

export const isWriting = (step: Pick<Step, 'kind'>): step is WritingStep => step.kind === 'message' || step.kind === 'email';

/** Where a jump leads. What stands above, or nowhere, is the end: no cadence runs in circles, whatever was written. */
function destined({ steps }: Cadence, from: number, destination: Destination): string | null {
  if (destination === 'next') return steps[from + 1]?.id ?? null;
  return steps.slice(from + 1).find(({ id }) => id === destination)?.id ?? null;
}

function throttled({ throttle: { perUser, perTenant } }: Cadence, sent: Situation['sent']): Extract<Delay, 'user-throttle' | 'tenant-throttle'> | null {
  if (perTenant !== null && sent.tenant >= perTenant) return 'tenant-throttle';
  return perUser !== null && sent.user >= perUser ? 'user-throttle' : null;
}

/** Whether anything is left that can be done for a client who could not be written to: something for people to do or, where there is an address, a mail. */
export const leavesWork = ({ steps }: Cadence, stepId: string | null, hasMail: boolean): boolean => {
  const index = steps.findIndex(({ id }) => id === stepId);
  return index >= 0 && steps.slice(index).some((step) => step.kind === 'call' || step.kind === 'task' || (hasMail && isWriting(step) && !(step.kind === 'message' && step.channel === 'web')));
};
