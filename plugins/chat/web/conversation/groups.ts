import type { ChatMessage } from '../../contract.ts';

/** What a conversation is drawn from, in order. */
export type Item =
  | { type: 'day'; key: string; day: string }
  | { type: 'new'; key: string }
  | { type: 'event'; key: string; message: ChatMessage }
  /** What one person wrote without a pause or a word from others. */
  | { type: 'group'; key: string; kind: 'incoming' | 'outgoing' | 'note'; messages: ChatMessage[] };

/** A longer pause begins a new group, so that its time is told. */
const pauseMs = 10 * 60_000;

/**
 * @param zone whose days part the messages
 * @param newAfter sequence up to which the reader had read when they came; the first message of the client's after it stands below a line
 */
export function itemsOf(messages: readonly ChatMessage[], zone: string, newAfter: number | null): Item[] {
  const dayOf = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const firstNew = newAfter === null ? undefined : messages.find(({ sequence, kind }) => sequence > newAfter && (kind === 'incoming' || kind === 'note'))?.sequence;
  const items: Item[] = [];
  let day = '';
  for (const message of messages) {
    const its = dayOf.format(new Date(message.createdAt));
    if (its !== day) items.push({ type: 'day', key: `day-${its}`, day: (day = its) });
    if (message.sequence === firstNew) items.push({ type: 'new', key: 'new' });
    const last = items.at(-1);
    if (message.kind === 'event') items.push({ type: 'event', key: message.key, message });
    else if (last?.type === 'group' && continues(last.messages.at(-1)!, message)) last.messages.push(message);
    else items.push({ type: 'group', key: message.key, kind: message.kind, messages: [message] });
  }
  return items;
}

const continues = (before: ChatMessage, next: ChatMessage) =>
  before.kind === next.kind && before.authorId === next.authorId && before.authorName === next.authorName && Date.parse(next.createdAt) - Date.parse(before.createdAt) < pauseMs;

/** "Today", "Yesterday", or the date. */
export function nameOfDay(day: string, zone: string, locale: string, now = new Date()): string {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);
  const ago = Math.round((Date.parse(`${today}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / 86_400_000);
  if (ago === 0 || ago === 1) {
    const name = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-ago, 'day');
    return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
  }
  const form: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC', ...(day.slice(0, 4) !== today.slice(0, 4) && { year: 'numeric' }) };
  return new Intl.DateTimeFormat(locale, form).format(new Date(`${day}T12:00:00Z`));
}
