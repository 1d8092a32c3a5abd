import fc from 'fast-check';
import { parseNumber } from '../parse-number.ts';
import { addDays, addMonths, firstWeekday, formatDay, isDay, momentOf, parseDay, wallClock } from './days.ts';
import { presetRange, rangePresets } from './range-presets.ts';
import { formatTime, parseTime, timesOfDay } from './times.ts';

const locales = ['en', 'es', 'ar', 'de', 'en-GB'];
const day = fc.date({ min: new Date('1950-01-01T12:00:00Z'), max: new Date('2079-12-31T12:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

it('reads the day it wrote, in each language', () => {
  fc.assert(
    fc.property(day, fc.constantFrom(...locales), (given, locale) => {
      expect(parseDay(formatDay(given, locale), locale, '2026-11-23')).toBe(given);
    }),
  );
});

it('reads a day as people type it', () => {
  const read = (text: string, locale: string) => parseDay(text, locale, '2026-11-23');
  expect(read('3/11', 'es')).toBe('2026-11-03');
  expect(read('3/11', 'en')).toBe('2026-03-11');
  expect(read('3.11.27', 'es')).toBe('2027-11-03');
  expect(read('2026-02-28', 'en')).toBe('2026-02-28');
  expect(read('٣/١١/٢٠٢٦', 'ar')).toBe('2026-11-03');
  expect(read('', 'en')).toBeNull();
  for (const wrong of ['31/2/2026', 'soon', '5', '1/2/3/4', '13/13/2026']) expect(read(wrong, 'es')).toBeUndefined();
});

it('reads the number it wrote, in each language', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom(...locales), (cents, locale) => {
      const value = cents / 100;
      expect(parseNumber(new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(value), locale)).toBe(value);
    }),
  );
  expect(parseNumber('€ 1.250,50', 'es')).toBe(1250.5);
  expect(parseNumber('1,250.50 USD', 'en')).toBe(1250.5);
  expect(parseNumber('many', 'en')).toBeUndefined();
});

it('reads the time it wrote, and times as people type them', () => {
  for (const locale of locales) for (const time of timesOfDay(15)) expect({ locale, time: parseTime(formatTime(time, locale)) }).toEqual({ locale, time });
  expect(['9:30', '0930', '9.30 pm', '21', '12am', '7h'].map(parseTime)).toEqual(['09:30', '09:30', '21:30', '21:00', '00:00', '07:00']);
  for (const wrong of ['25:00', '9:75', 'noon', '9:30 xm']) expect(parseTime(wrong)).toBeUndefined();
});

it('shows on the clocks of a zone the moment it made from them', () => {
  const zones = fc.constantFrom('Europe/Madrid', 'America/Denver', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC', 'Australia/Lord_Howe');
  fc.assert(
    fc.property(day, fc.constantFrom(...timesOfDay(30)), zones, (given, time, zone) => {
      const shown = wallClock(momentOf(given, time, zone), zone);
      // Where clocks skip an hour in spring there is no such time; the moment is the next that exists.
      const late = Date.parse(`${shown.day}T${shown.time}:00Z`) - Date.parse(`${given}T${time}:00Z`);
      expect(late === 0 || (late > 0 && late <= 86_400_000)).toBe(true);
    }),
  );
  expect(wallClock(momentOf('2026-03-29', '02:30', 'Europe/Madrid'), 'Europe/Madrid')).toEqual({ day: '2026-03-29', time: '03:30' });
});

it('makes of each preset a range of days that holds together', () => {
  fc.assert(
    fc.property(day, fc.constantFrom(...rangePresets), (today, preset) => {
      const { from, to } = presetRange(preset, today);
      expect(isDay(from) && isDay(to) && from <= to).toBe(true);
    }),
  );
  expect(presetRange('lastMonth', '2026-03-31')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
});

it('begins the week where the language does', () => {
  expect(['en', 'es', 'ar'].map(firstWeekday)).toEqual([0, 1, 6]);
});
