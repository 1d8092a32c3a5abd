import { Told } from '../services/told.ts';

/** One thing that is wrong: where, what, and what to do about it. */
export interface Finding {
  /** Path from the root of the clone. */
  file: string;
  message: string;
  fix: string;
}

/** Thrown with everything that is wrong at once. */
export class Findings extends Told {
  constructor(
    title: string,
    readonly findings: readonly Finding[],
  ) {
    super(`${title}\n${printFindings(findings)}`);
  }
}

/** Findings as people read them, grouped by file. */
export function printFindings(findings: readonly Finding[]): string {
  const byFile = new Map<string, Finding[]>();
  for (const finding of findings) byFile.set(finding.file, [...(byFile.get(finding.file) ?? []), finding]);
  return [...byFile]
    .map(([file, list]) => [`  ${file}`, ...list.map(({ message, fix }) => `    ✗ ${message}\n      → ${fix}`)].join('\n'))
    .join('\n');
}
