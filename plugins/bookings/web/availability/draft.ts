import type { Hours, Schedule, ScheduleOverride, SchedulePreviewRequest, Travel, WeeklyHours } from '../../contract.ts';

/** A schedule that is being edited. */
export type Draft = Pick<Schedule, 'name' | 'zone' | 'weekly' | 'overrides' | 'travels' | 'observesHolidays'>;

export const draftOf = ({ name, zone, weekly, overrides, travels, observesHolidays }: Schedule): Draft => ({ name, zone, weekly, overrides, travels, observesHolidays });
export const sameDraft = (one: Draft, other: Draft): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What most people start with: Monday to Friday, nine to five. */
export const usualWeek = (): WeeklyHours[] => [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', to: '17:00' }));

export const hoursOf = (weekly: readonly WeeklyHours[], day: number): Hours[] => weekly.filter((each) => each.day === day).map(({ from, to }) => ({ from, to }));
/** The week with the hours of one day changed. */
export const withHours = (weekly: readonly WeeklyHours[], day: number, hours: readonly Hours[]): WeeklyHours[] =>
  [...weekly.filter((each) => each.day !== day), ...hours.map((each) => ({ day, ...each }))].sort((a, b) => a.day - b.day);
/** The week with some days made like another. */
export const copied = (weekly: readonly WeeklyHours[], from: number, days: readonly number[]): WeeklyHours[] => days.reduce((week, day) => withHours(week, day, hoursOf(weekly, from)), [...weekly]);

/** What keeps hours from meaning anything. */
export function wrongHours(hours: readonly Hours[]): 'order' | 'overlap' | null {
  if (hours.some(({ from, to }) => from >= to)) return 'order';
  const sorted = [...hours].sort((a, b) => a.from.localeCompare(b.from));
  return sorted.some(({ from }, index) => index > 0 && from < sorted[index - 1]!.to) ? 'overlap' : null;
}

/** The next range somebody may want to add: an hour after the last one. */
export function nextHours(hours: readonly Hours[]): Hours {
  const last = [...hours].sort((a, b) => a.to.localeCompare(b.to)).at(-1);
  if (!last) return { from: '09:00', to: '17:00' };
  const hour = (text: string, by: number) => `${String(Math.min(23, Number(text.slice(0, 2)) + by)).padStart(2, '0')}:${text.slice(3)}`;
  return last.to >= '22:00' ? { from: '00:00', to: '01:00' } : { from: hour(last.to, 1), to: hour(last.to, 2) };
}

const wrongDays = (draft: Draft) => [1, 2, 3, 4, 5, 6, 7].some((day) => wrongHours(hoursOf(draft.weekly, day)) !== null);
/** Whether it could be saved as it is. */
export const isSound = (draft: Draft): boolean => draft.name.trim() !== '' && !wrongDays(draft);

export const previewOf = ({ zone, weekly, overrides, travels, observesHolidays }: Draft, from: string, to: string): SchedulePreviewRequest => ({ zone, weekly, overrides, travels, observesHolidays, from, to });
export type { ScheduleOverride, Travel };
