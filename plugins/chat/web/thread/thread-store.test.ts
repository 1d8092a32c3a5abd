import fc from 'fast-check';
import { ApiProblem } from '@loctelli/core/web';
import type { ChatMessage, NewMessage } from '../../contract.ts';
import { lastOf, type Outgoing } from './merge.ts';
import { ThreadStore, type Door } from './thread-store.ts';

const problem = (status: number) => new ApiProblem({ type: 'about:blank', title: '', status, detail: 'no', code: 'core.x' });

/** A server over a network that can be cut: before a call arrives, or before its answer does. */
class World implements Door {
  readonly kept: ChatMessage[] = [];
  cut: 'no' | 'before' | 'after' = 'no';
  refuse = false;

  write(key: string, kind: ChatMessage['kind'] = 'incoming'): ChatMessage {
    const known = this.kept.find((message) => message.key === key);
    if (known) return known;
    const sequence = this.kept.length + 1;
    const message: ChatMessage = { id: sequence, conversationId: 1, sequence, key, kind, body: key, happened: null, authorId: null, authorName: null, mentions: [], attachments: [], delivery: null, deliveryError: null, createdAt: '' };
    this.kept.push(message);
    return message;
  }

  async getMessages(_id: number, { after, before, limit = 50 }: { after?: number; before?: number; limit?: number }) {
    return this.call(() => {
      const newer = after !== undefined;
      const found = this.kept.filter(({ sequence }) => (newer ? sequence > after : sequence < (before ?? Infinity)));
      const items = newer ? found.slice(0, limit) : found.slice(-limit);
      return { items, more: found.length > items.length, lastSequence: this.kept.length };
    });
  }

  async sendMessage(_id: number, { key, kind }: NewMessage) {
    return this.call(() => {
      if (this.refuse) throw problem(422);
      return this.write(key, kind);
    });
  }

  private async call<T>(work: () => T): Promise<T> {
    await Promise.resolve();
    if (this.cut === 'before') throw problem(0);
    const answer = work();
    await Promise.resolve();
    if (this.cut === 'after') throw problem(0);
    return answer;
  }
}

const settle = () => new Promise((done) => setImmediate(() => setImmediate(done)));
function begin(world: World, kept: Outgoing[] = []) {
  let shelf = kept;
  const store = new ThreadStore(1, world, { read: () => shelf, write: (next) => (shelf = next) }, (error) => String(error));
  return { store, shelf: () => shelf };
}
const shown = (store: ThreadStore) => [...store.view.thread.messages.map(({ key }) => key), ...store.view.outbox.map(({ key }) => key)];
const send = (store: ThreadStore, key: string) => store.send({ key, kind: 'outgoing', body: key, attachments: [] });

test('through cuts before and after the server heard it, every message is kept once, shown once, and in the order it was written', async () => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask'] });
  const step = fc.oneof(fc.constantFrom('send', 'client', 'untold', 'sync', 'rest', 'reload'), fc.constantFrom('no', 'before', 'after').map((cut) => `cut:${cut}`));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const world = new World();
      let { store, shelf } = begin(world);
      const own: string[] = [];
      await store.sync();
      for (const [index, what] of steps.entries()) {
        if (what === 'send') {
          own.push(`own-${index}`);
          send(store, `own-${index}`);
        } else if (what === 'client') store.hear(world.write(`client-${index}`).sequence);
        else if (what === 'untold') world.write(`client-${index}`);
        else if (what === 'sync') void store.sync();
        else if (what === 'rest') await settle();
        else if (what === 'reload') ({ store, shelf } = begin(world, shelf()));
        else world.cut = what.slice(4) as World['cut'];
        const now = shown(store);
        expect(new Set(now).size).toBe(now.length);
        if (what !== 'reload') expect(own.filter((key) => now.includes(key) || world.kept.some((each) => each.key === key))).toEqual(own);
      }
      world.cut = 'no';
      await settle();
      await store.sync();
      await settle();
      await store.sync();
      await settle();
      expect(store.view.thread.messages).toEqual(world.kept);
      expect(lastOf(store.view.thread)).toBe(world.kept.length);
      expect(store.view.outbox).toEqual([]);
      expect(world.kept.filter(({ kind }) => kind === 'outgoing').map(({ key }) => key)).toEqual(own);
    }),
    { numRuns: 300 },
  );
  jest.useRealTimers();
});

test('a refused message stays where it is until its writer tries again or drops it', async () => {
  const world = new World();
  const { store, shelf } = begin(world);
  await store.sync();
  world.refuse = true;
  send(store, 'first');
  send(store, 'second');
  await settle();
  expect(store.view.outbox.map(({ key, state }) => [key, state])).toEqual([['first', 'failed'], ['second', 'failed']]);
  expect(shelf()).toHaveLength(2);
  world.refuse = false;
  store.discard('first');
  store.retry('second');
  await settle();
  expect(world.kept.map(({ key }) => key)).toEqual(['second']);
  expect(store.view.outbox).toEqual([]);
});

test('a long conversation opens at its end and is read backwards', async () => {
  const world = new World();
  for (let index = 0; index < 120; index += 1) world.write(`client-${index}`);
  const { store } = begin(world);
  await store.sync();
  expect(store.view.thread.messages.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 50 }, (_, index) => index + 71));
  await store.loadOlder();
  await store.loadOlder();
  expect(store.view.thread.messages).toEqual(world.kept);
  expect(store.view.thread.floor).toBe(0);
});
