import { addMonths, dayByKey, periodOf, weeksOf } from './month-days.ts';

test('months follow each other over the year', () => {
  expect([addMonths('2026-12', 1), addMonths('2026-01', -1), addMonths('2026-06', 18), addMonths('2026-06', 0)]).toEqual(['2027-01', '2025-12', '2027-12', '2026-06']);
});

test('a month has six weeks that begin on the first weekday of the reader', () => {
  for (const first of [0, 1, 6])
    for (let month = '2026-01'; month < '2028-01'; month = addMonths(month, 1)) {
      const weeks = weeksOf(month, first);
      const days = weeks.flat().filter((day) => day !== null);
      expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7, 7]);
      expect(days).toEqual([...new Set(days)].sort());
      expect(days.at(-1)).toBe(new Date(Date.parse(`${addMonths(month, 1)}-01`) - 86_400_000).toISOString().slice(0, 10));
      weeks.forEach((week) => week.forEach((day, index) => day && expect(new Date(day).getUTCDay()).toBe((first + index) % 7)));
    }
});

test('a month is as long as its zone makes it', () => {
  expect(periodOf('2026-03', 'Europe/Madrid')).toEqual({ from: '2026-02-28T23:00:00.000Z', to: '2026-03-31T22:00:00.000Z' });
  expect(periodOf('2026-12', 'Pacific/Kiritimati')).toEqual({ from: '2026-11-30T10:00:00.000Z', to: '2026-12-31T10:00:00.000Z' });
});

test('keys lead through days, weeks and months, and the other way round from right to left', () => {
  // A Thursday.
  const from = '2026-12-31';
  const to = (key: string, rtl = false) => dayByKey(from, key, 1, rtl);
  expect([to('ArrowRight'), to('ArrowLeft'), to('ArrowUp'), to('ArrowDown')]).toEqual(['2027-01-01', '2026-12-30', '2026-12-24', '2027-01-07']);
  expect([to('ArrowRight', true), to('ArrowLeft', true)]).toEqual(['2026-12-30', '2027-01-01']);
  expect([to('Home'), to('End'), to('PageUp'), to('PageDown')]).toEqual(['2026-12-28', '2027-01-03', '2026-11-30', '2027-01-31']);
  expect(dayByKey('2027-01-31', 'PageDown', 1, false)).toBe('2027-02-28');
  expect(to('Enter')).toBeNull();
});
