'use client';
import { useMemo } from 'react';
import { useLocale } from 'next-intl';
import type { MetricUnit } from '@loctelli/core';
import { useFormats } from '@loctelli/core/web';

export interface Measure {
  unit: MetricUnit;
  currency?: string | null;
}

/** Numbers of metrics as people read them: money in its currency, seconds as hours and minutes, shares in percent. */
export function useNumbers() {
  const formats = useFormats();
  const locale = useLocale();
  return useMemo(() => {
    const say = (value: number | null | undefined, { unit, currency }: Measure): string => {
      if (value == null) return '—';
      if (unit === 'money') return currency ? formats.number(value, { style: 'currency', currency, maximumFractionDigits: Math.abs(value) < 100 ? 2 : 0 }) : formats.number(value, { maximumFractionDigits: 0 });
      if (unit === 'percent') return formats.percent(value / 100);
      if (unit === 'count') return formats.number(value, { maximumFractionDigits: 1 });
      const [name, size] = lengths.find(([, length]) => Math.abs(value) >= length * 1.5) ?? lengths[3];
      return formats.number(value / size, { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: 1 });
    };
    /** How much more or less it became; points for shares, percent for the rest, null where there was nothing before. */
    const change = (value: number | null, previous: number | null, { unit }: Measure): { text: string; way: -1 | 0 | 1 } | null => {
      if (value === null || previous === null) return null;
      const way = Math.sign(value - previous) as -1 | 0 | 1;
      if (unit === 'percent') return { text: formats.number(value - previous, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }), way };
      if (previous === 0) return null;
      return { text: formats.number((value - previous) / Math.abs(previous), { style: 'percent', maximumFractionDigits: Math.abs(value / previous) > 10 ? 0 : 1, signDisplay: 'exceptZero' }), way };
    };
    const day = (text: string, options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' }) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' }).format(new Date(`${text}T12:00:00Z`));
    const days = (from: string, to: string) => {
      const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC', calendar: 'gregory' });
      const [first, last] = [new Date(`${from}T12:00:00Z`), new Date(`${to}T12:00:00Z`)];
      return from === to ? format.format(first) : format.formatRange(first, last);
    };
    return { say, change, day, days };
  }, [formats, locale]);
}

const lengths = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;
