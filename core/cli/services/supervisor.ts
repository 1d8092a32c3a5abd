import { Child, type ChildOptions } from './child.ts';
import { say } from './progress.ts';
import { Stopped, Told } from './told.ts';

/**
 * Starts children and answers for them: when one ends unasked, `failed` rejects with its name and its last words; `stop` ends all of
 * them, the stores after those who use them.
 */
export class Supervisor {
  /** Never resolves; rejects when a child ends that was not asked to. */
  readonly failed: Promise<never>;
  private readonly children: Child[] = [];
  private readonly others: (() => Promise<void>)[] = [];
  private fail!: (error: Error) => void;
  private stopped: Promise<void> | undefined;

  constructor(private readonly logs: string) {
    this.failed = new Promise((_, reject) => (this.fail = reject));
    this.failed.catch(() => undefined);
  }

  /** Starts a child. Throws once the supervisor is stopping, so that nothing starts behind its back. */
  start(options: Omit<ChildOptions, 'logs'>): Child {
    if (this.stopped) throw new Stopped();
    const child = new Child({ ...options, logs: this.logs });
    this.children.push(child);
    void child.exited.then(({ code, signal }) => {
      this.children.splice(this.children.indexOf(child), 1);
      if (child.stopping || this.stopped) return;
      const how = signal ? `was killed by ${signal}` : `ended with code ${code}`;
      this.fail(new Told(`${child.name} ${how}. Its last lines (all of them: ${child.logFile}):\n\n${indent(child.lastLines())}`));
    });
    return child;
  }

  /** Starts a child that is meant to end, and resolves when it has done so well. */
  async finish(options: Omit<ChildOptions, 'logs'>): Promise<void> {
    if (this.stopped) throw new Stopped();
    const child = new Child({ ...options, logs: this.logs });
    this.children.push(child);
    const { code, signal } = await child.exited;
    this.children.splice(this.children.indexOf(child), 1);
    if (child.stopping) throw new Stopped();
    if (code !== 0) throw new Told(`${child.name} ${signal ? `was killed by ${signal}` : `failed with code ${code}`}. Its last lines (all of them: ${child.logFile}):\n\n${indent(child.lastLines(40))}`);
  }

  /** Runs `work`, unless a child fails first. */
  async whileRunning<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.failed]);
  }

  /** Has something else ended with the servers. */
  beforeStop(end: () => Promise<void>): void {
    this.others.push(end);
  }

  /** Ends every child, servers before the stores they use. */
  stop(): Promise<void> {
    return (this.stopped ??= (async () => {
      const stores = this.children.filter((child) => child.name === 'postgres' || child.name === 'redis');
      await Promise.all([...this.others.map((end) => end()), ...this.children.filter((child) => !stores.includes(child)).map((child) => child.stop())]);
      await Promise.all(stores.map((child) => child.stop()));
    })());
  }

  /** Ends every child at once. */
  kill(): void {
    for (const child of [...this.children]) child.kill();
  }

  /** Stops everything on Ctrl-C, SIGTERM and a closed terminal; a second signal kills. */
  stopOnSignal(afterwards: () => void): void {
    let asked = false;
    const onSignal = () => {
      if (asked) {
        this.kill();
        process.exit(1);
      }
      asked = true;
      say('\nStopping …');
      void this.stop().then(() => {
        afterwards();
        say('Stopped.');
        process.exit(0);
      });
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  }
}

function indent(text: string): string {
  return text.replace(/^/gm, '    ');
}
