'use client';
import { useTranslations } from 'next-intl';
import type { Reason } from '../../contract.ts';
import { useTimes } from '../use-times.ts';

/** Why a moment is not offered, as a sentence. Times are said on the reader's clocks, hours of a schedule on the schedule's. */
export function useReasonText(): (reason: Reason) => string {
  const t = useTranslations('bookings');
  const times = useTimes();
  return ({ code, params }) => {
    const zone = typeof params.zone === 'string' ? params.zone : undefined;
    const said: Record<string, string | number> = { host: '', name: '', note: '' };
    for (const [name, value] of Object.entries(params)) {
      if (name === 'date') said[name] = times.day(String(value));
      else if (name === 'at') said[name] = times.moment(String(value), zone);
      else if (name === 'from' || name === 'before') said[name] = times.clock(String(value), zone);
      else if (name === 'to' || name === 'after') said[name] = `${times.clock(String(value), zone)} ${offsetOf(times.zoneName(zone, new Date(String(value))))}`;
      else if (name === 'minutes') said[name] = times.length(Number(value));
      else said[name] = value;
    }
    if (code === 'grid' && params.before && params.after) return t('explain.near', said);
    if (code === 'time-off' && params.note) return t('explain.timeOffNote', said);
    return t(`why.${code}`, said);
  };
}

/** Of "Denver, GMT-7" the offset; a zone without a city is its own name. */
const offsetOf = (name: string) => name.split(', ').at(-1)!;
