'use client';
import type { Clock } from './clock.ts';

/** Day, time and zone of an appointment, in lines that do not break within a time. */
export function When({ clock, start, end, struck }: { clock: Clock; start: string; end: string; struck?: boolean }) {
  return (
    <>
      <time dateTime={start} className={struck ? 'block line-through' : 'block'}>
        <span className="block font-medium">{clock.date(start)}</span>
        <span className="block font-medium">{clock.times(start, end)}</span>
      </time>
      <bdi className="block text-sm">{clock.zoneName(start)}</bdi>
    </>
  );
}
