import { Temporal } from 'temporal-polyfill';
import type { RangeChoice, ResolvedRange } from '../../contract.ts';

type Day = Temporal.PlainDate;
interface Days {
  first: Day;
  last: Day;
}
type Unit = 'week' | 'month' | 'quarter' | 'year';

/** The day that the clocks of a zone show at a moment. */
export const dayIn = (now: Date, zone: string): Day => Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate();

/** The moment at which a day begins in a zone: midnight, or the first one there is where the clocks skip it. */
export const startOf = (day: Day, zone: string): Date => new Date(day.toZonedDateTime(zone).epochMilliseconds);

/**
 * The days a choice means now, in a zone, and those they are compared with: the same stretch of the unit before for what is to date (the first
 * 12 days of last month against those of this one), the whole unit before for a whole one, as many days before for anything else; or
 * the same days a year earlier.
 */
export function resolveRange(choice: RangeChoice, zone: string, now: Date): ResolvedRange {
  const today = dayIn(now, zone);
  const days = daysOf(choice, today);
  const compared = choice.compare === 'none' ? null : choice.compare === 'year' ? yearBefore(days) : before(choice.preset, days, today);
  return {
    ...spanOf(days, zone),
    days: days.first.until(days.last).days + 1,
    zone,
    preset: choice.preset,
    running: Temporal.PlainDate.compare(days.first, today) <= 0 && Temporal.PlainDate.compare(days.last, today) >= 0,
    compare: compared && spanOf(compared, zone),
  };
}

const spanOf = ({ first, last }: Days, zone: string) => ({
  fromDay: first.toString(),
  toDay: last.toString(),
  from: startOf(first, zone).toISOString(),
  to: startOf(last.add({ days: 1 }), zone).toISOString(),
});

function daysOf({ preset, from, to }: RangeChoice, today: Day): Days {
  const back = (days: number) => ({ first: today.subtract({ days: days - 1 }), last: today });
  switch (preset) {
    case 'custom':
      return { first: Temporal.PlainDate.from(from!), last: Temporal.PlainDate.from(to!) };
    case 'today':
      return back(1);
    case 'yesterday':
      return { first: today.subtract({ days: 1 }), last: today.subtract({ days: 1 }) };
    case 'last7':
      return back(7);
    case 'last30':
      return back(30);
    case 'last90':
      return back(90);
    default: {
      const unit = unitOf(preset)!;
      const first = unitStart(today, unit);
      return preset.startsWith('this') ? { first, last: today } : { first: shift(first, unit, -1), last: first.subtract({ days: 1 }) };
    }
  }
}

function before(preset: string, days: Days, today: Day): Days {
  const unit = unitOf(preset);
  if (!unit) {
    const count = days.first.until(days.last).days + 1;
    return { first: days.first.subtract({ days: count }), last: days.first.subtract({ days: 1 }) };
  }
  const first = shift(days.first, unit, -1);
  const end = days.first.subtract({ days: 1 });
  if (!preset.startsWith('this')) return { first, last: end };
  const last = first.add({ days: days.first.until(today).days });
  return { first, last: Temporal.PlainDate.compare(last, end) > 0 ? end : last };
}

/** 29 February becomes the 28th. */
const yearBefore = ({ first, last }: Days): Days => ({ first: first.subtract({ years: 1 }), last: last.subtract({ years: 1 }) });

const units: Record<string, Unit> = { Week: 'week', Month: 'month', Quarter: 'quarter', Year: 'year' };
const unitOf = (preset: string): Unit | undefined => units[preset.replace(/^(this|last)/, '')];

/** First day of the week (Monday), month, quarter or year that a day is in. */
export function unitStart(day: Day, unit: Unit): Day {
  if (unit === 'week') return day.subtract({ days: day.dayOfWeek - 1 });
  const month = unit === 'year' ? 1 : unit === 'quarter' ? day.month - ((day.month - 1) % 3) : day.month;
  return day.with({ month, day: 1 });
}

/** The beginning of the unit so many units later. */
export function shift(start: Day, unit: Unit, by: number): Day {
  if (unit === 'week') return start.add({ weeks: by });
  return unit === 'year' ? start.add({ years: by }) : start.add({ months: unit === 'quarter' ? by * 3 : by });
}
