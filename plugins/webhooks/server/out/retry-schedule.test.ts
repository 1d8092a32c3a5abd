import fc from 'fast-check';
import { jitter, mostAttempts, pauseAfter, retryAfterOf } from './retry-schedule.ts';

const hour = 3_600_000;
const share = fc.double({ min: 0, max: 1, noNaN: true });

test('ten attempts and more, over a day at least and less than two, whatever the jitter', () => {
  expect(mostAttempts).toBeGreaterThanOrEqual(10);
  fc.assert(
    fc.property(fc.array(share, { minLength: mostAttempts - 1, maxLength: mostAttempts - 1 }), (random) => {
      const pauses = random.map((each, index) => pauseAfter(index + 1, each)!);
      const whole = pauses.reduce((sum, pause) => sum + pause, 0);
      expect(whole).toBeGreaterThanOrEqual(24 * hour);
      expect(whole).toBeLessThan(48 * hour);
      expect(pauseAfter(mostAttempts, random[0]!)).toBeNull();
    }),
  );
});

test('jitter lengthens a pause by its share at most, and a later pause is never shorter', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: mostAttempts - 1 }), share, (attempt, random) => {
      const [plain, jittered] = [pauseAfter(attempt, 0)!, pauseAfter(attempt, random)!];
      expect(jittered).toBeGreaterThanOrEqual(plain);
      expect(jittered).toBeLessThanOrEqual(Math.ceil(plain * (1 + jitter)));
      if (attempt > 1) expect(plain).toBeGreaterThan(pauseAfter(attempt - 1, 1)!);
    }),
  );
});

test('what Retry-After asks for is waited for, up to a day', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');
  fc.assert(fc.property(fc.integer({ min: 0, max: 200_000 }), (seconds) => {
    expect(retryAfterOf(String(seconds), now)).toBe(Math.min(seconds * 1_000, 24 * hour));
    expect(pauseAfter(1, 0, seconds * 1_000)).toBe(Math.max(5_000, Math.min(seconds * 1_000, 24 * hour)));
  }));
  expect(retryAfterOf('Thu, 01 Jan 2026 00:02:00 GMT', now)).toBe(120_000);
  expect([undefined, '', 'soon', '-5', 'Thu, 01 Jan 1970 00:00:00 GMT'].map((each) => retryAfterOf(each, now))).toEqual([0, 0, 0, 0, 0]);
});
