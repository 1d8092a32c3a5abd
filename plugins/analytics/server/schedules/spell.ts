import type { Locale, MetricUnit } from '@loctelli/core';

/** A number as people of a language read it: money in its currency, seconds as hours and minutes. */
export function spellNumber(value: number | null, unit: MetricUnit, currency: string | null, locale: Locale): string {
  if (value === null) return '—';
  const format = (number: number, options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options).format(number);
  if (unit === 'money') return currency ? format(value, { style: 'currency', currency, maximumFractionDigits: 0 }) : format(value, { maximumFractionDigits: 0 });
  if (unit === 'percent') return format(value / 100, { style: 'percent', maximumFractionDigits: 1 });
  if (unit === 'count') return format(value, { maximumFractionDigits: 1 });
  const steps = [['day', 86_400], ['hour', 3_600], ['minute', 60], ['second', 1]] as const;
  const [name, size] = steps.find(([, length]) => Math.abs(value) >= length * 2) ?? steps[3];
  return format(value / size, { style: 'unit', unit: name, unitDisplay: 'long', maximumFractionDigits: 1 });
}

/** Two days, both counted in: 1 – 30 Nov 2026. */
export function spellDays(fromDay: string, toDay: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC', calendar: 'gregory' });
  return fromDay === toDay ? format.format(Date.parse(fromDay)) : format.formatRange(Date.parse(fromDay), Date.parse(toDay));
}
