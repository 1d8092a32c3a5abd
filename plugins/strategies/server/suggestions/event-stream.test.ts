import fc from 'fast-check';
import { EventStreamReader } from './event-stream.ts';
import { slotText, spread } from './slot-text.ts';

test('events are read whole wherever the stream is cut, with any end of line, and without the last one', () => {
  const line = fc.string({ maxLength: 20 }).map((text) => `x${text.replace(/[\r\n]/g, '')}`);
  const cuts = fc.array(fc.nat(400), { maxLength: 20 });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), fc.constantFrom('\n', '\r\n', '\r'), cuts, fc.boolean(), (data, end, at, ended) => {
      const whole = data.map((text) => `: hello${end}event: message${end}data: ${text}${end}`).join(end) + (ended ? end : '');
      const places = [...new Set([0, ...at.map((place) => place % (whole.length + 1)), whole.length])].sort((a, b) => a - b);
      const reader = new EventStreamReader();
      const read = places.slice(1).flatMap((to, index) => reader.push(whole.slice(places[index], to)));
      expect([...read, ...reader.end()]).toEqual(data);
    }),
  );
});

test('a time is written in the client’s zone and language, and names the zone', () => {
  const at = '2030-01-07T09:00:00.000Z';
  expect(slotText(at, 'Europe/Madrid', 'en-GB')).toMatch(/^Monday,? 7 January.* 10:00 CET$/);
  expect(slotText(at, 'America/Denver', 'es')).toMatch(/^lunes, 7 de enero.*2:00.*(GMT-7|MST)$/);
  expect(slotText(at, 'Asia/Riyadh', 'ar')).toContain('الاثنين');
  expect(slotText(at, 'UTC', 'not a language')).toMatch(/^Monday/);
});

test('of many times two a day are offered, not side by side', () => {
  const slots = Array.from({ length: 40 }, (_, at) => ({ start: new Date(Date.UTC(2030, 0, 7 + Math.floor(at / 8), 9 + (at % 8))).toISOString() }));
  expect(spread(slots, 'UTC', 5).map(({ start }) => start.slice(8, 13))).toEqual(['07T09', '07T13', '08T09', '08T13', '09T09']);
});
