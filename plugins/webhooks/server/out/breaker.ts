import type { BreakerState } from '../../contract.ts';

/** What is kept of an endpoint's breaker. */
export interface Breaker {
  /** Failed attempts since the last one that succeeded. */
  failures: number;
  failingSince: Date | null;
  /** Until when nothing is sent; null while it is closed. */
  openUntil: Date | null;
  /** How often it opened in a row. */
  openings: number;
}

export const closed: Breaker = { failures: 0, failingSince: null, openUntil: null, openings: 0 };
/** So many failures in a row open it. */
export const threshold = 5;
const [firstPause, longestPause] = [60_000, 30 * 60_000];

/** open until its time is over, half-open from then on: what is tried next decides. */
export function stateOf({ openUntil }: Pick<Breaker, 'openUntil'>, now: Date): BreakerState {
  if (openUntil === null) return 'closed';
  return openUntil > now ? 'open' : 'half-open';
}

/**
 * After a failed attempt. A failure that was under way while it opened changes nothing of when it is tried again.
 * @param random from 0 to 1
 * @param retryAfterMs what the answer asked for: nothing is sent before
 */
export function afterFailure(before: Breaker, now: Date, random: number, retryAfterMs = 0): Breaker {
  const failures = before.failures + 1;
  const failingSince = before.failingSince ?? now;
  const state = stateOf(before, now);
  const opens = state === 'half-open' || (state === 'closed' && failures >= threshold);
  const openings = before.openings + (opens ? 1 : 0);
  const pause = opens ? Math.min(firstPause * 2 ** Math.min(openings - 1, 20), longestPause) * (1 + 0.2 * random) : 0;
  const asked = Math.max(pause, retryAfterMs);
  const until = asked > 0 ? now.getTime() + asked : 0;
  const openUntil = until > (before.openUntil?.getTime() ?? 0) && (opens || retryAfterMs > 0) ? new Date(until) : before.openUntil;
  return { failures, failingSince, openings, openUntil };
}
