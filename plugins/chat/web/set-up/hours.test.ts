import fc from 'fast-check';
import { isSound, linesOf, nextSpan, weekdays, weekOf } from './hours.ts';

test('what a setting keeps comes back as it was, in the order of the week', () => {
  const time = fc.tuple(fc.nat(23), fc.constantFrom('00', '15', '30', '45')).map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
  const lines = fc.array(fc.tuple(fc.constantFrom(...weekdays), time, time).map(([day, from, to]) => `${day} ${from}-${to}`), { maxLength: 12 });
  fc.assert(fc.property(lines, (given) => expect([...linesOf(weekOf(given))].sort()).toEqual([...given].sort())));
  expect(linesOf(weekOf(['fri 09:00-12:00', 'mon 14:00-18:00', 'mon 09:00-13:00', 'nonsense']))).toEqual(['mon 09:00-13:00', 'mon 14:00-18:00', 'fri 09:00-12:00']);
});

test('hours that overlap or end before they begin are seen', () => {
  expect(isSound([{ from: '09:00', to: '13:00' }, { from: '14:00', to: '18:00' }])).toBe(true);
  expect(isSound([{ from: '09:00', to: '15:00' }, { from: '14:00', to: '18:00' }])).toBe(false);
  expect(isSound([{ from: '17:00', to: '09:00' }])).toBe(false);
});

test('further hours lie after those there are', () => {
  expect(nextSpan([])).toEqual({ from: '09:00', to: '17:00' });
  expect(nextSpan([{ from: '09:00', to: '13:30' }])).toEqual({ from: '14:00', to: '17:00' });
  expect(nextSpan([{ from: '09:00', to: '23:30' }])).toBeNull();
});
