/** How often something was tried, and how often it came true. */
export interface Proportion {
  tried: number;
  true: number;
}

/** Two-sided, 95 %. */
const critical = 1.959963984540054;
const fewest = 30;
const expected = 5;

/** By how many standard errors the first proportion is greater than the second (pooled); 0 where nothing can be said. */
export function zOf(a: Proportion, b: Proportion): number {
  const pooled = (a.true + b.true) / (a.tried + b.tried);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / a.tried + 1 / b.tried));
  return error > 0 ? (a.true / a.tried - b.true / b.tried) / error : 0;
}

/** Whether each was tried so often that the normal distribution may stand for it: 30 times, and five expected of either outcome. */
export function isEnough(all: readonly Proportion[]): boolean {
  const tried = all.reduce((sum, each) => sum + each.tried, 0);
  const pooled = all.reduce((sum, each) => sum + each.true, 0) / tried;
  return all.length > 1 && all.every(({ tried: n }) => n >= fewest && n * pooled >= expected && n * (1 - pooled) >= expected);
}

/** Place of the one that does better than every other with 95 % confidence; -1 where none does, or there is not enough to say so. */
export function leaderOf(all: readonly Proportion[]): number {
  if (!isEnough(all)) return -1;
  return all.findIndex((each, index) => all.every((other, at) => at === index || zOf(each, other) >= critical));
}
