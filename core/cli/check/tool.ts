import { execFile } from 'node:child_process';
import path from 'node:path';

/** Runs one of the tools in `node_modules` with this Node and answers what it printed, whatever its exit code. */
export function runTool(root: string, program: string, args: string[]): Promise<{ stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const options = { cwd: root, maxBuffer: 256 * 1024 * 1024, env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' } };
    execFile(process.execPath, [path.join(root, 'node_modules', program), ...args], options, (_error, stdout, stderr) =>
      resolve({ stdout, stderr }),
    );
  });
}

/** Where tools keep what they know from the last run. */
export const cache = '.loctelli/cache';
