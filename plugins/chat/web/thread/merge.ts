import type { ChatAttachment, ChatMessage } from '../../contract.ts';

/**
 * What is known of a conversation's messages. They arrive in any order, some twice and some late: from pages, from answers to what was sent,
 * after a cut network. What is shown is always one run of sequences without a gap and without a double.
 */
export interface Thread {
  /** How many messages come before the first that is here; null until the first page is. */
  floor: number | null;
  /** Of sequence `floor + 1`, `floor + 2` and so on. */
  messages: readonly ChatMessage[];
  /** Came before what lies between them and `messages`. */
  ahead: readonly ChatMessage[];
  /** The highest sequence that anybody told of. */
  heard: number;
}

/** A message on its way; its key makes every try the same message. */
export interface Outgoing {
  key: string;
  kind: 'outgoing' | 'note';
  body: string;
  attachments: ChatAttachment[];
  at: string;
  /** `waiting`: no answer came, it is tried again by itself. `failed`: refused, and the writer decides. */
  state: 'sending' | 'waiting' | 'failed';
  problem?: string;
}

export const noThread: Thread = { floor: null, messages: [], ahead: [], heard: 0 };

/** Sequence of the last message that is shown. */
export const lastOf = ({ floor, messages }: Thread): number => (floor ?? 0) + messages.length;

/** Takes the first page, the newest messages there are. Where there is one already, it is a page like any other. */
export function opened(thread: Thread, items: readonly ChatMessage[], lastSequence: number): Thread {
  const floor = thread.floor ?? (items[0] ? items[0].sequence - 1 : lastSequence);
  return received(heardOf({ ...thread, floor }, lastSequence), items);
}

/** Takes messages from wherever they come. */
export function received(thread: Thread, items: readonly ChatMessage[]): Thread {
  const heard = items.reduce((highest, { sequence }) => Math.max(highest, sequence), thread.heard);
  const known = new Map<number, ChatMessage>();
  for (const message of [...thread.ahead, ...thread.messages, ...items]) known.set(message.sequence, newer(known.get(message.sequence), message));
  if (thread.floor === null) return { ...thread, heard, ahead: sorted(known.values()) };
  let floor = thread.floor;
  while (floor > 0 && known.has(floor)) floor -= 1;
  const messages: ChatMessage[] = [];
  for (let next = floor + 1; known.has(next); next += 1) messages.push(known.get(next)!);
  const last = floor + messages.length;
  return { floor, messages, heard, ahead: sorted([...known.values()].filter(({ sequence }) => sequence > last)) };
}

/** Somebody said that there is a message of this sequence. */
export const heardOf = (thread: Thread, sequence: number): Thread => (sequence > thread.heard ? { ...thread, heard: sequence } : thread);

/** After which sequence to ask, when something that was told of is not here; null when all is. */
export function missing(thread: Thread): number | null {
  return thread.floor !== null && thread.heard > lastOf(thread) ? lastOf(thread) : null;
}

/** Before which sequence the older messages are; null when there are none. */
export const olderBefore = (thread: Thread): number | null => (thread.floor ? thread.floor + 1 : null);

/** Those that are still on their way: what has arrived is shown where it belongs. */
export function unsent(thread: Thread, outbox: readonly Outgoing[]): Outgoing[] {
  const there = new Set(thread.messages.map(({ key }) => key));
  return outbox.filter(({ key }) => !there.has(key));
}

/** Whether the server has it, shown or not. */
export const arrived = (thread: Thread, key: string): boolean => [...thread.messages, ...thread.ahead].some((message) => message.key === key);

/** An answer that was long on its way must not take back what a later one told: a message that went out does not wait again. */
function newer(before: ChatMessage | undefined, next: ChatMessage): ChatMessage {
  if (!before) return next;
  if (next.delivery === 'pending' && (before.delivery === 'sent' || before.delivery === 'delivered' || before.delivery === 'read')) return before;
  return JSON.stringify(before) === JSON.stringify(next) ? before : next;
}

const sorted = (messages: Iterable<ChatMessage>) => [...messages].sort((a, b) => a.sequence - b.sequence);
