const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const week = 7 * 24 * 60;

/** Whether somebody is there, and when that changes next. */
export interface Opening {
  open: boolean;
  /** Null when it never does. */
  changesAt: Date | null;
}

/**
 * Reads office hours such as `mon 09:00-17:30` in a zone. Without a line it is always open; a line whose end lies before its beginning goes on into
 * the next day.
 */
export function openingAt(hours: readonly string[], zone: string, now: Date): Opening {
  const spans = hours.flatMap(spanOf);
  if (spans.length === 0) return { open: true, changesAt: null };
  const minute = minuteOfWeek(now, zone);
  const open = isOpen(spans, minute);
  const edges = spans.flatMap(({ from, to }) => [from % week, to % week]);
  const ahead = edges.map((edge) => (edge - minute + week) % week || week).sort((a, b) => a - b);
  const next = ahead.find((wait) => isOpen(spans, (minute + wait) % week) !== open);
  return { open, changesAt: next === undefined ? null : instantAfter(now, next, zone) };
}

interface Span {
  /** Minutes since Sunday midnight; the end may lie in the next week. */
  from: number;
  to: number;
}

function spanOf(line: string): Span[] {
  const [, day, fromHour, fromMinute, toHour, toMinute] = /^(\w{3}) (\d{2}):(\d{2})-(\d{2}):(\d{2})$/.exec(line) ?? [];
  const start = days.indexOf(day ?? '') * 24 * 60;
  if (start < 0) return [];
  const from = start + Number(fromHour) * 60 + Number(fromMinute);
  const to = start + Number(toHour) * 60 + Number(toMinute);
  return [{ from, to: to > from ? to : to + 24 * 60 }];
}

const isOpen = (spans: Span[], minute: number) => spans.some(({ from, to }) => (minute >= from && minute < to) || (minute + week >= from && minute + week < to));

function minuteOfWeek(at: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(at);
  const part = (type: string) => parts.find((each) => each.type === type)!.value;
  return days.indexOf(part('weekday').toLowerCase()) * 24 * 60 + Number(part('hour')) * 60 + Number(part('minute'));
}

/** The whole minute that is so many minutes of wall clock away, clocks put forward or back meanwhile or not. */
function instantAfter(now: Date, minutes: number, zone: string): Date {
  const start = Math.floor(now.getTime() / 60_000) * 60_000;
  const guess = new Date(start + minutes * 60_000);
  const wanted = (minuteOfWeek(now, zone) + minutes) % week;
  const off = ((wanted - minuteOfWeek(guess, zone) + week + week / 2) % week) - week / 2;
  return new Date(guess.getTime() + off * 60_000);
}
