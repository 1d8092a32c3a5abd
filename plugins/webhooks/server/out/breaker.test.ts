import fc from 'fast-check';
import { afterFailure, closed, stateOf, threshold, type Breaker } from './breaker.ts';

const begin = Date.parse('2026-01-01T00:00:00Z');
/** What happens to an endpoint: time passes, and an attempt fails or succeeds if the breaker lets one through. */
const step = fc.record({ waitMs: fc.integer({ min: 0, max: 3_600_000 }), fails: fc.boolean(), random: fc.double({ min: 0, max: 1, noNaN: true }), retryAfterMs: fc.constantFrom(0, 0, 0, 120_000) });

test('nothing is sent while it is open; it opens after failures in a row alone; one success closes it', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let breaker: Breaker = closed;
      let now = begin;
      let inARow = 0;
      for (const { waitMs, fails, random, retryAfterMs } of steps) {
        now += waitMs;
        const at = new Date(now);
        const before = stateOf(breaker, at);
        if (before === 'open') {
          expect(breaker.openUntil!.getTime()).toBeGreaterThan(now);
          continue;
        }
        inARow = fails ? inARow + 1 : 0;
        breaker = fails ? afterFailure(breaker, at, random, retryAfterMs) : closed;
        expect(breaker.failures).toBe(inARow);
        expect(breaker.failingSince === null).toBe(inARow === 0);
        if (!fails) expect(stateOf(breaker, at)).toBe('closed');
        else if (before === 'half-open' || inARow >= threshold || retryAfterMs > 0) expect(stateOf(breaker, at)).toBe('open');
        else expect(stateOf(breaker, at)).toBe('closed');
      }
    }),
  );
});

test('the pauses grow to half an hour and no further, and are tried again in the end', () => {
  let breaker = closed;
  let now = begin;
  let pause = 0;
  for (let n = 0; n < 40; n++) {
    breaker = afterFailure(breaker, new Date(now), 0);
    if (!breaker.openUntil) continue;
    const next = breaker.openUntil.getTime() - now;
    expect(next).toBeGreaterThanOrEqual(pause);
    expect(next).toBeLessThanOrEqual(30 * 60_000);
    pause = next;
    now = breaker.openUntil.getTime();
    expect(stateOf(breaker, new Date(now))).toBe('half-open');
  }
  expect(pause).toBe(30 * 60_000);
});

test('a failure that was under way while it opened neither lengthens nor shortens the pause', () => {
  const open = Array.from({ length: threshold }).reduce<Breaker>((each) => afterFailure(each, new Date(begin), 0), closed);
  expect(afterFailure(open, new Date(begin + 1_000), 1).openUntil).toEqual(open.openUntil);
  expect(afterFailure(open, new Date(begin + 1_000), 1).openings).toBe(1);
});
