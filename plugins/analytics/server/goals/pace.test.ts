import fc from 'fast-check';
import { paceOf } from './pace.ts';

const amount = fc.double({ min: 0.01, max: 1e6, noNaN: true });
const part = fc.double({ min: 0.001, max: 0.999, noNaN: true });

test('an even pace is on track at any time, and ends at the target', () => {
  fc.assert(
    fc.property(amount, part, (target, elapsed) => {
      const pace = paceOf({ value: target * elapsed, target, elapsed, additive: true, direction: 'atLeast' });
      expect(pace.state).toBe('onTrack');
      expect(pace.projected).toBeCloseTo(target, 4);
      expect(pace.ahead).toBeCloseTo(0, 4);
    }),
  );
});

test('more is never worse for a goal to be reached, nor better for one not to be exceeded', () => {
  const rank = { missed: 0, behind: 1, onTrack: 2, reached: 3 };
  fc.assert(
    fc.property(amount, amount, amount, fc.oneof(part, fc.constant(1)), fc.boolean(), (target, value, more, elapsed, additive) => {
      const state = (amount: number, direction: 'atLeast' | 'atMost') => rank[paceOf({ value: amount, target, elapsed, additive, direction }).state];
      expect(state(value + more, 'atLeast')).toBeGreaterThanOrEqual(state(value, 'atLeast'));
      expect(state(value + more, 'atMost')).toBeLessThanOrEqual(state(value, 'atMost'));
    }),
  );
});

test('a period that is over is reached or missed, and projects what there is', () => {
  fc.assert(
    fc.property(amount, amount, fc.boolean(), (target, value, additive) => {
      const pace = paceOf({ value, target, elapsed: 1, additive, direction: 'atLeast' });
      expect(pace).toMatchObject({ projected: value, state: value >= target ? 'reached' : 'missed' });
    }),
  );
});

test('a mean is held against the target itself, and what has no value yet is not behind', () => {
  expect(paceOf({ value: 50, target: 60, elapsed: 0.1, additive: false, direction: 'atMost' })).toEqual({ expected: 60, projected: 50, ahead: 10, state: 'onTrack' });
  expect(paceOf({ value: 80, target: 60, elapsed: 0.1, additive: false, direction: 'atMost' })).toMatchObject({ ahead: -20, state: 'behind' });
  expect(paceOf({ value: null, target: 60, elapsed: 0.1, additive: false, direction: 'atLeast' })).toMatchObject({ projected: null, state: 'onTrack' });
  expect(paceOf({ value: 3, target: 10, elapsed: 0.5, additive: true, direction: 'atLeast' })).toEqual({ expected: 5, projected: 6, ahead: -2, state: 'behind' });
  expect(paceOf({ value: 11, target: 10, elapsed: 0.5, additive: true, direction: 'atMost' }).state).toBe('missed');
});
