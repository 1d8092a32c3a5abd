import { bootKernel, eventually, pluginWithRequired, type Caller, type Kernel, type TestTenant } from '@loctelli/core/testing';
import type { WebhookDelivery, WebhookEndpoint, WebhookReceipt } from './contract.ts';
import { seed } from './server/demo/seed.ts';
import { WebhookUpkeep } from './server/upkeep.ts';
import { LocalServer } from './testing/local-server.ts';

let kernel: Kernel;
let tenants: TestTenant[];

beforeAll(async () => {
  kernel = await bootKernel({ plugins: pluginWithRequired('webhooks'), env: { OUTBOUND_PRIVATE: '127.0.0.1/32' } });
  tenants = [await kernel.tenant('some-roofing'), await kernel.tenant('some-dental')];
  for (const tenant of tenants) await kernel.seed(tenant);
}, 60_000);
afterAll(() => kernel?.close());

const read = async (caller: Caller, path: string) => {
  const { status, body } = await caller.get(path);
  expect([path, status]).toEqual([path, 200]);
  return body;
};
const whole = async (caller: Caller, path: string) => (await read(caller, `${path}${path.includes('?') ? '&' : '?'}limit=100`)).items;

test('a demo tenant has endpoints of its trade, switched off by a person, with what became of the last weeks', async () => {
  const urls: string[] = [];
  for (const tenant of tenants) {
    const admin = await kernel.as(tenant);
    const endpoints = (await read(admin, '/webhooks/endpoints')).items as WebhookEndpoint[];
    expect(endpoints.map(({ active, offReason }) => [active, offReason])).toEqual([[false, 'person'], [false, 'person']]);
    urls.push(...endpoints.map(({ url }) => url));
    for (const { id, events } of endpoints) {
      const deliveries = (await whole(admin, `/webhooks/deliveries?endpointId=${id}`)) as WebhookDelivery[];
      expect(deliveries.length).toBeGreaterThan(10);
      const count = (status: string) => deliveries.filter((each) => each.status === status).length;
      expect([count('dead'), count('waiting'), count('delivered')]).toEqual([1, 0, deliveries.length - 1]);
      expect(deliveries.every(({ type, lastAt, occurredAt }) => events.includes(type) && lastAt! > occurredAt && Date.parse(lastAt!) <= Date.now())).toBe(true);
      const dead = deliveries.find(({ status }) => status === 'dead')!;
      expect(dead).toMatchObject({ attempts: 12, reason: 'status', answerStatus: 404 });
      const { log, body } = await read(admin, `/webhooks/deliveries/${dead.id}`);
      expect(log).toHaveLength(12);
      const { data } = JSON.parse(body);
      expect(await read(admin, `/clients/${data.clientId}`)).toMatchObject({ name: data.name });
    }
  }
  expect(new Set(urls).size).toBe(4);
});

test('its form brought clients who are there, and one answer that said nothing', async () => {
  for (const [place, tenant] of tenants.entries()) {
    const admin = await kernel.as(tenant);
    const [receiver] = (await read(admin, '/webhooks/receivers')).items;
    const receipts = (await whole(admin, `/webhooks/receipts?receiverId=${receiver.id}`)) as WebhookReceipt[];
    expect(receipts.filter(({ status, error }) => status === 'failed' && error === 'webhooks.no-name')).toHaveLength(1);
    const done = receipts.filter(({ status }) => status === 'done');
    expect(done.length).toBeGreaterThan(4);
    for (const { clientId, clientName } of done) expect(await read(admin, `/clients/${clientId}`)).toMatchObject({ name: clientName, source: 'Website' });
    expect((await (await kernel.as(tenants[1 - place]!)).get(`/webhooks/receivers/${receiver.id}`)).status).toBe(404);
  }
});

test('a second run changes nothing', async () => {
  const paths = ['/webhooks/endpoints', '/webhooks/deliveries', '/webhooks/receivers', '/webhooks/receipts'];
  for (const tenant of tenants) {
    const admin = await kernel.as(tenant);
    const all = async () => [await read(admin, paths[0]!), await whole(admin, paths[1]!), await read(admin, paths[2]!), await whole(admin, paths[3]!)];
    const before = await all();
    await kernel.within(tenant, () => seed(kernel));
    expect(await all()).toEqual(before);
  }
});

test('nothing of it is sent, and one that is switched on hears what happens from then on', async () => {
  const [tenant] = tenants as [TestTenant, TestTenant];
  const admin = await kernel.as(tenant);
  const server = await new LocalServer().start();
  try {
    const [{ id, version }] = (await read(admin, '/webhooks/endpoints')).items;
    expect((await admin.patch(`/webhooks/endpoints/${id}`, { version, url: server.url, active: true })).status).toBe(200);
    await kernel.within(tenant, () => kernel.get(WebhookUpkeep).wakeAll());
    const { body: made } = await admin.post('/clients', { name: 'New Lead' });
    await eventually(() => expect(server.heard.map(({ body }) => JSON.parse(body))).toMatchObject([{ type: 'client.created', data: { clientId: made.id } }]));
  } finally {
    await server.stop();
  }
});
