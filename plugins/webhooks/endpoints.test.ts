import { Webhook } from 'standardwebhooks';
import { Database, Jobs } from '@loctelli/core/server';
import { bootKernel, eventually, pluginWithRequired, type Caller, type Kernel } from '@loctelli/core/testing';
import { deliverWebhooks } from './contract.ts';
import { LocalServer } from './testing/local-server.ts';

let kernel: Kernel;
let admin: Caller;
const servers: LocalServer[] = [];

beforeAll(async () => {
  kernel = await bootKernel({ plugins: pluginWithRequired('webhooks'), env: { OUTBOUND_PRIVATE: '127.0.0.1/32' } });
  admin = await kernel.as(kernel.a);
}, 60_000);
afterAll(async () => {
  await kernel?.close();
  await Promise.all(servers.map((server) => server.stop()));
});

/** Each test begins with no endpoint, so that what it does reaches only its own. */
afterEach(async () => {
  for (const tenant of [kernel.a, kernel.b]) await kernel.within(tenant, async () => void (await kernel.get(Database).webhookEndpoint.deleteMany()));
});

async function serve(answer?: LocalServer['answer']): Promise<LocalServer> {
  const server = await new LocalServer().start();
  if (answer) server.answer = answer;
  servers.push(server);
  return server;
}

async function endpoint(server: LocalServer, more: object = {}, caller = admin) {
  const { status, body } = await caller.post('/webhooks/endpoints', { url: server.url, events: ['client.*'], ...more });
  expect([status, body]).toEqual([201, expect.objectContaining({ secret: expect.stringMatching(/^whsec_/) })]);
  return body;
}
const client = async (name: string, caller = admin) => (await caller.post('/clients', { name, email: `${name.toLowerCase()}@home.example` })).body;
const deliveries = async (endpointId: number, query = '') => (await admin.get(`/webhooks/deliveries?endpointId=${endpointId}${query}`)).body.items;
const within = <T>(work: (db: Database) => Promise<T>) => kernel.within(kernel.a, async () => await work(kernel.get(Database)));

test('what happens arrives signed, as the reference library verifies, with the event’s own id, and at no other tenant', async () => {
  const [mine, theirs] = [await serve(), await serve()];
  const { secret, id } = await endpoint(mine);
  await endpoint(theirs, {}, await kernel.as(kernel.b));
  const { id: clientId } = await client('Ana');
  await eventually(() => expect(mine.heard).toHaveLength(1));
  const [{ headers, body }] = mine.heard as [LocalServer['heard'][number]];
  expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toEqual({ type: 'client.created', timestamp: expect.any(String), data: expect.objectContaining({ clientId, name: 'Ana' }) });
  expect(() => new Webhook(secret).verify(body.replace('Ana', 'Eve'), headers as Record<string, string>)).toThrow();
  await eventually(async () => expect((await admin.get('/events?types=client.created')).body.items.at(-1)?.id).toBe(headers['webhook-id']));
  expect(theirs.heard).toHaveLength(0);
  await eventually(async () => expect(await deliveries(id)).toMatchObject([{ status: 'delivered', attempts: 1, answerStatus: 200, eventId: headers['webhook-id'], type: 'client.created' }]));
  expect((await admin.get(`/webhooks/endpoints/${id}`)).body).toMatchObject({ breaker: 'closed', health: { delivered: 1, failedAttempts: 0, waiting: 0, dead: 0 } });
});

test('an endpoint hears the types it chose, the fields it chose, and gets its own headers', async () => {
  const server = await serve();
  const { id } = await endpoint(server, { events: ['client.created'], fields: { 'client.*': ['clientId'] }, headers: [{ name: 'X-Key', value: 'top secret' }] });
  const { id: clientId, version } = await client('Leo');
  await admin.patch(`/clients/${clientId}`, { version, company: 'Casa' });
  await client('Mia');
  await eventually(() => expect(server.heard).toHaveLength(2));
  expect(server.heard.map(({ body }) => JSON.parse(body))).toEqual(expect.arrayContaining([{ type: 'client.created', timestamp: expect.any(String), data: { clientId } }]));
  expect(server.heard[0]!.headers).toMatchObject({ 'x-key': 'top secret', 'content-type': 'application/json' });
  const { body } = await admin.get(`/webhooks/endpoints/${id}`);
  expect(body.headers).toEqual(['x-key']);
  expect(JSON.stringify(body)).not.toContain('top secret');
  const [{ id: deliveryId }] = await deliveries(id);
  expect(JSON.stringify((await admin.get(`/webhooks/deliveries/${deliveryId}`)).body)).not.toContain('top secret');
  const row = await within((db) => db.webhookEndpoint.findFirstOrThrow({ where: { id } }));
  expect(JSON.stringify(row)).not.toMatch(/top secret|whsec_/);
  expect((await admin.patch(`/webhooks/endpoints/${id}`, { version: body.version, headers: [{ name: 'x-key' }, { name: 'x-new' }] })).body.code).toBe('webhooks.header-value-needed');
  expect((await admin.patch(`/webhooks/endpoints/${id}`, { version: body.version, headers: [{ name: 'webhook-id', value: 'x' }] })).status).toBe(400);
});

test('a new secret signs beside the former one until that ends', async () => {
  const server = await serve();
  const made = await endpoint(server);
  const { body: rotated } = await admin.post(`/webhooks/endpoints/${made.id}/rotate`, { overlapHours: 2 });
  expect(rotated.secret).not.toBe(made.secret);
  expect(Date.parse(rotated.previousSecretUntil) - Date.now()).toBeGreaterThan(7_100_000);
  const send = async () => {
    await client(`Ann${crypto.randomUUID().slice(0, 6)}`);
    const { headers, body } = await eventually(() => server.heard.splice(0)[0] ?? Promise.reject(new Error('nothing heard')));
    const verifies = (secret: string) => { try { new Webhook(secret).verify(body, headers as Record<string, string>); return true; } catch { return false; } };
    return [verifies(made.secret), verifies(rotated.secret)];
  };
  expect(await send()).toEqual([true, true]);
  await admin.post(`/webhooks/endpoints/${made.id}/end-overlap`);
  expect(await send()).toEqual([false, true]);
});

test('a failure is tried again under the same id, and Retry-After is honoured', async () => {
  const server = await serve(() => ({ status: 503, headers: { 'retry-after': '3600' }, body: 'later' }));
  const { id } = await endpoint(server);
  await client('Kim');
  const [waiting] = await eventually(async () => {
    const rows = await deliveries(id);
    expect(rows).toMatchObject([{ status: 'waiting', attempts: 1, reason: 'status', answerStatus: 503 }]);
    return rows;
  });
  expect(Date.parse(waiting.nextAt) - Date.now()).toBeGreaterThan(3_500_000);
  expect((await admin.get(`/webhooks/endpoints/${id}`)).body).toMatchObject({ breaker: 'open', failuresInARow: 1 });
  server.answer = () => ({ status: 204 });
  expect((await admin.post(`/webhooks/endpoints/${id}/resume`)).status).toBe(200);
  await eventually(async () => expect(await deliveries(id)).toMatchObject([{ status: 'delivered', attempts: 2 }]));
  expect(new Set(server.ids).size).toBe(1);
  const { body } = await admin.get(`/webhooks/deliveries/${waiting.id}`);
  expect(body.log).toMatchObject([{ status: 204, reason: null }, { status: 503, reason: 'status', answer: 'later', answerHeaders: { 'retry-after': '3600' } }]);
});

test('410 switches the endpoint off and tells those who can do something about it', async () => {
  const server = await serve(() => ({ status: 410 }));
  const { id } = await endpoint(server);
  await client('Zoe');
  const off = await eventually(async () => {
    const { body } = await admin.get(`/webhooks/endpoints/${id}`);
    expect(body).toMatchObject({ active: false, offReason: 'gone' });
    return body;
  });
  const { body: bell } = await admin.get('/notifications');
  expect(bell.items[0]).toMatchObject({ kind: 'webhooks.off-gone', href: `/webhooks/${id}` });
  expect((await (await kernel.as(kernel.a, 'user')).get('/notifications')).body.items).toHaveLength(0);
  await eventually(async () => expect((await admin.get('/events?types=webhook.switched-off')).body.items.at(-1)?.data).toMatchObject({ endpointId: id, reason: 'gone' }));
  // What was in line waits, and goes out when it is switched on again.
  server.answer = () => ({ status: 200 });
  expect((await admin.patch(`/webhooks/endpoints/${id}`, { version: off.version, active: true })).body).toMatchObject({ active: true, offReason: null });
  await admin.post(`/webhooks/endpoints/${id}/resume`);
  await eventually(async () => expect(await deliveries(id)).toMatchObject([{ status: 'delivered' }]));
});

test('several failures in a row open the breaker; what comes then waits in order and goes out once one got through', async () => {
  const server = await serve(() => ({ status: 500 }));
  const { id } = await endpoint(server, { events: ['client.created'] });
  for (let n = 0; n < 12; n++) await client(`Row${n}`);
  await eventually(async () => expect((await admin.get(`/webhooks/endpoints/${id}`)).body).toMatchObject({ breaker: 'open', health: { waiting: 12 } }));
  const tried = server.heard.length;
  expect(tried).toBeLessThanOrEqual(5 + 3);
  server.answer = () => ({ status: 200 });
  server.heard.length = 0;
  // The pause is over: one tries, and the others follow.
  await within(async (db) => {
    await db.webhookEndpoint.updateMany({ where: { id }, data: { openUntil: new Date() } });
    await db.webhookDelivery.updateMany({ where: { endpointId: id, attempts: { gt: 0 } }, data: { nextAt: new Date() } });
    await kernel.get(Jobs).add(deliverWebhooks, { endpointId: id });
  });
  await eventually(async () => expect((await deliveries(id)).filter(({ status }: { status: string }) => status === 'delivered')).toHaveLength(12));
  expect(new Set(server.ids).size).toBe(12);
  const names = server.heard.map(({ body }) => Number(JSON.parse(body).data.name.slice(3))).filter((n) => n >= 8);
  expect(names[0]).toBe(8);
  expect((await admin.get(`/webhooks/endpoints/${id}`)).body).toMatchObject({ breaker: 'closed', failuresInARow: 0 });
});

test('a private address is never called, a redirect not followed, and an address of the wrong form refused', async () => {
  const hidden = await serve();
  const redirecting = await serve(() => ({ status: 302, headers: { location: hidden.url } }));
  const guarded = await endpoint(redirecting, { url: 'http://10.0.0.1/hook' });
  const led = await endpoint(redirecting);
  await client('Guard');
  await eventually(async () => expect(await deliveries(guarded.id)).toMatchObject([{ status: 'dead', reason: 'address', attempts: 1 }]));
  await eventually(async () => expect(await deliveries(led.id)).toMatchObject([{ status: 'waiting', answerStatus: 302 }]));
  expect(hidden.heard).toHaveLength(0);
  for (const url of ['ftp://home.example', 'http://user:secret@home.example/', 'nonsense']) expect((await admin.post('/webhooks/endpoints', { url, events: ['*'] })).body.code).toBe('webhooks.wrong-url');
});

test('one slow endpoint delays no other, of its tenant or another', async () => {
  const held: (() => void)[] = [];
  const slow = await serve(() => new Promise((resolve) => held.push(() => resolve({ status: 200 }))));
  const [quick, theirs] = [await serve(), await serve()];
  const { id } = await endpoint(slow, { events: ['client.created'] });
  await endpoint(quick, { events: ['client.created'] });
  const admin2 = await kernel.as(kernel.b);
  await endpoint(theirs, { events: ['client.created'] }, admin2);
  for (let n = 0; n < 8; n++) await client(`Slow${n}`);
  await client('Theirs', admin2);
  await eventually(() => expect([quick.heard.length, theirs.heard.length]).toEqual([8, 1]));
  // No more than its share is under way there.
  expect(slow.heard.length).toBeLessThanOrEqual(4);
  slow.answer = () => ({ status: 200 });
  held.forEach((release) => release());
  await eventually(async () => expect(await deliveries(id, '&status=delivered')).toHaveLength(8));
});

test('a test sends a real, signed example of a type, and another tenant’s endpoint is none', async () => {
  const server = await serve();
  const { id, secret } = await endpoint(server, { events: ['client.deleted'] });
  const { status, body } = await admin.post(`/webhooks/endpoints/${id}/test`, { type: 'client.created' });
  expect([status, body]).toEqual([202, expect.objectContaining({ isTest: true, type: 'client.created' })]);
  const { headers, body: sent } = await eventually(() => server.heard[0] ?? Promise.reject(new Error('nothing heard')));
  expect(new Webhook(secret).verify(sent, headers as Record<string, string>)).toMatchObject({ type: 'client.created', data: { clientId: 42 } });
  expect((await admin.post(`/webhooks/endpoints/${id}/test`, { type: 'nothing.happened' })).body.code).toBe('webhooks.unknown-type');
  const stranger = await kernel.as(kernel.b);
  for (const path of [`/webhooks/endpoints/${id}`, `/webhooks/deliveries/${body.id}`]) expect((await stranger.get(path)).status).toBe(404);
  expect((await (await kernel.as(kernel.a, 'manager')).get('/webhooks/endpoints')).status).toBe(403);
});

test('every type that is published has an example that it accepts', async () => {
  const server = await serve();
  const { id } = await endpoint(server, { events: ['client.deleted'] });
  const { body: types } = await admin.get('/webhooks/event-types');
  for (const { name } of types.items) await admin.post(`/webhooks/endpoints/${id}/test`, { type: name });
  await eventually(async () => expect(await deliveries(id, '&status=waiting')).toHaveLength(0));
  expect((await deliveries(id, '&status=dead')).map(({ type, reason }: { type: string; reason: string }) => [type, reason])).toEqual([]);
});
