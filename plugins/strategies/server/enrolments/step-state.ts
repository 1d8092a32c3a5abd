import type { Prisma } from '@loctelli/core/server';
import type { Definition } from '../../contract.ts';
import type { Clock } from '../engine/clock.ts';
import type { Fact } from '../engine/facts.ts';
import type { KnownClient } from './client-facts.ts';

export const withNames = { strategy: { select: { name: true, status: true } }, version: { select: { number: true } } } satisfies Prisma.StrategyEnrolmentInclude;
export type Locked = Prisma.StrategyEnrolmentGetPayload<{ include: typeof withNames }>;

/** All that a step of one enrolment, whose row is held, is carried out with. */
export interface StepState {
  row: Locked;
  definition: Definition;
  client: KnownClient;
  answers: Readonly<Record<string, Fact>>;
  clock: Clock;
  now: number;
}

/** What was done, for the step's own row. */
export interface Deed {
  status: 'done' | 'skipped' | 'waiting';
  /** Words: `strategies.done.<what>`. */
  what: string;
  text?: string | null;
  href?: string | null;
  error?: string | null;
  messageId?: number | null;
  variantId?: string | null;
  taskId?: number | null;
}
