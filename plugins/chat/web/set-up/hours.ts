export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];
export interface Span {
  from: string;
  to: string;
}
export type Week = Record<Weekday, Span[]>;

const line = /^(mon|tue|wed|thu|fri|sat|sun) (\d\d:\d\d)-(\d\d:\d\d)$/;

/** The office hours as the setting keeps them, `mon 09:00-17:30`, as a week. */
export function weekOf(lines: readonly string[]): Week {
  const week = Object.fromEntries(weekdays.map((day) => [day, [] as Span[]])) as Week;
  for (const each of lines) {
    const [, day, from, to] = line.exec(each) ?? [];
    if (day && from && to) week[day as Weekday].push({ from, to });
  }
  for (const day of weekdays) week[day].sort((a, b) => a.from.localeCompare(b.from));
  return week;
}

export const linesOf = (week: Week): string[] => weekdays.flatMap((day) => week[day].map(({ from, to }) => `${day} ${from}-${to}`));

/** Whether a day's hours follow each other, each ending after it began. */
export const isSound = (spans: readonly Span[]): boolean => spans.every(({ from, to }, index) => from < to && (index === 0 || spans[index - 1]!.to <= from));

/** Where a day gets further hours: after lunch, or in the evening. */
export function nextSpan(spans: readonly Span[]): Span | null {
  const last = spans.at(-1);
  if (!last) return { from: '09:00', to: '17:00' };
  const hour = Number(last.to.slice(0, 2)) + 1;
  return hour >= 23 ? null : { from: `${String(hour).padStart(2, '0')}:00`, to: `${String(Math.min(23, hour + 3)).padStart(2, '0')}:00` };
}
