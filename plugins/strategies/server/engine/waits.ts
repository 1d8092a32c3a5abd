import { Temporal } from 'temporal-polyfill';
import type { Step } from '../../contract.ts';
import { instantOf, shownAt, type Clock } from './clock.ts';

type Wait = Extract<Step, { kind: 'wait' }>;
const unitMs = { minutes: 60_000, hours: 3_600_000 };

/** When a wait that begins at `from` is over. Days are days of the client's calendar, at the same time of day; workdays leave out weekends and holidays. */
export function endOfWait({ amount, unit, at }: Pick<Wait, 'amount' | 'unit' | 'at'>, from: number, { zone, holidays }: Clock): number {
  const isWork = (day: Temporal.PlainDate) => unit !== 'workdays' || (day.dayOfWeek <= 5 && !holidays.has(day.toString()));
  const end = unit === 'minutes' || unit === 'hours' ? from + amount * unitMs[unit] : afterDays(amount, from, zone, isWork);
  if (at === null) return end;
  for (let day = shownAt(end, zone).toPlainDate(); ; day = day.add({ days: 1 })) {
    const moment = instantOf(day, at, zone);
    if (moment >= end && isWork(day)) return moment;
  }
}

function afterDays(amount: number, from: number, zone: string, counts: (day: Temporal.PlainDate) => boolean): number {
  const shown = shownAt(from, zone);
  let day = shown.toPlainDate();
  for (let left = amount; left > 0; ) {
    day = day.add({ days: 1 });
    if (counts(day)) left -= 1;
  }
  if (amount === 0) return from;
  return day.toPlainDateTime(shown.toPlainTime()).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
}
