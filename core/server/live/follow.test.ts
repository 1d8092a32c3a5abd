import fc from 'fast-check';
import type { MessageEvent } from '@nestjs/common';
import { follow, type Followed, type Wire } from './follow.ts';

/** A sequence that grows, a wire that may lose messages, and a listener that comes back with what it has. */
class World {
  readonly rows: Followed[] = [];
  readonly heard: MessageEvent[] = [];
  #listeners = new Set<(topic: string, data: unknown) => void>();
  #stop: (() => void) | undefined;

  write(tell: boolean): void {
    this.rows.push({ sequence: this.rows.length + 1, type: 'row', data: this.rows.length + 1 });
    if (tell) for (const listener of this.#listeners) listener('rows', null);
  }

  say(topic: string, data: unknown): void {
    for (const listener of this.#listeners) listener(topic, data);
  }

  async reconnect(): Promise<void> {
    this.leave();
    const last = this.sequences.at(-1) ?? 0;
    // Rows come in small parts, as from a database that is asked for some at a time.
    const load = async (after: number) => this.rows.filter(({ sequence }) => sequence > after).slice(0, 3);
    const wire: Wire = {
      listen: (listener) => {
        this.#listeners.add(listener);
        return () => void this.#listeners.delete(listener);
      },
      ready: async () => undefined,
      within: (work) => work(),
      heartbeatMs: 1_000_000,
      aliveMs: 1_000_000,
    };
    const subscription = follow({ topics: ['rows'], ephemeral: ['typing'], matches: (_topic, data) => data !== 'other', after: last, load }, wire).subscribe((event) => this.heard.push(event));
    this.#stop = () => subscription.unsubscribe();
    await this.settle();
  }

  leave(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  /** Lets all that is under way come to rest. */
  settle = () => new Promise((done) => setImmediate(() => setImmediate(done)));

  get sequences(): number[] {
    return this.heard.filter(({ id }) => id).map(({ id }) => Number(id));
  }
}

test('whatever is written, lost on the wire or cut off, every row is heard once and in order', async () => {
  const step = fc.oneof(fc.constant('told'), fc.constant('untold'), fc.constant('leave'), fc.constant('reconnect'));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const world = new World();
      await world.reconnect();
      for (const what of steps) {
        if (what === 'leave') world.leave();
        else if (what === 'reconnect') await world.reconnect();
        else world.write(what === 'told');
      }
      await world.reconnect();
      expect(world.sequences).toEqual(world.rows.map(({ sequence }) => sequence));
    }),
    { numRuns: 200 },
  );
});

test('what is only for the moment passes without a place in the sequence, and what concerns others not at all', async () => {
  const world = new World();
  await world.reconnect();
  world.say('typing', { who: 'Ana' });
  world.say('typing', 'other');
  world.say('elsewhere', {});
  expect(world.heard.filter(({ type }) => type !== 'open')).toEqual([{ type: 'typing', data: '{"who":"Ana"}' }]);
});
