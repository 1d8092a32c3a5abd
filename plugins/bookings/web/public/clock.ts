'use client';
import { useMemo } from 'react';
import { useLocale } from 'next-intl';
import { firstWeekday, offsetOf } from '@loctelli/core/web';

/** Says days and times as the visitor writes them, on the clock of one zone. */
export interface Clock {
  zone: string;
  /** The zone with its offset at a moment, which summer time changes. */
  zoneName(at?: string): string;
  time(at: string): string;
  /** Thursday, 3 December */
  day(day: string): string;
  month(month: string): string;
  /** The day of a moment, with its year. */
  date(at: string): string;
  /** Beginning and end; their days too where they are two. */
  times(start: string, end: string): string;
  /** Both in one. */
  range(start: string, end: string): string;
  number(value: number): string;
  /** Names of the weekdays in their order here, long and short. */
  weekdays: { long: string; short: string }[];
  firstWeekday: number;
}

/**
 * What the browser says of the visitor's country decides over 12 or 24 hours and the first weekday, where it speaks the page's language.
 * Figures are those of the page: its sentences have them too.
 */
export function regional(locale: string, preferred: readonly string[]): string {
  const own = preferred.find((one) => one.split('-')[0] === locale) ?? locale;
  return new Intl.Locale(own, { numberingSystem: new Intl.NumberFormat(locale).resolvedOptions().numberingSystem }).toString();
}

export function useClock(zone: string): Clock {
  const locale = useLocale();
  return useMemo(() => makeClock(regional(locale, typeof navigator === 'undefined' ? [] : navigator.languages), zone), [locale, zone]);
}

export function makeClock(locale: string, zone: string): Clock {
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { calendar: 'gregory', ...options });
  const time = format({ hour: 'numeric', minute: '2-digit', timeZone: zone });
  const words = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const date = format({ ...words, timeZone: zone });
  const range = format({ ...words, hour: 'numeric', minute: '2-digit', timeZone: zone });
  const day = format({ weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  const month = format({ month: 'long', year: 'numeric', timeZone: 'UTC' });
  const first = firstWeekday(locale);
  const number = new Intl.NumberFormat(locale);
  // 2 January 2000 was a Sunday.
  const weekday = (width: 'long' | 'short', index: number) => format({ weekday: width, timeZone: 'UTC' }).format(Date.UTC(2000, 0, 2 + ((first + index) % 7)));
  return {
    zone,
    zoneName: (at) => `${zone.replaceAll('_', ' ')} (${offsetOf(zone, at ? new Date(at) : undefined)})`,
    time: (at) => time.format(new Date(at)),
    day: (text) => day.format(Date.parse(text)),
    month: (text) => month.format(Date.parse(`${text}-01`)),
    date: (at) => date.format(new Date(at)),
    times: (start, end) => time.formatRange(new Date(start), new Date(end)),
    range: (start, end) => range.formatRange(new Date(start), new Date(end)),
    number: (value) => number.format(value),
    weekdays: Array.from({ length: 7 }, (_, index) => ({ long: weekday('long', index), short: weekday('short', index) })),
    firstWeekday: first,
  };
}

/** 45 min, 1 hr 30 min, 2 days. */
export function sayLength(minutes: number, locale: string): string {
  const unit = (value: number, name: string) => new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: name === 'day' ? 'long' : 'short' }).format(value);
  if (minutes >= 2880 && minutes % 1440 === 0) return unit(minutes / 1440, 'day');
  const hours = Math.floor(minutes / 60);
  return [hours && unit(hours, 'hour'), (minutes % 60 || !hours) && unit(minutes % 60, 'minute')].filter(Boolean).join(' ');
}

/** The zone this browser keeps. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
