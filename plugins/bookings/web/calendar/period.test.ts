import { daysOf, periodOf, periodText, turned, weekStart } from './period.ts';

it('begins a week where the language begins it', () => {
  expect(weekStart('2026-11-27', 'en')).toBe('2026-11-22');
  expect(weekStart('2026-11-27', 'es')).toBe('2026-11-23');
  expect(weekStart('2026-11-27', 'ar')).toBe('2026-11-21');
});

it('shows a month as whole weeks, within what one request may ask for', () => {
  expect(daysOf('month', '2026-11-27', 'en')).toEqual({ from: '2026-11-01', until: '2026-12-13' });
});

it('takes the days by the clocks of the zone, over a change of clocks too', () => {
  // Denver goes back an hour on 1 November 2026: that day has 25.
  expect(periodOf('day', '2026-11-01', 'en', 'America/Denver')).toEqual({ from: '2026-11-01T06:00:00.000Z', to: '2026-11-02T07:00:00.000Z' });
});

it('turns a page by what is in sight', () => {
  expect(turned('day', '2026-12-31', 1)).toBe('2027-01-01');
  expect(turned('week', '2026-11-27', -1)).toBe('2026-11-20');
  expect(turned('month', '2026-01-31', 1)).toBe('2026-02-01');
});

it('says what is in sight', () => {
  expect(periodText('month', '2026-11-27', 'es')).toBe('noviembre de 2026');
  // Which spaces stand around the dash is the language data's own business, and changes with it.
  expect(periodText('week', '2026-11-27', 'en').replace(/\s/g, ' ')).toBe('Nov 22 – 28, 2026');
});
