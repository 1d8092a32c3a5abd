import type { Hours, Schedule } from '../../contract.ts';
import { dayOf, weekdayOf, Zone, type Run } from './zone.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** What of a schedule the engine needs. */
export type Availability = Pick<Schedule, 'zone' | 'weekly' | 'overrides' | 'travels' | 'observesHolidays'>;
/** Days off by the number of the day, with their names. */
export type Holidays = ReadonlyMap<number, string>;
/** What a day is, on the clock it is meant by. Hours are minutes of the day, in order, none touching another. */
export interface DayPlan {
  day: number;
  zone: Zone;
  source: 'weekly' | 'override' | 'time-off' | 'holiday';
  note: string | null;
  hours: readonly { from: number; to: number }[];
}
/** Open hours as instants. Starts are counted from `origin`, which the clock may have leapt over. */
export interface Stretch extends Run {
  origin: number;
}

/** One host's schedule, ready to be asked. */
export class Calendar {
  readonly zone: Zone;
  readonly #week: DayPlan['hours'][];
  readonly #overrides;
  readonly #travels;

  constructor(
    readonly availability: Availability,
    private readonly holidays: Holidays,
  ) {
    this.zone = Zone.of(availability.zone);
    this.#week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => tidy(availability.weekly.filter(({ day }) => day === weekday)));
    this.#overrides = availability.overrides.map((override) => ({ from: dayOf(override.from), to: dayOf(override.to), note: override.note, hours: tidy(override.hours) }));
    this.#travels = availability.travels.map(({ from, to, zone }) => ({ from: dayOf(from), to: dayOf(to), zone: Zone.of(zone) }));
  }

  /** What the day is by this schedule. Of several overrides or travels the last one listed counts; an override goes before a holiday. */
  plan(day: number): DayPlan {
    const covers = ({ from, to }: { from: number; to: number }) => from <= day && day <= to;
    const zone = this.#travels.findLast(covers)?.zone ?? this.zone;
    const override = this.#overrides.findLast(covers);
    if (override) return { day, zone, source: override.hours.length ? 'override' : 'time-off', note: override.note, hours: override.hours };
    const holiday = this.availability.observesHolidays ? this.holidays.get(day) : undefined;
    if (holiday !== undefined) return { day, zone, source: 'holiday', note: holiday, hours: [] };
    return { day, zone, source: 'weekly', note: null, hours: this.#week[weekdayOf(day) - 1]! };
  }

  /** The plan an instant falls under: that of the day which the clock of that very day shows. */
  planAt(instant: number): DayPlan {
    const day = this.zone.dayAt(instant);
    const around = [day, day - 1, day + 1].map((each) => this.plan(each));
    return around.find((plan) => plan.zone.dayAt(instant) === plan.day) ?? around[0]!;
  }

  /** Open hours that reach into `[from, to)`, day by day. */
  stretches(from: number, to: number): Stretch[] {
    const found: Stretch[] = [];
    // A day is on somewhere on Earth from 14 hours before it begins in UTC to 12 hours after it ends.
    for (let day = Math.floor(from / dayMs) - 1; day <= Math.floor(to / dayMs) + 1; day++) {
      for (const stretch of stretchesOf(this.plan(day))) if (stretch.start < to && stretch.end > from) found.push(stretch);
    }
    return found.sort((a, b) => a.start - b.start);
  }
}

/** A day's open hours as instants. */
export function stretchesOf({ day, zone, hours }: DayPlan): Stretch[] {
  const midnight = day * dayMs;
  return hours.flatMap(({ from, to }) => {
    const local = midnight + from * minuteMs;
    return zone.runsOf(local, midnight + to * minuteMs).map((run) => ({ ...run, origin: local - run.offset }));
  });
}

/** Joins what touches or overlaps: `[start, end, start, end …]`. */
export function joined(stretches: readonly Run[]): number[] {
  const edges: number[] = [];
  for (const { start, end } of stretches) {
    if (edges.length && start <= edges.at(-1)!) edges[edges.length - 1] = Math.max(edges.at(-1)!, end);
    else edges.push(start, end);
  }
  return edges;
}

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

function tidy(hours: readonly Hours[]): { from: number; to: number }[] {
  const sorted = hours.map(({ from, to }) => ({ from: minutesOf(from), to: minutesOf(to) })).sort((a, b) => a.from - b.from);
  const kept: { from: number; to: number }[] = [];
  for (const each of sorted) {
    const last = kept.at(-1);
    if (last && each.from <= last.to) last.to = Math.max(last.to, each.to);
    else kept.push({ ...each });
  }
  return kept;
}
