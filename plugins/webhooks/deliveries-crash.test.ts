import type { ChildProcess } from 'node:child_process';
import { Database, Events, UnitOfWork } from '@loctelli/core/server';
import { bootKernel, compileApi, eventually, pluginWithRequired, startApiProcess, type Kernel } from '@loctelli/core/testing';
import { clientCreated } from '../clients/contract.ts';
import { LocalServer } from './testing/local-server.ts';

/** WEBHOOK_DELIVERIES=5000 is the whole run. */
const total = Number(process.env.WEBHOOK_DELIVERIES ?? 300);
const endpoints = 10;
const failing = 3;
const events = total / endpoints;
const kills = total >= 5_000 ? 6 : 1;

let kernel: Kernel;
let child: ChildProcess | undefined;
const servers: LocalServer[] = [];

beforeAll(async () => {
  compileApi();
  kernel = await bootKernel({ plugins: pluginWithRequired('webhooks'), env: { JOBS: 'off', OUTBOUND_PRIVATE: '127.0.0.1/32' } });
}, 180_000);
afterAll(async () => {
  child?.kill('SIGKILL');
  await kernel?.close();
  await Promise.all(servers.map((server) => server.stop()));
});

/** Takes the jobs that the test's own kernel leaves alone. */
const start = async () => (await startApiProcess(kernel, { JOBS: 'on', OUTBOUND_PRIVATE: '127.0.0.1/32' })).child;
const within = <T>(work: (db: Database) => Promise<T>) => kernel.within(kernel.a, async () => await work(kernel.get(Database)));
const heard = () => servers.reduce((sum, server) => sum + server.heard.length, 0);

it('loses no delivery and gives none another id when it is killed at random, while three of ten endpoints fail', async () => {
  const admin = await kernel.as(kernel.a);
  for (let n = 0; n < endpoints; n++) {
    const server = await new LocalServer().start();
    if (n < failing) server.answer = () => ({ status: 503 });
    servers.push(server);
    expect((await admin.post('/webhooks/endpoints', { url: server.url, events: ['client.created'] })).status).toBe(201);
  }
  await kernel.within(kernel.a, () =>
    kernel.get(UnitOfWork).run(() => kernel.get(Events).emitMany(clientCreated, Array.from({ length: events }, (_, n) => ({ clientId: n + 1, name: `Client ${n}`, ownerId: null })))),
  );
  const began = Date.now();
  for (let kill = 0; kill < kills; kill++) {
    child = await start();
    // Somewhere on the way: each time a share of the whole further, and not at a round number.
    const until = heard() + Math.ceil((total / (kills + 2)) * (0.4 + Math.random() * 0.5));
    await eventually(() => expect(heard()).toBeGreaterThan(until), 120_000);
    child.kill('SIGKILL');
  }
  child = await start();
  const well = servers.slice(failing);
  await eventually(() => expect(well.map((server) => new Set(server.ids).size)).toEqual(well.map(() => events)), 300_000);
  // What failed waits, and none of it is lost.
  const waiting = await within((db) => db.webhookDelivery.count({ where: { status: 'waiting' } }));
  expect(waiting).toBeGreaterThan(failing * events * 0.9);
  for (const server of servers.slice(0, failing)) server.answer = () => ({ status: 200 });
  for (const { id } of (await admin.get('/webhooks/endpoints')).body.items) await admin.post(`/webhooks/endpoints/${id}/resume`);
  await eventually(async () => expect(await within((db) => db.webhookDelivery.count({ where: { status: { not: 'delivered' } } }))).toBe(0), 300_000);

  const ids = (await within((db) => db.outboxEvent.findMany({ where: { name: 'client.created' }, select: { eventId: true } }))).map(({ eventId }) => eventId).sort();
  expect(ids).toHaveLength(events);
  for (const server of servers) {
    expect([...new Set(server.ids)].sort()).toEqual(ids);
    // One event has one id, and one id one event, at every attempt.
    const clients = new Map<string, string>();
    for (const { headers, body } of server.heard) {
      const { clientId } = JSON.parse(body).data;
      const id = String(headers['webhook-id']);
      expect(clients.get(id) ?? clientId).toBe(clientId);
      clients.set(id, clientId);
    }
    expect(new Set(clients.values()).size).toBe(events);
  }
  expect(await within((db) => db.webhookDelivery.count())).toBe(total);
  const twice = well.reduce((sum, server) => sum + server.heard.length - events, 0);
  process.stdout.write(`${total} deliveries, ${kills} kills, ${Math.round((Date.now() - began) / 1_000)} s; ${twice} of ${well.length * events} came twice under the same id.\n`);
}, 900_000);
