import { Temporal } from 'temporal-polyfill';
import type { Schedule } from '../../contract.ts';

export type Times = Pick<Schedule, 'frequency' | 'weekday' | 'monthDay' | 'hour'>;

/** The next moment after `after` at which the clocks of a zone show the hour wanted on a day wanted; where they skip it, when they next go on. */
export function nextAt({ frequency, weekday, monthDay, hour }: Times, zone: string, after: Date): Date {
  const from = Temporal.Instant.fromEpochMilliseconds(after.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  for (let offset = 0; offset <= 63; offset++) {
    const day = from.add({ days: offset });
    if ((frequency === 'weekly' && day.dayOfWeek !== weekday) || (frequency === 'monthly' && day.day !== monthDay)) continue;
    const at = new Date(day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from({ hour }) }).epochMilliseconds);
    if (at > after) return at;
  }
  throw new Error('Two months hold every day of a week and of a month up to the 28th.');
}
