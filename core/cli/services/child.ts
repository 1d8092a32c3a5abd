import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

export interface ChildOptions {
  /** How messages call it; also the name of its log file. */
  name: string;
  command: string;
  args: string[];
  env?: Record<string, string | undefined>;
  /** The clone unless said otherwise. */
  cwd?: string;
  /** Unprivileged user to run as, with what must stand before the command to become it. */
  as?: { uid: number; gid: number } | { prefix: string[] } | undefined;
  /** What asks it to end: TERM unless said otherwise. */
  stopSignal?: 'TERM' | 'INT';
  /** How long it may take to end before it is killed, in milliseconds. */
  stopWithin?: number;
  /** Lets its output appear on the terminal as well as in the log. */
  echo?: boolean;
  logs: string;
}

/**
 * The leash: a shell that waits for the end of its input, which is the supervisor's death however it came about, and then stops the
 * process that took its place. So a supervisor that is killed outright leaves nothing behind. `$0` is the signal, `$@` the command.
 */
const leash = 'exec 3<&0; ( (read -r _ <&3; kill -s "$0" $$) >/dev/null 2>&1 & ); exec "$@" 3<&- </dev/null';

/** A process of ours: in a group of its own, so that Ctrl-C reaches only the supervisor, which ends its children in order. */
export class Child {
  readonly exited: Promise<{ code: number | null; signal: string | null }>;
  readonly logFile: string;
  stopping = false;
  private readonly process: ChildProcess;
  private running = true;

  constructor(readonly options: ChildOptions) {
    this.logFile = path.join(options.logs, `${options.name}.log`);
    const log = openLog(this.logFile);
    const prefix = options.as && 'prefix' in options.as ? options.as.prefix : [];
    const ids = options.as && 'uid' in options.as ? { uid: options.as.uid, gid: options.as.gid } : {};
    const own = [...prefix, ...(process.platform === 'win32' ? [] : ['/bin/sh', '-c', leash, options.stopSignal ?? 'TERM']), options.command, ...options.args];
    const output = options.echo ? 'pipe' : log;
    this.process = spawn(own[0]!, own.slice(1), {
      env: { ...process.env, ...options.env },
      cwd: options.cwd,
      stdio: ['pipe', output, output],
      detached: process.platform !== 'win32',
      ...ids,
    });
    if (options.echo) {
      for (const [from, to] of [[this.process.stdout, process.stdout], [this.process.stderr, process.stderr]] as const) {
        from?.on('data', (chunk: Buffer) => {
          fs.appendFileSync(this.logFile, chunk);
          to.write(chunk);
        });
      }
    }
    this.process.stdin?.on('error', () => undefined);
    this.exited = new Promise((resolve) => {
      const ended = (code: number | null, signal: string | null) => {
        if (!this.running) return;
        this.running = false;
        this.process.stdin?.destroy();
        fs.closeSync(log);
        resolve({ code, signal });
      };
      this.process.once('exit', ended);
      this.process.once('error', (error) => {
        fs.appendFileSync(this.logFile, `${error.message}\n`);
        ended(127, null);
      });
    });
  }

  get name(): string {
    return this.options.name;
  }

  get pid(): number | undefined {
    return this.process.pid;
  }

  /** Asks it to end, and kills it with its descendants when it does not within its time. */
  async stop(): Promise<void> {
    this.stopping = true;
    if (!this.running) return;
    this.process.kill(`SIG${this.options.stopSignal ?? 'TERM'}`);
    const timer = setTimeout(() => this.kill(), this.options.stopWithin ?? 10_000);
    await this.exited;
    clearTimeout(timer);
    this.kill();
  }

  /** Ends it at once, with everything it started. */
  kill(): void {
    this.stopping = true;
    try {
      if (process.platform === 'win32') this.process.kill('SIGKILL');
      else if (this.process.pid) process.kill(-this.process.pid, 'SIGKILL');
    } catch {
      // Its group is gone already.
    }
  }

  /** The end of its log. */
  lastLines(count = 20): string {
    const text = fs.existsSync(this.logFile) ? fs.readFileSync(this.logFile, 'utf8') : '';
    return text.slice(-32_000).trimEnd().split('\n').slice(-count).join('\n');
  }
}

function openLog(file: string): number {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  if (fs.existsSync(file) && fs.statSync(file).size > 5_000_000) fs.renameSync(file, `${file}.1`);
  return fs.openSync(file, 'a');
}
