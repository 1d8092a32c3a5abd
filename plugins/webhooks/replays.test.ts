import { Database, UnitOfWork } from '@loctelli/core/server';
import { bootKernel, eventually, pluginWithRequired, type Caller, type Kernel } from '@loctelli/core/testing';
import { ReplayRunner } from './server/out/run-replay.ts';
import { WebhookUpkeep } from './server/upkeep.ts';
import { LocalServer } from './testing/local-server.ts';

let kernel: Kernel;
let admin: Caller;
let server: LocalServer;

beforeAll(async () => {
  kernel = await bootKernel({ plugins: pluginWithRequired('webhooks'), env: { OUTBOUND_PRIVATE: '127.0.0.1/32' } });
  [admin, server] = [await kernel.as(kernel.a), await new LocalServer().start()];
}, 60_000);
afterAll(async () => {
  await kernel?.close();
  await server?.stop();
});
beforeEach(async () => {
  await within((db) => db.webhookEndpoint.deleteMany());
  server.heard.length = 0;
  server.answer = () => ({ status: 200 });
});

const within = <T>(work: (db: Database) => Promise<T>) => kernel.within(kernel.a, async () => await work(kernel.get(Database)));
const endpoint = async (events = ['client.created']): Promise<number> => (await admin.post('/webhooks/endpoints', { url: server.url, events })).body.id;
const client = async (name: string) => (await admin.post('/clients', { name, email: `${name.toLowerCase()}@home.example` })).body.id as number;
const names = () => server.heard.map(({ body }) => JSON.parse(body).data.name);
const count = (status: string) => within((db) => db.webhookDelivery.count({ where: { status } }));

test('an API key with the scope reads on from its cursor and misses nothing', async () => {
  const { body: made } = await admin.post('/api-keys', { name: 'Catch-up', scopes: ['events.read'] });
  const key = kernel.visitor(kernel.a).with({ authorization: `Bearer ${made.key}` });
  const read = async (after: string | null) => (await key.get(`/events?types=client.created${after ? `&after=${after}` : ''}`)).body;
  await client('First');
  const first = await eventually(async () => {
    const page = await read(null);
    expect(page.items).toHaveLength(1);
    return page;
  });
  await client('Second');
  await eventually(async () => expect((await read(first.cursor)).items.map(({ data }: { data: { name: string } }) => data.name)).toEqual(['Second']));
  expect((await key.get('/webhooks/endpoints')).status).toBe(403);
  expect((await kernel.visitor(kernel.b).with(key.headers).get('/events')).status).toBe(401);
});

test('a span of time is replayed by a job with progress, with the ids the events had, also to an endpoint that was not there', async () => {
  const from = new Date();
  await client('Before');
  await client('Also');
  const id = await endpoint();
  await client('Heard');
  await eventually(() => expect(names()).toEqual(['Heard']));
  const [heardId] = server.ids;
  const { status } = await admin.post('/webhooks/replays', { what: 'range', endpointId: id, from: from.toISOString(), to: new Date(Date.now() + 1_000).toISOString() });
  expect(status).toBe(202);
  await eventually(() => expect(names().sort()).toEqual(['Also', 'Before', 'Heard', 'Heard']));
  expect(server.ids.filter((each) => each === heardId)).toHaveLength(2);
  const { body: log } = await admin.get(`/events?types=client.created&from=${from.toISOString()}`);
  expect([...new Set(server.ids)].sort()).toEqual(log.items.map((each: { id: string }) => each.id).sort());
  await eventually(async () => expect((await admin.get('/background-jobs')).body.items[0]).toMatchObject({ kind: 'webhooks.replay-range', status: 'done', params: { count: 3 } }));
  expect((await admin.post('/webhooks/replays', { what: 'range', endpointId: id, from: new Date().toISOString(), to: from.toISOString() })).body.code).toBe('webhooks.range-empty');
});

test('dead letters are replayed as a set, each under its id, and one alone', async () => {
  const id = await endpoint();
  server.answer = () => ({ status: 500 });
  for (const name of ['One', 'Two', 'Three']) await client(name);
  await eventually(async () => expect(await within((db) => db.webhookDelivery.count({ where: { attempts: 1, status: 'waiting' } }))).toBe(3));
  // Their last attempt has failed.
  await within((db) => db.webhookDelivery.updateMany({ data: { status: 'dead', attempts: 12, lastAt: new Date(Date.now() - 1_000) } }));
  const ids = [...server.ids].sort();
  server.heard.length = 0;
  server.answer = () => ({ status: 200 });
  expect((await admin.post('/webhooks/replays', { what: 'dead' })).status).toBe(202);
  await eventually(async () => expect([await count('dead'), await count('delivered')]).toEqual([0, 3]));
  expect([...server.ids].sort()).toEqual(ids);
  const { body: page } = await admin.get(`/webhooks/deliveries?endpointId=${id}`);
  const again = await admin.post(`/webhooks/deliveries/${page.items[0].id}/replay`);
  expect(again).toMatchObject({ status: 202, body: { status: 'waiting', replays: 2, eventId: page.items[0].eventId } });
  await eventually(() => expect(server.heard).toHaveLength(4));
  expect((await (await kernel.as(kernel.b)).post(`/webhooks/deliveries/${page.items[0].id}/replay`)).status).toBe(404);
});

test('a replay that is under way is shown to its tenant alone and can be stopped: nothing more is put in line, and its owner is told', async () => {
  const id = await endpoint();
  await client('Lost');
  await eventually(async () => expect(await count('delivered')).toBe(1));
  const { body: started } = await admin.post('/webhooks/replays', { what: 'dead', endpointId: id });
  await eventually(async () => expect((await admin.get(`/webhooks/replays/${started.id}`)).body.status).toBe('done'));
  expect((await admin.get('/webhooks/replays')).body.items).toEqual([]);
  // As if its worker stood still before the first batch.
  await within(async (db) => {
    const { progressId } = await db.webhookReplay.update({ where: { id: started.id }, data: { status: 'running', cursor: null, finishedAt: null, createdAt: new Date() } });
    await db.backgroundJob.updateMany({ where: { id: progressId! }, data: { status: 'running', finishedAt: null } });
    await db.webhookDelivery.updateMany({ data: { status: 'dead', lastAt: new Date(Date.now() - 1_000) } });
  });
  const other = await kernel.as(kernel.b);
  expect((await admin.get('/webhooks/replays')).body.items).toMatchObject([{ id: started.id, what: 'dead', endpointId: id, status: 'running' }]);
  expect((await other.get('/webhooks/replays')).body.items).toEqual([]);
  expect((await other.post(`/webhooks/replays/${started.id}/cancel`)).status).toBe(404);
  const stop = () => admin.post(`/webhooks/replays/${started.id}/cancel`);
  expect((await stop()).body).toMatchObject({ status: 'cancelled', queued: 0 });
  await kernel.within(kernel.a, () => kernel.get(ReplayRunner).run({ replayId: started.id }, { attempt: 1 }));
  expect([await count('dead'), await count('waiting')]).toEqual([1, 0]);
  expect((await stop()).body.status).toBe('cancelled');
  expect((await admin.get('/webhooks/replays')).body.items).toEqual([]);
  expect((await admin.get('/background-jobs')).body.items[0]).toMatchObject({ kind: 'webhooks.replay-dead', status: 'cancelled' });
  const { body: told } = await admin.get('/notifications');
  expect(told.items.filter(({ kind }: { kind: string }) => kind === 'webhooks.replay-dead-cancelled')).toHaveLength(1);
});

test('one that is stopped in the middle of a batch counts what the batch put in line, and that goes out', async () => {
  const id = await endpoint();
  await client('Lost');
  await eventually(async () => expect(await count('delivered')).toBe(1));
  await within((db) => db.webhookDelivery.updateMany({ data: { status: 'dead', lastAt: new Date(Date.now() - 1_000) } }));
  let open = () => {};
  const gate = new Promise<void>((resolve) => (open = resolve));
  let blocking: Promise<void> | undefined;
  await new Promise<void>((held) => {
    blocking = within((db) =>
      kernel.get(UnitOfWork).run(async () => {
        await db.$queryRaw`select id from "WebhookDelivery" for update`;
        held();
        await gate;
      }),
    );
  });
  const { body: started } = await admin.post('/webhooks/replays', { what: 'dead', endpointId: id });
  const isBlocked = () => within((db) => db.$queryRaw<unknown[]>`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
  await eventually(async () => expect((await isBlocked()).length).toBeGreaterThan(0));
  const stopping = admin.post(`/webhooks/replays/${started.id}/cancel`);
  await eventually(async () => expect((await isBlocked()).length).toBeGreaterThan(1));
  open();
  await blocking;
  expect((await stopping).body.queued).toBe(1);
  await eventually(async () => expect(await count('delivered')).toBe(1));
});

test('a client that is erased goes from the logs; logs end with their days', async () => {
  await endpoint();
  const id = await client('Wilhelmina');
  await eventually(async () => expect(await count('delivered')).toBe(1));
  expect((await admin.post(`/clients/${id}/erase`, { confirm: 'Wilhelmina' })).status).toBe(201);
  const traces = () => within(async (db) => JSON.stringify([await db.webhookMessage.findMany(), await db.webhookDelivery.findMany(), await db.webhookAttempt.findMany()]));
  await eventually(async () => expect(await traces()).not.toContain('Wilhelmina'));
  await client('Old');
  await eventually(async () => expect(await traces()).toContain('Old'));
  await eventually(async () => expect(await count('waiting')).toBe(0));
  const old = new Date(Date.now() - 40 * 86_400_000);
  await within(async (db) => {
    await db.webhookMessage.updateMany({ data: { createdAt: old } });
    await db.webhookDelivery.updateMany({ data: { createdAt: old, lastAt: old } });
    await db.webhookAttempt.updateMany({ data: { at: old } });
  });
  await kernel.within(kernel.a, () => kernel.get(WebhookUpkeep).forget());
  expect(await traces()).toBe('[[],[],[]]');
});

test('while the plugin is off nothing is heard or sent, and what waits goes out when it is on again', async () => {
  server.answer = () => ({ status: 503 });
  await endpoint();
  await client('Waits');
  await eventually(async () => expect(await within((db) => db.webhookDelivery.count({ where: { attempts: 1 } }))).toBe(1));
  await admin.patch('/plugins/webhooks', { enabled: false });
  expect((await admin.get('/webhooks/endpoints')).body.code).toBe('core.plugin-disabled');
  await client('Missed');
  await within((db) => db.webhookDelivery.updateMany({ data: { nextAt: new Date() } }));
  server.heard.length = 0;
  server.answer = () => ({ status: 200 });
  await admin.patch('/plugins/webhooks', { enabled: true });
  await eventually(() => expect(names()).toEqual(['Waits']));
});
