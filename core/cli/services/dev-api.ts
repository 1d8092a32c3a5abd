import { fork, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { say } from './progress.ts';
import { reachable, waitForHttp } from './servers.ts';
import type { Variables } from './settings.ts';

/** The API of `npm run dev`: replaced within a second when its sources change, by a process that was warmed up before. */
export class DevApi {
  #current: ChildProcess | undefined;
  #standby: ChildProcess | undefined;
  #stopped = false;
  readonly #log: fs.WriteStream;

  constructor(
    private readonly root: string,
    private readonly env: Variables,
    logs: string,
  ) {
    fs.mkdirSync(logs, { recursive: true });
    this.#log = fs.createWriteStream(path.join(logs, 'api.log'), { flags: 'a' });
  }

  /**
   * Ends what runs, lets the warm process take over, warms up the next. Resolves when the API answers or has failed.
   * @param files what changed; the warm process holds the kernel as it was, so a change outside the plugins needs a new one
   */
  async restart(files: string[] = []): Promise<void> {
    if (files.some((file) => !file.startsWith('plugins'))) {
      void end(this.#standby);
      this.#standby = undefined;
    }
    const next = this.#standby?.connected ? this.#standby : this.#warmUp();
    this.#standby = undefined;
    await end(this.#current);
    if (this.#stopped) return end(next);
    this.#current = next;
    next.send('go');
    const failed = new Promise<'failed'>((resolve) => next.once('exit', () => resolve('failed')));
    const ready = waitForHttp(`http://${reachable(this.env.HOST)}:${this.env.PORT}/readyz`, (status) => status === 200, 30_000).then(() => 'ready' as const, () => 'failed' as const);
    const outcome = await Promise.race([ready, failed]);
    if (outcome === 'failed' && this.#current === next && !this.#stopped) say('The API did not start. It is tried again after the next change.');
    if (!this.#stopped) this.#standby = this.#warmUp();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all([end(this.#current, 5_000), end(this.#standby)]);
    this.#log.end();
  }

  #warmUp(): ChildProcess {
    const child = fork(path.join(this.root, 'dist/core/cli/services/standby.js'), {
      env: { ...process.env, ...this.env },
      execArgv: ['--enable-source-maps'],
      // A process group of its own would survive us; the broken channel ends it instead, and Ctrl-C is ours to pass on.
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const [from, to] of [[child.stdout, process.stdout], [child.stderr, process.stderr]] as const) {
      from?.on('data', (chunk: Buffer) => {
        this.#log.write(chunk);
        to.write(chunk);
      });
    }
    return child;
  }
}

/** Nothing is lost by ending it quickly: what was committed is committed, and jobs are taken up again. */
async function end(child: ChildProcess | undefined, within = 150): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), within);
  await gone;
  clearTimeout(timer);
}
