const [second, minute, hour] = [1_000, 60_000, 3_600_000];

/** Pauses after the first, second … failed attempt: quick at first, for what a restart mends, and over more than a day in all. */
const pauses = [5 * second, 30 * second, 2 * minute, 10 * minute, 30 * minute, hour, 2 * hour, 3 * hour, 4 * hour, 6 * hour, 8 * hour];

export const mostAttempts = pauses.length + 1;
/** Added to a pause at most, as a share of it: jitter only ever lengthens, so that the whole never falls below a day. */
export const jitter = 0.2;
/** What waits longer, because its endpoint does not answer for days, is given up. */
export const oldestMs = 72 * hour;
const longestRetryAfter = 24 * hour;

/**
 * How long to wait after a failed attempt; null when there is no further one.
 * @param attempt which one failed, from 1
 * @param random from 0 to 1
 * @param retryAfterMs what the answer asked for: waited for at least
 */
export function pauseAfter(attempt: number, random: number, retryAfterMs = 0): number | null {
  const pause = pauses[attempt - 1];
  if (pause === undefined) return null;
  return Math.round(Math.max(pause * (1 + jitter * random), Math.min(retryAfterMs, longestRetryAfter)));
}

/** Milliseconds that a Retry-After header asks for: seconds or a date (RFC 9110, 10.2.3), a day at most. Zero where it asks for nothing. */
export function retryAfterOf(header: string | undefined, now: number): number {
  if (!header) return 0;
  const ms = /^\d{1,9}$/.test(header.trim()) ? Number(header) * second : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), longestRetryAfter) : 0;
}
