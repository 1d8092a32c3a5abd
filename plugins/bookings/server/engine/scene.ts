import type { Assignment } from '../../contract.ts';
import type { Calendar } from './calendar.ts';
import type { Zone } from './zone.ts';

/** Rules of one event type. Spans are milliseconds, moments instants. */
export interface Rules {
  eventTypeId: number;
  active: boolean;
  /** Lengths it offers. */
  lengths: readonly number[];
  /** From one start to the next; null for the length. */
  step: number | null;
  before: number;
  after: number;
  notice: number;
  /** Starts lie in `[opensAt, closesAt)`. */
  opensAt: number;
  closesAt: number;
  dailyLimit: number | null;
  hostDailyLimit: number | null;
  hostWeeklyLimit: number | null;
  seats: number;
  assignment: Assignment;
  /** Whose days `dailyLimit` counts. */
  zone: Zone;
}

/** An appointment in a host's calendar. */
export interface Taken {
  sessionId: number;
  eventTypeId: number;
  start: number;
  end: number;
  /** Buffers of its own event type. */
  before: number;
  after: number;
  /** How many bookings it holds, and how many seats they take. */
  bookings: number;
  seats: number;
}

export interface HostState {
  id: number;
  name: string;
  active: boolean;
  priority: number;
  weight: number;
  calendar: Calendar;
  /** By start; no two overlap, as the database sees to. */
  taken: readonly Taken[];
  /** Bookings of this event type they were given lately, and when the last one was. */
  load: number;
  lastGiven: number;
}

/** All that decides which moments are offered. The engine knows nothing else, and asks nobody. */
export interface Scene {
  rules: Rules;
  hosts: readonly HostState[];
  now: number;
  /** Bookings of the event type by day of `rules.zone`. */
  perDay: ReadonlyMap<number, number>;
}

/** What is wanted: how long, and for how many. */
export interface Wish {
  length: number;
  seats: number;
}

/** The appointment at exactly this time that the wish could join; null where there is none. */
export function joinable({ rules }: Scene, host: HostState, start: number, { length, seats }: Wish): Taken | null {
  if (rules.seats < 2) return null;
  return host.taken.find((taken) => isSame(rules, taken, start, length) && taken.seats + seats <= rules.seats) ?? null;
}

/** Whether an appointment is one of the event type at exactly this time: full or not, it is no other booking in the way. */
export const isSame = (rules: Rules, taken: Taken, start: number, length: number): boolean =>
  rules.seats > 1 && taken.eventTypeId === rules.eventTypeId && taken.start === start && taken.end === start + length;
