export interface Day<T> {
  /** `2026-11-23` in the reader's zone. */
  day: string;
  entries: T[];
}

/** Groups what comes newest first by the days of a zone, in the order it comes. */
export function byDay<T extends { at: string }>(entries: readonly T[], zone: string): Day<T>[] {
  const dayOf = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const days: Day<T>[] = [];
  for (const entry of entries) {
    const day = dayOf.format(new Date(entry.at));
    if (days.at(-1)?.day === day) days.at(-1)!.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}

/** "today", "yesterday", or the date. */
export function nameOfDay(day: string, zone: string, locale: string, now = new Date()): string {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);
  const ago = Math.round((Date.parse(`${today}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / 86_400_000);
  if (ago === 0 || ago === 1) {
    const name = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-ago, 'day');
    return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
  }
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  const form: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' };
  if (!sameYear) form.year = 'numeric';
  return new Intl.DateTimeFormat(locale, form).format(new Date(`${day}T12:00:00Z`));
}
