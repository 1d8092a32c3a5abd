import { addDays, addMonths, toDate } from './days.ts';
import type { DayRange } from './calendar.tsx';

export const rangePresets = ['today', 'last7', 'last30', 'thisMonth', 'lastMonth', 'thisYear'] as const;
export type RangePreset = (typeof rangePresets)[number];

/** The days a preset means today. Both ends belong to it. */
export function presetRange(preset: RangePreset, today: string): DayRange & { from: string; to: string } {
  const first = `${today.slice(0, 7)}-01`;
  switch (preset) {
    case 'today':
      return { from: today, to: today };
    case 'last7':
      return { from: addDays(today, -6), to: today };
    case 'last30':
      return { from: addDays(today, -29), to: today };
    case 'thisMonth':
      return { from: first, to: addDays(addMonths(first, 1), -1) };
    case 'lastMonth':
      return { from: addMonths(first, -1), to: addDays(first, -1) };
    case 'thisYear':
      return { from: `${toDate(today)!.getFullYear()}-01-01`, to: `${toDate(today)!.getFullYear()}-12-31` };
  }
}
