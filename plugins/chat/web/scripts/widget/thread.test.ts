import fc from 'fast-check';
import type { VisitorMessage } from '../../../contract.ts';
import { Thread } from './thread.ts';

const message = (sequence: number, kind: VisitorMessage['kind'] = 'outgoing'): VisitorMessage => ({
  ...{ sequence, kind, key: `key-${sequence}`, body: String(sequence), what: null, authorName: null, attachments: [] },
  createdAt: new Date(sequence * 1000).toISOString(),
});

test('each message is there once and in order, however often and in whatever order it comes', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.integer({ min: 1, max: 30 }))), (batches) => {
      const thread = new Thread();
      for (const batch of batches) thread.add(batch.map((sequence) => message(sequence)));
      const expected = [...new Set(batches.flat())].sort((one, other) => one - other);
      expect(thread.items.map(({ sequence }) => sequence)).toEqual(expected);
    }),
  );
});

test('only what is new is told', () => {
  const thread = new Thread();
  thread.add([message(1), message(2)]);
  expect(thread.add([message(2), message(3)]).map(({ sequence }) => sequence)).toEqual([3]);
  expect(thread.has('key-3')).toBe(true);
});

test('a message out of turn does not move where the stream goes on', () => {
  const thread = new Thread();
  thread.add([message(5, 'incoming')]);
  expect(thread.cursor).toBe(0);
});

test('unread are answers after what was seen, not what the visitor wrote', () => {
  const thread = new Thread();
  thread.add([message(1), message(2, 'incoming'), message(3), message(4, 'event')]);
  expect([thread.unread(0), thread.unread(1), thread.unread(3)]).toEqual([2, 1, 0]);
});
