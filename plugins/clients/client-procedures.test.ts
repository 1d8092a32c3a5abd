import { Procedures, UnitOfWork } from '@loctelli/core/server';
import { bootKernel, type Kernel, type TestTenant } from '@loctelli/core/testing';
import { applyToClient, describeClients, findOrCreateClient } from './contract.ts';
import manifest from './plugin.json';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await bootKernel({ plugins: [{ manifest: manifest as never, load: () => import('./server/index.ts') }] });
});
afterAll(() => kernel?.close());

type Given = Parameters<typeof findOrCreateClient.input.parse>[0] & object;
const find = (tenant: TestTenant, given: object) =>
  kernel.within(tenant, () => kernel.get(UnitOfWork).run(() => kernel.get(Procedures).call(findOrCreateClient, { source: 'Booking page', ...given } as Given as never)));

test('somebody from the outside becomes a client once, also when they come many times at once', async () => {
  const come = () => find(kernel.a, { name: 'Ana Ruiz', email: 'ANA@home.example' });
  const found = await Promise.all(Array.from({ length: 8 }, come));
  expect(new Set(found.map(({ clientId }) => clientId)).size).toBe(1);
  expect(found.filter(({ created }) => created)).toHaveLength(1);
  const { body } = await (await kernel.as(kernel.a)).get(`/clients/${found[0]!.clientId}`);
  expect(body).toMatchObject({ name: 'Ana Ruiz', email: 'ana@home.example', source: 'Booking page', ownerId: null });
});

test('a known one is found by phone as well, keeps what is known, and gaps are filled', async () => {
  const first = await find(kernel.a, { name: 'Leo Park', phone: '+1 415 555 0107' });
  const again = await find(kernel.a, { name: 'Leonard', phone: '+14155550107', email: 'leo@park.example' });
  expect(again).toEqual({ clientId: first.clientId, name: 'Leo Park', created: false });
  const admin = await kernel.as(kernel.a);
  expect((await admin.get(`/clients/${first.clientId}`)).body).toMatchObject({ name: 'Leo Park', phone: '+14155550107', email: 'leo@park.example', version: 2 });
  expect((await admin.get('/clients?search=leo@park.example')).body.items).toHaveLength(1);
});

test('the same address is another client at another tenant, who describes none of the first', async () => {
  const mine = await find(kernel.a, { name: 'Ana Ruiz', email: 'ana@home.example' });
  const theirs = await find(kernel.b, { name: 'Ana Ruiz', email: 'ana@home.example' });
  expect(theirs.created).toBe(true);
  const described = await kernel.within(kernel.b, () => kernel.get(Procedures).call(describeClients, { clientIds: [mine.clientId, theirs.clientId] }));
  expect(described.items.map(({ id }) => id)).toEqual([theirs.clientId]);
});

test('fields, tags and a stage are written without a user; what a form would refuse is refused', async () => {
  const admin = await kernel.as(kernel.a);
  await admin.post('/clients/fields', { key: 'roof', label: 'Roof', type: 'select', options: ['tile', 'slate'] });
  const { clientId } = await find(kernel.a, { name: 'Mia Wong', email: 'mia@home.example' });
  const { body: pipelines } = await admin.get('/clients/pipelines');
  const won = pipelines.items[0].stages.find(({ kind }: { kind: string }) => kind === 'won');
  const apply = (tenant: TestTenant, input: object) =>
    kernel.within(tenant, () => kernel.get(UnitOfWork).run(() => kernel.get(Procedures).call(applyToClient, { clientId, ...input } as never)));
  const { changed } = await apply(kernel.a, { company: 'Home Ltd', phone: '+1 415 555 0108', addTags: ['vip'], stageId: won.id, customTexts: { roof: 'Slate' } });
  expect(changed.sort()).toEqual(['company', 'customFields', 'phone', 'stageId', 'status', 'tags']);
  expect((await admin.get(`/clients/${clientId}`)).body).toMatchObject({ company: 'Home Ltd', phone: '+14155550108', tags: ['vip'], status: 'won', stageId: won.id, customFields: { roof: 'slate' } });
  expect((await apply(kernel.a, { company: 'Home Ltd', addTags: ['vip'] })).changed).toEqual([]);
  await expect(apply(kernel.a, { customFields: { roof: 'glass' } })).rejects.toThrow('custom fields');
  await expect(apply(kernel.b, { company: 'Theirs' })).rejects.toThrow('does not exist');
});

test('what a client is found by can be chosen, and one that is found left as it is', async () => {
  const { clientId } = await find(kernel.a, { name: 'Kim Lee', email: 'kim@home.example' });
  expect((await find(kernel.a, { name: 'Kim Lee', email: 'kim@home.example', matchBy: [] })).clientId).not.toBe(clientId);
  const lone = await find(kernel.a, { name: 'Zoe', email: 'zoe@home.example' });
  expect(await find(kernel.a, { name: 'Zoe', email: 'zoe@home.example', phone: '+14155550109', leave: true })).toEqual({ clientId: lone.clientId, name: 'Zoe', created: false });
  expect((await (await kernel.as(kernel.a)).get(`/clients/${lone.clientId}`)).body.phone).toBeNull();
});
