import type { Goal, PaceState } from '../../contract.ts';

export interface PaceFacts {
  value: number | null;
  target: number;
  /** Share of the period that is over, 0 to 1. */
  elapsed: number;
  /** Whether what comes is added to what is there; a mean or a share is what it is at any time. */
  additive: boolean;
  direction: Goal['direction'];
}
export type Pace = Pick<Goal, 'expected' | 'projected' | 'ahead' | 'state'>;

/** Half a percent of the target more or less is no news. */
const tolerance = 0.005;

/**
 * How a goal stands. What adds up is held against an even pace over the period and goes on as it did so far; anything else against the
 * target itself. Of a goal not to be exceeded, `ahead` is what is still to spare.
 */
export function paceOf({ value, target, elapsed, additive, direction }: PaceFacts): Pace {
  const over = elapsed >= 1;
  const expected = additive ? target * elapsed : target;
  const projected = value === null ? null : additive && !over ? (elapsed > 0 ? value / elapsed : null) : value;
  if (value === null) return { expected, projected: null, ahead: null, state: over && direction === 'atLeast' && target > 0 ? 'missed' : 'onTrack' };
  const ahead = direction === 'atLeast' ? value - expected : expected - value;
  return { expected, projected, ahead, state: stateOf({ value, target, additive, direction }, ahead, over) };
}

function stateOf({ value, target, additive, direction }: Omit<PaceFacts, 'elapsed'>, ahead: number, over: boolean): PaceState {
  const kept = direction === 'atLeast' ? value! >= target : value! <= target;
  if (over) return kept ? 'reached' : 'missed';
  if (direction === 'atLeast' && additive && kept) return 'reached';
  // What adds up never comes down again.
  if (direction === 'atMost' && additive && !kept) return 'missed';
  return ahead >= -Math.abs(target) * tolerance ? 'onTrack' : 'behind';
}
