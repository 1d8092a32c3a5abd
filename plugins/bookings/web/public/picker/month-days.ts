import { addDays, momentOf } from '@loctelli/core/web';

/** Months as text, `2026-12`. */
export const monthOf = (day: string): string => day.slice(0, 7);

export function addMonths(month: string, count: number): string {
  const [year, index] = month.split('-').map(Number) as [number, number];
  const at = year * 12 + index - 1 + count;
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** Six weeks, so that every month takes the same room; days of other months are null. */
export function weeksOf(month: string, firstWeekday: number): (string | null)[][] {
  const first = `${month}-01`;
  const lead = (new Date(`${first}T12:00:00Z`).getUTCDay() - firstWeekday + 7) % 7;
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_, index) => {
      const day = addDays(first, week * 7 + index - lead);
      return monthOf(day) === month ? day : null;
    }),
  );
}

/** Beginning and end of a month on the clocks of a zone. */
export const periodOf = (month: string, zone: string) => ({
  from: momentOf(`${month}-01`, '00:00', zone).toISOString(),
  to: momentOf(`${addMonths(month, 1)}-01`, '00:00', zone).toISOString(),
});

/** Where a key leads from a day; null for keys that lead nowhere. */
export function dayByKey(day: string, key: string, firstWeekday: number, rtl: boolean): string | null {
  const weekday = (new Date(`${day}T12:00:00Z`).getUTCDay() - firstWeekday + 7) % 7;
  const ahead = rtl ? -1 : 1;
  const steps: Record<string, number> = { ArrowLeft: -ahead, ArrowRight: ahead, ArrowUp: -7, ArrowDown: 7, Home: -weekday, End: 6 - weekday };
  if (key in steps) return addDays(day, steps[key]!);
  if (key !== 'PageUp' && key !== 'PageDown') return null;
  const month = addMonths(monthOf(day), key === 'PageDown' ? 1 : -1);
  const last = Number(addDays(`${addMonths(month, 1)}-01`, -1).slice(8));
  return `${month}-${String(Math.min(Number(day.slice(8)), last)).padStart(2, '0')}`;
}
