import { SetMetadata } from '@nestjs/common';

export const everyKey = 'loctelli:every';

const units = { hour: 3_600_000, day: 86_400_000 } as const;
export type Interval = `${number} ${'hour' | 'hours' | 'day' | 'days'}`;

/**
 * Marks a method that is to be called again and again: `async ()`, once per tenant that is not suspended and interval in the whole
 * cluster, as that tenant. What is missed while nothing runs is made up for once, at the next start. A rejection is retried like that of a job.
 */
export const Every = (interval: Interval) => SetMetadata(everyKey, millisecondsOf(interval));

/** `2 days` in milliseconds. */
export function millisecondsOf(interval: Interval): number {
  const [count, unit] = interval.split(' ') as [string, string];
  const length = Number(count) * units[unit.replace(/s$/, '') as keyof typeof units];
  if (!Number.isInteger(length) || length <= 0) throw new Error(`"${interval}" is no interval.`);
  return length;
}
