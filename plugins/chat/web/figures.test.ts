import { medianFirstReply, spanOf } from './figures.ts';

const told = (seconds: number | null) => ({ createdAt: '2026-11-27T09:00:00.000Z', firstReplyAt: seconds === null ? null : new Date(Date.UTC(2026, 10, 27, 9) + seconds * 1000).toISOString(), waitingSince: null });

test('the middle of those that were answered', () => {
  expect(medianFirstReply([told(60), told(600), told(null), told(90)])).toEqual({ seconds: 90, count: 3 });
  expect(medianFirstReply([told(60), told(120)])).toEqual({ seconds: 90, count: 2 });
  expect(medianFirstReply([told(null)])).toBeNull();
});

test('spans are told in the units people use', () => {
  expect(spanOf(42, 'en')).toBe('42 sec');
  expect(spanOf(61 * 60, 'en')).toBe('1 hr 1 min');
  expect(spanOf(2 * 3600, 'en')).toBe('2 hr');
  expect(spanOf(26 * 3600, 'es')).toBe('1 d 2 h');
});
