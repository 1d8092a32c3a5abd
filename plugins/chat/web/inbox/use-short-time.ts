'use client';
import { useLocale, useNow, useTimeZone } from 'next-intl';

const minute = 60_000;
const day = 24 * 60 * minute;

/** "now", "5m", "3h", "2d", then the day: as short as a line of a list needs it. The whole moment belongs into its title. */
export function useShortTime(): (when: string) => string {
  const locale = useLocale();
  const zone = useTimeZone() ?? 'UTC';
  const now = useNow({ updateInterval: minute });
  return (when) => shortTime(when, now, locale, zone);
}

export function shortTime(when: string, now: Date, locale: string, zone: string): string {
  const ago = now.getTime() - Date.parse(when);
  if (ago < minute) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'narrow' }).format(0, 'second');
  const unit = (value: number, name: string) => new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'narrow' }).format(value);
  if (ago < 60 * minute) return unit(Math.floor(ago / minute), 'minute');
  if (ago < day) return unit(Math.floor(ago / (60 * minute)), 'hour');
  if (ago < 7 * day) return unit(Math.floor(ago / day), 'day');
  const sameYear = new Date(when).getUTCFullYear() === now.getUTCFullYear();
  return new Intl.DateTimeFormat(locale, { timeZone: zone, day: 'numeric', month: 'short', ...(!sameYear && { year: '2-digit' }) }).format(new Date(when));
}
