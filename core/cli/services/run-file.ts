import fs from 'node:fs';
import path from 'node:path';
import { Told } from './told.ts';

interface Running {
  pid: number;
  command: string;
}

/** What runs on this data folder now, if anything does. */
export function whatRuns(dataDir: string): Running | undefined {
  const file = path.join(dataDir, 'run.json');
  if (!fs.existsSync(file)) return undefined;
  try {
    const running = JSON.parse(fs.readFileSync(file, 'utf8')) as Running;
    return running.pid !== process.pid && isOurs(running.pid) ? running : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Takes the data folder for this process.
 * @returns what gives it back
 * @throws Told when another process holds it
 */
export function takeDataFolder(dataDir: string, command: string): () => void {
  const running = whatRuns(dataDir);
  if (running) throw new Told(`\`${running.command}\` runs on ${dataDir} already (process ${running.pid}). Stop it first, or give this one a data folder of its own with DATA_DIR.`);
  const file = path.join(dataDir, 'run.json');
  fs.mkdirSync(dataDir, { recursive: true });
  fs.writeFileSync(file, JSON.stringify({ pid: process.pid, command } satisfies Running));
  return () => fs.rmSync(file, { force: true });
}

/** Alive, and not another program that was given the same number later. */
function isOurs(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const line = `/proc/${pid}/cmdline`;
  return !fs.existsSync(line) || fs.readFileSync(line, 'utf8').includes('boot.mjs');
}
