import { copied, hoursOf, nextHours, usualWeek, withHours, wrongHours } from './draft.ts';

it('keeps the hours of other days when one is changed', () => {
  const week = withHours(usualWeek(), 3, [{ from: '08:00', to: '12:00' }, { from: '13:00', to: '24:00' }]);
  expect(hoursOf(week, 3)).toEqual([{ from: '08:00', to: '12:00' }, { from: '13:00', to: '24:00' }]);
  expect(hoursOf(week, 4)).toEqual([{ from: '09:00', to: '17:00' }]);
});

it('makes days like another, also empty ones', () => {
  const week = copied(withHours(usualWeek(), 1, []), 1, [2, 6]);
  expect([1, 2, 3, 6].map((day) => hoursOf(week, day).length)).toEqual([0, 0, 1, 0]);
});

it('says what is wrong with hours', () => {
  expect(wrongHours([{ from: '09:00', to: '09:00' }])).toBe('order');
  expect(wrongHours([{ from: '13:00', to: '17:00' }, { from: '09:00', to: '13:30' }])).toBe('overlap');
  expect(wrongHours([{ from: '13:00', to: '24:00' }, { from: '09:00', to: '13:00' }])).toBeNull();
});

it('offers a range that does not overlap the ones there are', () => {
  for (const hours of [[], [{ from: '09:00', to: '17:00' }], [{ from: '09:00', to: '22:30' }]]) expect(wrongHours([...hours, nextHours(hours)])).toBeNull();
});
