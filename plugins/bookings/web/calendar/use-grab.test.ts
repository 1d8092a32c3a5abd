import { carried } from './use-grab.ts';

const denver = { zone: 'America/Denver', byWeeks: false, rtl: false };

it('carries a booking by days on the clock and by quarters of an hour in time', () => {
  // 31 October 2026, 9:00 in Denver; on 1 November the clocks go back.
  expect(carried('2026-10-31T15:00:00.000Z', 'ArrowRight', denver)).toBe('2026-11-01T16:00:00.000Z');
  expect(carried('2026-10-31T15:00:00.000Z', 'ArrowDown', denver)).toBe('2026-10-31T15:15:00.000Z');
});

it('follows the reading direction, and moves by weeks in a month', () => {
  expect(carried('2026-11-10T16:00:00.000Z', 'ArrowRight', { ...denver, rtl: true })).toBe('2026-11-09T16:00:00.000Z');
  expect(carried('2026-11-10T16:00:00.000Z', 'ArrowDown', { ...denver, byWeeks: true })).toBe('2026-11-17T16:00:00.000Z');
  expect(carried('2026-11-10T16:00:00.000Z', 'a', denver)).toBeNull();
});
