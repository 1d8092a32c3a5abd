import { addDays, addMonths, firstWeekday, momentOf } from '@loctelli/core/web';

export const forms = ['day', 'week', 'month', 'list'] as const;
export type Form = (typeof forms)[number];
export type GridForm = Exclude<Form, 'list'>;

/** Weekday of a day, 0 is Sunday. */
const weekdayOf = (day: string) => new Date(`${day}T12:00:00Z`).getUTCDay();

/** First day of the week a day lies in. */
export function weekStart(day: string, locale: string): string {
  return addDays(day, -((weekdayOf(day) - firstWeekday(locale) + 7) % 7));
}

export const monthStart = (day: string): string => `${day.slice(0, 7)}-01`;

/** The days in sight: `until` is the first that is not. A month shows whole weeks. */
export function daysOf(form: GridForm, day: string, locale: string): { from: string; until: string } {
  if (form === 'day') return { from: day, until: addDays(day, 1) };
  const from = weekStart(form === 'month' ? monthStart(day) : day, locale);
  return { from, until: addDays(from, form === 'month' ? 42 : 7) };
}

/** The same as moments, on the clocks of a zone. */
export function periodOf(form: GridForm, day: string, locale: string, zone: string): { from: string; to: string } {
  const { from, until } = daysOf(form, day, locale);
  return { from: momentOf(from, '00:00', zone).toISOString(), to: momentOf(until, '00:00', zone).toISOString() };
}

/** The day to look at after turning the page. */
export function turned(form: GridForm, day: string, by: 1 | -1): string {
  if (form === 'month') return addMonths(monthStart(day), by);
  return addDays(day, form === 'week' ? 7 * by : by);
}

/** What is in sight, in words. */
export function periodText(form: GridForm, day: string, locale: string): string {
  const noon = (which: string) => new Date(`${which}T12:00:00Z`);
  const say = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', calendar: 'gregory', ...options });
  if (form === 'day') return say({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(noon(day));
  if (form === 'month') return say({ month: 'long', year: 'numeric' }).format(noon(day));
  const { from, until } = daysOf('week', day, locale);
  return say({ day: 'numeric', month: 'short', year: 'numeric' }).formatRange(noon(from), noon(addDays(until, -1)));
}
