import fc from 'fast-check';
import { eventReader, type StreamEvent } from './read-events.ts';

const stream = 'id: 4\nevent: message\ndata: {"sequence":4}\n\nevent: ping\ndata: \n\n: a comment\n\nid: 5\r\nevent: message\r\ndata: one\r\ndata: two: ✓\r\n\r\ndata: plain\n\n';
const events: StreamEvent[] = [
  { id: '4', type: 'message', data: '{"sequence":4}' },
  { id: null, type: 'ping', data: '' },
  { id: '5', type: 'message', data: 'one\ntwo: ✓' },
  { id: null, type: 'message', data: 'plain' },
];

test('each event comes out once and whole, wherever the network cuts the stream', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: stream.length }), { maxLength: 12 }), (cuts) => {
      const taken: StreamEvent[] = [];
      const read = eventReader((event) => taken.push(event));
      const edges = [0, ...cuts.sort((one, other) => one - other), stream.length];
      edges.forEach((edge, index) => index > 0 && read(stream.slice(edges[index - 1], edge)));
      expect(taken).toEqual(events);
    }),
  );
});

test('what was cut off in the middle of an event never comes out', () => {
  const taken: StreamEvent[] = [];
  eventReader((event) => taken.push(event))('data: {"sequence":4}\n');
  expect(taken).toEqual([]);
});
