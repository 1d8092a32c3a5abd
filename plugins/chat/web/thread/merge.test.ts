import fc from 'fast-check';
import type { ChatMessage } from '../../contract.ts';
import { arrived, heardOf, lastOf, missing, noThread, olderBefore, opened, received, unsent, type Outgoing, type Thread } from './merge.ts';

const message = (sequence: number, more: Partial<ChatMessage> = {}): ChatMessage => ({
  id: sequence * 10,
  conversationId: 1,
  sequence,
  key: `00000000-0000-4000-8000-${String(sequence).padStart(12, '0')}`,
  kind: 'incoming',
  body: `Message ${sequence}`,
  happened: null,
  authorId: null,
  authorName: 'Dana',
  mentions: [],
  attachments: [],
  delivery: null,
  deliveryError: null,
  createdAt: new Date(Date.UTC(2026, 10, 27) + sequence * 1000).toISOString(),
  ...more,
});
const run = (from: number, to: number) => Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => message(from + index));
const sequences = (thread: Thread) => thread.messages.map(({ sequence }) => sequence);

/** What must hold whatever has happened: one run, each message once. */
function sound(thread: Thread): void {
  const floor = thread.floor ?? 0;
  expect(sequences(thread)).toEqual(thread.messages.map((_, index) => floor + index + 1));
  expect(thread.ahead.every(({ sequence }) => thread.floor === null || sequence > lastOf(thread) + 1)).toBe(true);
  expect(new Set(thread.ahead.map(({ sequence }) => sequence)).size).toBe(thread.ahead.length);
}

type Step = { do: 'write'; told: boolean } | { do: 'page'; after: number; size: number } | { do: 'older'; size: number } | { do: 'answer'; sequence: number } | { do: 'sync' };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('write' as const), told: fc.boolean() }),
  fc.record({ do: fc.constant('page' as const), after: fc.nat(60), size: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ do: fc.constant('older' as const), size: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ do: fc.constant('answer' as const), sequence: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ do: fc.constant('sync' as const) }),
);

/** Asks as the screen does, until nothing is missing. */
function settle(thread: Thread, server: ChatMessage[], size = 7): Thread {
  let now = heardOf(thread, server.length);
  for (let after = missing(now); after !== null; after = missing(now)) now = received(now, server.filter(({ sequence }) => sequence > after!).slice(0, size));
  return now;
}

test('whatever arrives late, twice or out of order, no message is missing and none is there twice', () => {
  fc.assert(
    fc.property(fc.nat(30), fc.integer({ min: 1, max: 20 }), fc.array(step, { maxLength: 60 }), (before, first, steps) => {
      const server = run(1, before);
      let thread = opened(noThread, server.slice(-first), server.length);
      sound(thread);
      for (const each of steps) {
        const shown = sequences(thread);
        if (each.do === 'write') {
          server.push(message(server.length + 1));
          if (each.told) thread = heardOf(thread, server.length);
        } else if (each.do === 'page') thread = received(thread, server.filter(({ sequence }) => sequence > each.after).slice(0, each.size));
        else if (each.do === 'answer') thread = received(thread, server.filter(({ sequence }) => sequence === each.sequence));
        else if (each.do === 'sync') thread = settle(thread, server);
        else {
          const end = olderBefore(thread);
          if (end !== null) thread = received(thread, server.filter(({ sequence }) => sequence < end).slice(-each.size));
        }
        sound(thread);
        // What was shown once stays.
        expect(sequences(thread)).toEqual(expect.arrayContaining(shown));
      }
      thread = settle(thread, server);
      sound(thread);
      expect(lastOf(thread)).toBe(server.length);
      expect(thread.ahead).toEqual([]);
      while (olderBefore(thread) !== null) thread = received(thread, server.filter(({ sequence }) => sequence < olderBefore(thread)!).slice(-4));
      expect(thread.messages).toEqual(server);
    }),
    { numRuns: 1000 },
  );
});

test('what comes before the first page waits for it', () => {
  const early = received(noThread, [message(9)]);
  expect(early.messages).toEqual([]);
  expect(missing(early)).toBeNull();
  expect(sequences(opened(early, run(3, 8), 9))).toEqual([3, 4, 5, 6, 7, 8, 9]);
});

test('a conversation without messages is complete, and its first one begins it', () => {
  const empty = opened(noThread, [], 0);
  expect(missing(empty)).toBeNull();
  expect(olderBefore(empty)).toBeNull();
  expect(missing(heardOf(empty, 1))).toBe(0);
  expect(sequences(received(empty, [message(1)]))).toEqual([1]);
});

test('a message of one’s own is shown once: on its way, or where it arrived', () => {
  const own: Outgoing = { key: message(4).key, kind: 'outgoing', body: 'x', attachments: [], at: '', state: 'sending' };
  const thread = opened(noThread, run(1, 2), 2);
  expect(unsent(thread, [own])).toEqual([own]);
  const early = received(thread, [message(4)]);
  // It is there, but what the client wrote before it is not: until then it stays below.
  expect(arrived(early, own.key)).toBe(true);
  expect(unsent(early, [own])).toEqual([own]);
  expect(missing(early)).toBe(2);
  expect(unsent(received(early, [message(3)]), [own])).toEqual([]);
});

test('an old answer does not take a delivery back, and a new one changes it', () => {
  const sent = opened(noThread, [message(1, { delivery: 'sent' })], 1);
  expect(received(sent, [message(1, { delivery: 'pending' })]).messages[0]!.delivery).toBe('sent');
  expect(received(sent, [message(1, { delivery: 'failed', deliveryError: 'mailbox full' })]).messages[0]!.delivery).toBe('failed');
  const failed = opened(noThread, [message(1, { delivery: 'failed' })], 1);
  expect(received(failed, [message(1, { delivery: 'pending' })]).messages[0]!.delivery).toBe('pending');
});
