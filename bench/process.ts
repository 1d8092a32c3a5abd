import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { apiRuntime } from '../core/cli/services/servers.ts';

/** A server in a process of its own, so that it has a processor to itself as far as there is one. */
export interface Running {
  origin: string;
  /** Milliseconds from its start to its first answer. */
  bootMs: number;
  /** Resident memory now, in MB. */
  memory(): number;
  stop(): Promise<void>;
}

/** What `npm start` runs: the API in one bundle, which `npm run bench` makes first. */
export const startedApi = 'bundle/main.js';

/** Starts a compiled file of `dist/` and waits until `path` answers. */
export async function serve(file: string, env: Record<string, string>, path: string): Promise<Running> {
  const port = await freePort();
  const began = performance.now();
  const flags = file === startedApi ? apiRuntime.flags : [];
  const child = spawn(process.execPath, [...flags, join('dist', file)], { env: { ...apiRuntime.env, ...process.env, ...env, PORT: String(port) }, stdio: ['ignore', 'ignore', 'inherit'] });
  const origin = `http://127.0.0.1:${port}`;
  await answers(origin + path, child);
  return { origin, bootMs: performance.now() - began, memory: () => residentMb(child.pid!), stop: () => stop(child) };
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 3_000; tries++) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode} before it answered`);
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`${url} never answered`);
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

const residentMb = (pid: number) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
