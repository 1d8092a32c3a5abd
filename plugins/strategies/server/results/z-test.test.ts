import { isEnough, leaderOf, zOf } from './z-test.ts';

const of = (hits: number, tried: number) => ({ tried, true: hits });

test('the statistic is that of the textbooks', () => {
  expect(zOf(of(250, 1000), of(200, 1000))).toBeCloseTo(2.677, 3);
  expect(zOf(of(200, 1000), of(250, 1000))).toBeCloseTo(-2.677, 3);
  expect(zOf(of(41, 351), of(52, 353))).toBeCloseTo(-1.195, 2);
  expect([zOf(of(0, 50), of(0, 50)), zOf(of(50, 50), of(50, 50)), zOf(of(0, 0), of(0, 0))]).toEqual([0, 0, 0]);
});

test('nobody leads before each was tried often enough', () => {
  expect([isEnough([of(9, 29), of(9, 29)]), isEnough([of(1, 40), of(2, 40)]), isEnough([of(40, 40), of(39, 40)]), isEnough([of(100, 400)]), isEnough([])]).toEqual([false, false, false, false, false]);
  expect(leaderOf([of(20, 29), of(2, 29)])).toBe(-1);
  expect(leaderOf([of(10, 40), of(12, 40)])).toBe(-1);
  expect(leaderOf([of(8, 60), of(24, 60)])).toBe(1);
});

test('of several the leader is better than each', () => {
  expect(leaderOf([of(60, 200), of(20, 200), of(30, 200)])).toBe(0);
  expect(leaderOf([of(60, 200), of(20, 200), of(55, 200)])).toBe(-1);
});
