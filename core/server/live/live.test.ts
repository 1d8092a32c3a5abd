import { bootKernel, eventually, type Caller, type Kernel, type TestTenant } from '@loctelli/core/testing';
import { testPassword } from '../../testing/test-tenants.ts';
import type { Audience } from './live.ts';
import { Live } from './live.ts';

interface Heard {
  id: string | undefined;
  type: string;
  data: unknown;
}

/** An open stream, as a browser would hold it. */
interface Listener {
  heard: Heard[];
  /** What was heard beside the stream's own `open`, `ping` and `reset`. */
  data(): unknown[];
  /** When the server closed it. */
  closed: Promise<number>;
  leave(): void;
}

let kernel: Kernel;
const open: Listener[] = [];
beforeAll(async () => {
  kernel = await bootKernel();
});
afterEach(() => open.splice(0).forEach((listener) => listener.leave()));
afterAll(() => kernel.close());

const headersOf = (caller: Caller, lastEventId?: string) => ({
  ...caller.headers,
  'x-forwarded-host': caller.host,
  ...(lastEventId && { 'last-event-id': lastEventId }),
});

async function listen(caller: Caller, lastEventId?: string): Promise<Listener> {
  const abort = new AbortController();
  const response = await fetch(`${caller.origin}/api/v1/live`, { headers: headersOf(caller, lastEventId), signal: abort.signal });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/event-stream')]);
  const heard: Heard[] = [];
  const listener = {
    heard,
    data: () => heard.filter(({ type }) => !['open', 'ping', 'reset'].includes(type)).map(({ data }) => data),
    closed: read(response.body!, heard).then(() => Date.now()),
    leave: () => abort.abort(),
  };
  listener.closed.catch(() => null);
  open.push(listener);
  await eventually(() => expect(heard.map(({ type }) => type)).toContain('open'));
  return listener;
}

/** Reads an event stream (HTML, 9.2.6) to its end. */
async function read(body: ReadableStream<Uint8Array>, into: Heard[]): Promise<void> {
  let text = '';
  for await (const chunk of body.pipeThrough(new TextDecoderStream() as never) as unknown as AsyncIterable<string>) {
    text += chunk;
    const blocks = text.split('\n\n');
    text = blocks.pop()!;
    for (const block of blocks) {
      const fields = Object.fromEntries(block.split('\n').map((line) => [line.split(':')[0]!, line.slice(line.indexOf(':') + 1).trim()]));
      if (!('data' in fields)) continue;
      into.push({ id: fields.id, type: fields.event ?? 'message', data: fields.data ? JSON.parse(fields.data) : '' });
    }
  }
}

const publish = (tenant: TestTenant, data: unknown, audience?: Audience) =>
  kernel.within(tenant, () => kernel.get(Live).publish('test.told', data, audience));

async function signIn(tenant: TestTenant): Promise<Caller> {
  const visitor = kernel.visitor(tenant);
  const { body } = await visitor.post('/auth/login', { email: tenant.users.user.email, password: testPassword });
  return visitor.with({ authorization: `Bearer ${body.accessToken}` });
}

describe('the live channel', () => {
  it('demands a sign-in, on the tenant’s own host', async () => {
    const answers = await Promise.all(
      [kernel.visitor(kernel.a), (await kernel.as(kernel.a)).at(kernel.b.host)].map((caller) => caller.get('/live')),
    );
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
  });

  it('tells a tenant what is the tenant’s, and nobody else', async () => {
    const [a, alsoA, b] = [
      await listen(await kernel.as(kernel.a)),
      await listen(await kernel.as(kernel.a, 'user')),
      await listen(await kernel.as(kernel.b)),
    ];
    await publish(kernel.a, 'for A');
    await publish(kernel.b, 'for B');
    await eventually(() => expect([a.data(), alsoA.data(), b.data()]).toEqual([['for A'], ['for A'], ['for B']]));
    expect(a.heard.at(-1)).toMatchObject({ id: expect.stringMatching(/^\d+-\d+$/), type: 'test.told' });
  });

  it('hears all that is sent from the moment it says open', async () => {
    for (let round = 0; round < 10; round++) {
      const listener = await listen(await kernel.as(kernel.a));
      await publish(kernel.a, round);
      await eventually(() => expect(listener.data()).toEqual([round]), 1_000);
      listener.leave();
    }
  });

  it('tells only the user meant, and only those who hold the permission', async () => {
    const [admin, user] = [await listen(await kernel.as(kernel.a)), await listen(await kernel.as(kernel.a, 'user'))];
    await publish(kernel.a, 'to the user', { userId: kernel.a.users.user.id });
    await publish(kernel.a, 'to who may read users', { permission: 'users.read' });
    await publish(kernel.a, 'to the user, who may not', { userId: kernel.a.users.user.id, permission: 'users.read' });
    await publish(kernel.a, 'to all');
    await eventually(() => expect([admin.data().at(-1), user.data().at(-1)]).toEqual(['to all', 'to all']));
    expect(admin.data()).toEqual(['to who may read users', 'to all']);
    expect(user.data()).toEqual(['to the user', 'to all']);
  });

  it('tells nobody of a unit of work that is rolled back', async () => {
    const listener = await listen(await kernel.as(kernel.a));
    const { UnitOfWork } = await import('../database/unit-of-work.ts');
    const fails = () =>
      kernel.get(UnitOfWork).run(async () => {
        await kernel.get(Live).publish('test.told', 'undone');
        throw new Error('not so');
      });
    await expect(kernel.within(kernel.a, fails)).rejects.toThrow('not so');
    await publish(kernel.a, 'done');
    await eventually(() => expect(listener.data()).toEqual(['done']));
  });
});

describe('a page that is being opened', () => {
  const opened = async (caller: Caller) => (await caller.get('/me')).body.live as string;

  it('hears what was sent between its first answers and its stream, once', async () => {
    const caller = await kernel.as(kernel.a);
    await publish(kernel.a, 'before');
    const place = await opened(caller);
    await publish(kernel.a, 'in between');
    const listener = await listen(caller, place);
    await publish(kernel.a, 'afterwards');
    await eventually(() => expect(listener.data()).toEqual(['in between', 'afterwards']));
    expect(listener.heard.map(({ type }) => type)).not.toContain('reset');
  });

  it('does so also in a tenant to which nothing was ever sent, and is told to load afresh when it took too long', async () => {
    const quiet = await kernel.tenant('quiet');
    const caller = await kernel.as(quiet);
    const place = await opened(caller);
    expect((await listen(caller, place)).heard.map(({ type }) => type)).toEqual(['open']);
    await publish(quiet, 'the first');
    await publish(kernel.b, 'for B');
    expect((await listen(caller, place)).heard.map(({ type, data }) => [type, data])).toEqual([['test.told', 'the first'], ['open', '']]);
    for (let round = 0; round < 25; round++) await Promise.all(Array.from({ length: 100 }, (_, index) => publish(quiet, index)));
    expect((await listen(caller, place)).heard[0]).toMatchObject({ type: 'reset' });
  });
});

describe('a browser that comes back', () => {
  it('gets exactly what it missed, in order and once, though more arrives meanwhile', async () => {
    const caller = await kernel.as(kernel.a);
    const first = await listen(caller);
    await publish(kernel.a, 'seen');
    await eventually(() => expect(first.data()).toEqual(['seen']));
    first.leave();
    const numbers = Array.from({ length: 120 }, (_, index) => index);
    for (const number of numbers.slice(0, 60)) await publish(kernel.a, number);
    const meanwhile = (async () => {
      for (const number of numbers.slice(60)) await publish(kernel.a, number);
    })();
    const second = await listen(caller, first.heard.at(-1)!.id);
    await meanwhile;
    await eventually(() => expect(second.data()).toHaveLength(120));
    expect(second.data()).toEqual(numbers);
    expect(second.heard.map(({ type }) => type)).not.toContain('reset');
  });

  it('does not get what was meant for others', async () => {
    const caller = await kernel.as(kernel.a, 'user');
    const first = await listen(caller);
    await publish(kernel.a, 'seen');
    await eventually(() => expect(first.data()).toEqual(['seen']));
    first.leave();
    await publish(kernel.a, 'for the admin', { userId: kernel.a.users.admin.id });
    await publish(kernel.a, 'for who may', { permission: 'users.read' });
    await publish(kernel.b, 'for B');
    await publish(kernel.a, 'for all');
    const second = await listen(caller, first.heard.at(-1)!.id);
    expect(second.data()).toEqual(['for all']);
  });

  it('is told to load everything afresh when what it missed is no longer kept', async () => {
    const caller = await kernel.as(kernel.b);
    const first = await listen(caller);
    await publish(kernel.b, 'seen');
    await eventually(() => expect(first.data()).toEqual(['seen']));
    first.leave();
    for (let round = 0; round < 25; round++) await Promise.all(Array.from({ length: 100 }, (_, index) => publish(kernel.b, index)));
    const second = await listen(caller, first.heard.at(-1)!.id);
    expect(second.heard[0]).toMatchObject({ type: 'reset' });
    await publish(kernel.b, 'afterwards');
    await eventually(() => expect(second.data().at(-1)).toBe('afterwards'));
  });
});

describe('a session that ends', () => {
  it.each([
    ['by signing out', '/auth/logout'],
    ['by signing out everywhere', '/auth/logout-all'],
  ])('%s closes its stream within 2.5 s; the others stay', async (_how, path) => {
    const caller = await signIn(kernel.a);
    const [ended, other] = [await listen(caller), await listen(await kernel.as(kernel.a))];
    const began = Date.now();
    expect((await caller.post(path)).status).toBe(204);
    expect((await ended.closed) - began).toBeLessThan(2_500);
    expect((await caller.get('/live')).status).toBe(401);
    await publish(kernel.a, 'still there');
    await eventually(() => expect(other.data()).toEqual(['still there']));
    expect(ended.data()).toEqual([]);
  });

  it('a person who is deactivated hears no more, and one whose role changes hears what they now may', async () => {
    const admin = await kernel.as(kernel.b);
    const path = `/users/${kernel.b.users.user.id}`;
    const change = async (fields: object) => expect((await admin.patch(path, { version: (await admin.get(path)).body.version, ...fields })).status).toBe(200);
    const person = await listen(await signIn(kernel.b));
    const tell = (what: string) => publish(kernel.b, what, { permission: 'users.read' });
    await tell('before');
    await change({ role: 'admin' });
    await eventually(async () => {
      await tell('after');
      expect(person.data()).toContain('after');
    }, 5_000);
    expect(person.data()).not.toContain('before');
    await change({ isActive: false });
    await person.closed;
  });
});
