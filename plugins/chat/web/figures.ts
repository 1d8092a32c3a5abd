import type { Conversation, InboxCounts } from '../contract.ts';

/** What waits for the reader: unread in conversations of their own, and in those nobody has yet. */
export const unreadOf = (counts: InboxCounts | undefined): number => (counts ? counts.mine.unread + counts.unassigned.unread : 0);

/** Seconds until a person first answered, of those who were: the one in the middle; null without any. */
export function medianFirstReply(conversations: readonly Pick<Conversation, 'createdAt' | 'firstReplyAt' | 'waitingSince'>[]): { seconds: number; count: number } | null {
  const seconds = conversations
    .flatMap(({ createdAt, firstReplyAt }) => (firstReplyAt ? [(Date.parse(firstReplyAt) - Date.parse(createdAt)) / 1000] : []))
    .filter((each) => each >= 0)
    .sort((a, b) => a - b);
  if (seconds.length === 0) return null;
  const middle = Math.floor(seconds.length / 2);
  return { seconds: seconds.length % 2 ? seconds[middle]! : (seconds[middle - 1]! + seconds[middle]!) / 2, count: seconds.length };
}

/** A span of time in its two largest units: "2 h 5 min". */
export function spanOf(seconds: number, locale: string): string {
  const unit = (value: number, name: string) => new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
  const whole = Math.round(seconds);
  if (whole < 60) return unit(whole, 'second');
  const minutes = Math.round(whole / 60);
  if (minutes < 60) return unit(minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 ? `${unit(hours, 'hour')} ${unit(minutes % 60, 'minute')}` : unit(hours, 'hour');
  return hours % 24 ? `${unit(Math.floor(hours / 24), 'day')} ${unit(hours % 24, 'hour')}` : unit(hours / 24, 'day');
}
