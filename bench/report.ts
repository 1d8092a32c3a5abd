import { writeFileSync } from 'node:fs';

/** One line of the table: what was measured beside the limit that was measured, or set, in the same run. */
export interface Figure {
  what: string;
  measured: string;
  /** Ratio or amount that is judged. */
  value: number;
  limit: number;
  /** Whether `value` must be at least, or at most, the limit. */
  mustBe: '≥' | '≤';
}

const figures: Figure[] = [];

/** Adds a figure and prints it. */
export function report(figure: Figure): void {
  figures.push(figure);
  const met = figure.mustBe === '≥' ? figure.value >= figure.limit : figure.value <= figure.limit;
  process.stdout.write(`${met ? '✓' : '✗'} ${figure.what}: ${figure.measured} → ${round(figure.value)} (${figure.mustBe} ${figure.limit})\n`);
}

/** Writes `bench/results.json`. */
export function writeResults(): void {
  const { node } = process.versions;
  writeFileSync('bench/results.json', `${JSON.stringify({ date: new Date().toISOString().slice(0, 10), node, figures: figures.map((figure) => ({ ...figure, value: round(figure.value) })) }, null, 2)}\n`);
}

const round = (value: number) => Math.round(value * 1000) / 1000;
