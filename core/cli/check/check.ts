import type { Finding } from '../assemble/finding.ts';

/** One thing `npm run check` looks at. */
export interface Check {
  title: string;
  /** @returns everything that is wrong; nothing is an empty list */
  run(root: string): Promise<Finding[]>;
}

/** The outcome of one check. */
export interface Checked {
  title: string;
  findings: Finding[];
  ms: number;
}

/**
 * Runs checks, some side by side, and tells each outcome as soon as it is there. One that breaks is a finding and ends no other.
 * @param width how many run at once
 */
export async function runChecks(root: string, checks: readonly Check[], onDone: (checked: Checked) => void, width = 2): Promise<Checked[]> {
  const waiting = [...checks];
  const done: Checked[] = [];
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const started = Date.now();
      const findings = await check.run(root).catch((error: unknown) => [broken(error)]);
      const checked = { title: check.title, findings, ms: Date.now() - started };
      done.push(checked);
      onDone(checked);
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  return done;
}

function broken(error: unknown): Finding {
  const message = error instanceof Error ? (error.name === 'Told' ? error.message : (error.stack ?? error.message)) : String(error);
  return { file: 'this check', message: `could not run: ${message}`, fix: 'see the message' };
}
