'use client';
import { useMemo } from 'react';
import { useLocale, useNow, useTimeZone } from 'next-intl';

type When = string | number | Date;

export interface Formats {
  /** 3 Nov 2026 */
  date(when: When): string;
  /** 3 Nov 2026, 14:05 GMT+1: a time always names its zone. */
  dateTime(when: When, zone?: string): string;
  time(when: When, zone?: string): string;
  /** "5 minutes ago". */
  relative(when: When): string;
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** `amount` in whole units of the currency. */
  money(amount: number, currency: string): string;
  percent(share: number): string;
  bytes(size: number): string;
  list(items: string[]): string;
  zone: string;
}

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/** Numbers, dates and money in the reader's locale and zone. */
export function useFormats(): Formats {
  const locale = useLocale();
  const zone = useTimeZone() ?? 'UTC';
  const now = useNow({ updateInterval: 60_000 });
  return useMemo(() => makeFormats(locale, zone, () => now), [locale, zone, now]);
}

/** The same outside React. */
export function makeFormats(locale: string, zone: string, now: () => Date = () => new Date()): Formats {
  // The sign of `US$` has no direction of its own: at the end of a text from right to left it would be drawn before its letters (UAX #9), so a mark holds it.
  const number = (value: number, options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options).format(value).replace(/\p{L}\p{Sc}$/u, '$&\u200e');
  const format = (when: When, options: Intl.DateTimeFormatOptions, inZone = zone) => new Intl.DateTimeFormat(locale, { timeZone: inZone, ...options }).format(new Date(when));
  const day = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  const clock = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const;
  return {
    zone,
    date: (when) => format(when, day),
    dateTime: (when, inZone) => format(when, { ...day, ...clock }, inZone),
    time: (when, inZone) => format(when, clock, inZone),
    relative: (when) => {
      const ahead = (new Date(when).getTime() - now().getTime()) / 1000;
      // The clock on the page moves once a minute: what has just happened must not seem to be still to come.
      const seconds = ahead > 0 && ahead < 60 ? 0 : ahead;
      const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? (['second', 1] as const);
      return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.abs(seconds) < 10 ? 0 : Math.trunc(seconds / size), unit);
    },
    number,
    money: (amount, currency) => number(amount, { style: 'currency', currency, maximumFractionDigits: Number.isInteger(amount) ? 0 : 2 }),
    percent: (share) => number(share, { style: 'percent', maximumFractionDigits: 1 }),
    bytes: (size) => {
      const step = size >= 1e6 ? (['megabyte', 1e6] as const) : size >= 1e3 ? (['kilobyte', 1e3] as const) : (['byte', 1] as const);
      return number(size / step[1], { style: 'unit', unit: step[0], unitDisplay: 'short', maximumFractionDigits: 1 });
    },
    list: (items) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items),
  };
}
