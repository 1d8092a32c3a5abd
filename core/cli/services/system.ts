import fs from 'node:fs';
import path from 'node:path';
import { run } from './run.ts';

/** The full path of the first of these programs that is installed. */
export function findProgram(...names: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  for (const name of names) {
    for (const folder of folders) {
      const file = path.join(folder, name);
      try {
        fs.accessSync(file, fs.constants.X_OK);
        return file;
      } catch {
        // Not here.
      }
    }
  }
  return undefined;
}

export const isRoot = process.getuid?.() === 0;

/**
 * Installs a Debian package, as root, where there is apt.
 * @returns undefined when it is there now, otherwise why not
 */
export async function installPackage(name: string, update: (detail: string) => void): Promise<string | undefined> {
  if (!isRoot || !findProgram('apt-get')) return 'this needs root and apt-get';
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const onOutput = (text: string) => update(text.trim().split('\n').at(-1)?.slice(0, 60) ?? '');
  await run('apt-get', ['update'], { env, onOutput });
  // Nothing may start a service of its own: ours runs in the clone, on its own port.
  const installed = await run('apt-get', ['install', '-y', '--no-install-recommends', name], { env: { ...env, RUNLEVEL: '1' }, onOutput });
  return installed.code === 0 ? undefined : installed.output.trim().split('\n').slice(-5).join('\n');
}
