import type { HostState, Rules } from './scene.ts';
import { mondayOf } from './zone.ts';

/** Bookings of an event type in one host's calendar, by day and by the Monday of the week, on the clock of the host's schedule. */
export interface Counts {
  perDay: Map<number, number>;
  perWeek: Map<number, number>;
}

/** Empty where the event type limits nothing per host. */
export function countsOf({ eventTypeId, hostDailyLimit, hostWeeklyLimit }: Rules, { taken, calendar }: HostState): Counts {
  const counts: Counts = { perDay: new Map(), perWeek: new Map() };
  if (hostDailyLimit === null && hostWeeklyLimit === null) return counts;
  for (const each of taken) {
    if (each.eventTypeId !== eventTypeId) continue;
    const day = calendar.zone.dayAt(each.start);
    counts.perDay.set(day, (counts.perDay.get(day) ?? 0) + each.bookings);
    counts.perWeek.set(mondayOf(day), (counts.perWeek.get(mondayOf(day)) ?? 0) + each.bookings);
  }
  return counts;
}

/** Which limit of the host a further booking on this day would break. */
export function limitOn({ hostDailyLimit, hostWeeklyLimit }: Rules, { perDay, perWeek }: Counts, day: number): 'host-day-limit' | 'host-week-limit' | null {
  if (hostDailyLimit !== null && (perDay.get(day) ?? 0) >= hostDailyLimit) return 'host-day-limit';
  if (hostWeeklyLimit !== null && (perWeek.get(mondayOf(day)) ?? 0) >= hostWeeklyLimit) return 'host-week-limit';
  return null;
}
