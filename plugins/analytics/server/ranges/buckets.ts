import { Temporal } from 'temporal-polyfill';
import type { Tile } from '../../contract.ts';
import { shift, startOf, unitStart } from './resolve-range.ts';

export type Bucket = 'day' | 'week' | 'month';

/** How finely a range is drawn: about fifty points at most, unless somebody wants it otherwise; never more than 750. */
export function bucketFor(wanted: Tile['bucket'], days: number): Bucket {
  if (wanted !== 'auto' && !(wanted === 'day' && days > 750)) return wanted;
  return days <= 45 ? 'day' : days <= 200 ? 'week' : 'month';
}

const startDay = (day: Temporal.PlainDate, bucket: Bucket) => (bucket === 'day' ? day : unitStart(day, bucket));
const next = (day: Temporal.PlainDate, bucket: Bucket) => (bucket === 'day' ? day.add({ days: 1 }) : shift(day, bucket, 1));

/** Local days on which the buckets of a range begin; the first may begin before it. */
export function bucketsOf(fromDay: string, toDay: string, bucket: Bucket): string[] {
  const last = Temporal.PlainDate.from(toDay);
  const found: string[] = [];
  for (let day = startDay(Temporal.PlainDate.from(fromDay), bucket); Temporal.PlainDate.compare(day, last) <= 0; day = next(day, bucket)) found.push(day.toString());
  return found;
}

/** The part of a bucket that lies within a range. */
export function withinBucket(start: string, bucket: Bucket, { fromDay, toDay }: { fromDay: string; toDay: string }, zone: string): { fromDay: string; toDay: string; from: Date; to: Date } {
  const begins = startDay(Temporal.PlainDate.from(start), bucket);
  const ends = next(begins, bucket).subtract({ days: 1 });
  const first = begins.toString() < fromDay ? Temporal.PlainDate.from(fromDay) : begins;
  const last = ends.toString() > toDay ? Temporal.PlainDate.from(toDay) : ends;
  return { fromDay: first.toString(), toDay: last.toString(), from: startOf(first, zone), to: startOf(last.add({ days: 1 }), zone) };
}
