import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { nextProgram } from './servers.ts';
import type { Supervisor } from './supervisor.ts';
import type { Variables } from './settings.ts';
import { step } from './progress.ts';

const inputs = ['apps/web', 'core/web', 'core/contract', 'core/package.json', 'plugins', 'package-lock.json', 'tsconfig.json'];
const skipped = new Set(['node_modules', '.next', 'prisma', 'dist', 'next-env.d.ts', 'tsconfig.tsbuildinfo']);

/** Builds the web for production, unless the last build came from the same sources. */
export async function buildWeb(supervisor: Supervisor, root: string, env: Variables): Promise<void> {
  const marker = path.join(root, 'apps/web/.next/loctelli-inputs');
  const wanted = hashOfInputs(root);
  if (fs.existsSync(marker) && fs.readFileSync(marker, 'utf8') === wanted) return;
  fs.rmSync(marker, { force: true });
  // Next writes NEXT_PUBLIC_* into what it builds; the API's port is only known at each start.
  const own = { ...env, NEXT_PUBLIC_API_URL: undefined, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  await step('Building the web', () => supervisor.finish({ name: 'web-build', command: process.execPath, args: [nextProgram(), 'build'], cwd: path.join(root, 'apps/web'), env: own }), 0);
  // Asked again, because a build may write files of its own among its inputs.
  fs.writeFileSync(marker, hashOfInputs(root));
}

/** One hash over names and contents of everything the web is built from. */
export function hashOfInputs(root: string): string {
  const hash = createHash('sha256').update(process.version.split('.')[0]!);
  const add = (file: string) => {
    if (skipped.has(path.basename(file)) || /\.test\.tsx?$|^plugins\/[^/]+\/server$/.test(file)) return;
    const full = path.join(root, file);
    const stat = fs.statSync(full, { throwIfNoEntry: false });
    if (stat?.isDirectory()) for (const name of fs.readdirSync(full).sort()) add(path.join(file, name));
    else if (stat?.isFile()) hash.update(`${file}\0${stat.size}\0`).update(fs.readFileSync(full));
  };
  for (const input of inputs) add(input);
  return hash.digest('hex');
}
