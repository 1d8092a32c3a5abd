import { Temporal } from 'temporal-polyfill';

/** Whose days and hours count: the client's zone, and dates on which nobody works. */
export interface Clock {
  zone: string;
  /** The tenant's: throttles count its days. */
  tenantZone: string;
  holidays: ReadonlySet<string>;
}

/** What the zone's clocks show at an instant (milliseconds since 1970). */
export const shownAt = (at: number, zone: string): Temporal.ZonedDateTime => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);

/**
 * The instant at which a zone's clocks show `HH:MM` on a day. Where they leap over it, the one that far behind the leap; where they show it twice, the
 * first. `24:00` is the beginning of the next day.
 */
export function instantOf(day: Temporal.PlainDate, time: string, zone: string): number {
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  const [date, hour] = hours === 24 ? [day.add({ days: 1 }), 0] : [day, hours];
  return date.toPlainDateTime({ hour, minute: minutes }).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
}

/** When a date begins in a zone. */
export const dayOf = (date: string, zone: string): number => Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone }).epochMilliseconds;
/** When the day of an instant begins in a zone, and when the next one does. */
export function dayAround(at: number, zone: string): { start: number; end: number } {
  const day = shownAt(at, zone).startOfDay();
  return { start: day.epochMilliseconds, end: day.add({ days: 1 }).startOfDay().epochMilliseconds };
}

/** Whether the runtime knows a zone of this name. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
