'use client';
import { useMemo } from 'react';
import { useLocale } from 'next-intl';
import { useFormats } from '@loctelli/core/web';

export interface Times {
  /** "Fri, 27 Nov, 14:00 – 14:30 GMT-7"; the year only where it is another one. */
  period(start: string, end: string, zone?: string): string;
  /** "Fri, 27 Nov, 14:00 GMT-7". */
  moment(at: string, zone?: string): string;
  /** "14:00", for places that name the zone once for all. */
  clock(at: string, zone?: string): string;
  /** "9:30 – 10:30 AM", for a grid that names the zone once for all. */
  span(start: Date, end: Date): string;
  /** "Friday, 27 November", of a day without zone. */
  day(day: string, options?: Intl.DateTimeFormatOptions): string;
  /** "1 hr 30 min". */
  length(minutes: number): string;
  /** "Denver, GMT-7". */
  zoneName(zone?: string, when?: Date): string;
  zone: string;
}

/** Times of appointments in the reader's language and zone; whatever names an hour names its zone. */
export function useTimes(): Times {
  const locale = useLocale();
  const formats = useFormats();
  return useMemo(() => makeTimes(locale, formats.zone), [locale, formats.zone]);
}

const hour = { hour: 'numeric', minute: '2-digit' } as const;
const dayParts = { weekday: 'short', day: 'numeric', month: 'short', calendar: 'gregory' } as const;

export function makeTimes(locale: string, ownZone: string): Times {
  const thisYear = new Date().getUTCFullYear();
  const format = (options: Intl.DateTimeFormatOptions, zone = ownZone) => new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
  const full = (at: string, zone?: string) => format({ ...dayParts, ...hour, timeZoneName: 'short', ...(new Date(at).getUTCFullYear() !== thisYear && { year: 'numeric' }) }, zone);
  const unit = (value: number, name: string) => new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: name === 'day' ? 'long' : 'short' }).format(value);
  return {
    zone: ownZone,
    period: (start, end, zone) => full(start, zone).formatRange(new Date(start), new Date(end)),
    moment: (at, zone) => full(at, zone).format(new Date(at)),
    clock: (at, zone) => format(hour, zone).format(new Date(at)),
    span: (start, end) => format(hour).formatRange(start, end),
    // Noon of the day by UTC, said by UTC: it cannot slip into its neighbour.
    day: (day, options = { weekday: 'long', day: 'numeric', month: 'long' }) => format({ calendar: 'gregory', ...options }, 'UTC').format(new Date(`${day}T12:00:00Z`)),
    length: (minutes) => {
      const parts = [
        [Math.floor(minutes / 1440), 'day'],
        [Math.floor((minutes % 1440) / 60), 'hour'],
        [minutes % 60, 'minute'],
      ] as const;
      const said = parts.filter(([value]) => value > 0).map(([value, name]) => unit(value, name));
      return said.length > 0 ? said.join(' ') : unit(0, 'minute');
    },
    zoneName: (zone = ownZone, when = new Date()) => {
      const offset = format({ timeZoneName: 'short' }, zone).formatToParts(when).find(({ type }) => type === 'timeZoneName')?.value;
      const city = zone.includes('/') ? zone.split('/').at(-1)!.replaceAll('_', ' ') : zone;
      return offset && offset !== city ? `${city}, ${offset}` : city;
    },
  };
}

/** Minutes between two moments. */
export const minutesBetween = (start: string, end: string): number => Math.round((Date.parse(end) - Date.parse(start)) / 60_000);
