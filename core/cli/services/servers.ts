import { createRequire } from 'node:module';
import path from 'node:path';
import type { Child } from './child.ts';
import type { Supervisor } from './supervisor.ts';
import type { Variables } from './settings.ts';
import { Told } from './told.ts';

/** The path of Next's command line. */
export function nextProgram(): string {
  return createRequire(import.meta.url).resolve('next/dist/bin/next');
}

/** How Node runs the API: traces name the sources, and its threads share two heaps of the C library, which hold 13 MB less at rest than one for each. */
export const apiRuntime = { flags: ['--enable-source-maps'], env: { MALLOC_ARENA_MAX: '2' } };

/**
 * Starts the API and resolves when it says it is ready.
 * @param program from the root of the clone
 */
export async function startApi(supervisor: Supervisor, root: string, env: Variables, program: string): Promise<Child> {
  const child = supervisor.start({ name: 'api', command: process.execPath, args: [...apiRuntime.flags, path.join(root, program)], env: { ...apiRuntime.env, ...env }, stopWithin: 10_000 });
  await supervisor.whileRunning(waitForHttp(`http://${reachable(env.HOST)}:${env.PORT}/readyz`, (status) => status === 200, 60_000));
  return child;
}

/** Starts the web, built before, and resolves when it answers. */
export async function startWeb(supervisor: Supervisor, root: string, env: Variables): Promise<Child> {
  const args = [nextProgram(), 'start', '--port', env.WEB_PORT!, '--hostname', env.HOST!];
  const child = supervisor.start({ name: 'web', command: process.execPath, args, cwd: path.join(root, 'apps/web'), env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }, stopWithin: 5_000 });
  await supervisor.whileRunning(waitForWeb(env, 60_000));
  return child;
}

/** Resolves when the web answers anything at all; what it shows depends on the host it is asked for. */
export function waitForWeb(env: Variables, within: number): Promise<void> {
  return waitForHttp(`http://${reachable(env.HOST)}:${env.WEB_PORT}/`, (status) => status > 0, within);
}

/** Asks until the answer is good. */
export async function waitForHttp(url: string, good: (status: number) => boolean, within: number): Promise<void> {
  let last = 'no connection';
  for (const until = Date.now() + within; Date.now() < until; await new Promise((resolve) => setTimeout(resolve, 40))) {
    try {
      const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(10_000) });
      await answer.body?.cancel();
      if (good(answer.status)) return;
      last = `status ${answer.status}`;
    } catch (error) {
      last = (error as { cause?: { code?: string } }).cause?.code ?? (error as Error).message;
    }
  }
  throw new Told(`${url} did not become ready within ${within / 1000} s (${last}). The logs are in the data folder, under logs/.`);
}

/** A server that listens everywhere is asked at the loopback address. */
export function reachable(host: string | undefined): string {
  return !host || host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
}
