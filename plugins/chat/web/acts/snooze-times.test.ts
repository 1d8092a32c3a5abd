import fc from 'fast-check';
import { snoozeTimes } from './snooze-times.ts';

const at = (zone: string, when: Date) => new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit' }).format(when);

test('on a Friday morning in Madrid', () => {
  const times = snoozeTimes('Europe/Madrid', new Date('2026-11-27T09:07:00Z'));
  expect(times.map(({ id, until }) => [id, at('Europe/Madrid', until)])).toEqual([
    ['hours', 'Fri 13:15'],
    ['evening', 'Fri 18:00'],
    ['tomorrow', 'Sat 09:00'],
    ['monday', 'Mon 09:00'],
    ['week', 'Fri 09:00'],
  ]);
});

test('in the evening this evening is not offered, and on a Sunday tomorrow is Monday once', () => {
  expect(snoozeTimes('Europe/Madrid', new Date('2026-11-29T16:30:00Z')).map(({ id }) => id)).toEqual(['hours', 'tomorrow', 'week']);
});

test('everything lies ahead, whatever the zone and moment', () => {
  fc.assert(
    fc.property(fc.constantFrom('Europe/Madrid', 'America/New_York', 'Asia/Kolkata', 'Pacific/Kiritimati', 'Australia/Lord_Howe'), fc.date({ min: new Date('2020-01-01'), max: new Date('2037-01-01'), noInvalidDate: true }), (zone, now) => {
      for (const { until } of snoozeTimes(zone, now)) expect(until.getTime()).toBeGreaterThan(now.getTime());
    }),
  );
});
