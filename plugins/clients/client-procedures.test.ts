import { Procedures, Standing, UnitOfWork } from '@loctelli/core/server';
import { bootKernel, type Kernel, type TestTenant } from '@loctelli/core/testing';
import { applyToClient, createClientTask, describeClients, findOrCreateClient, matchingClients, openClientTasks } from './contract.ts';
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

test('a program gives a client a task, for whoever may see them, and asks whether it still is open', async () => {
  const { clientId } = await find(kernel.a, { name: 'Ivy Stone', email: 'ivy@home.example' });
  const ask = <T>(work: (procedures: Procedures) => Promise<T>, tenant = kernel.a) => kernel.within(tenant, () => kernel.get(UnitOfWork).run(() => work(kernel.get(Procedures))));
  const task = { clientId, title: 'Call Ivy', dueAt: new Date(Date.now() + 3_600_000).toISOString() };
  const { taskId } = await ask((procedures) => procedures.call(createClientTask, { ...task, assigneeId: kernel.a.users.admin.id }));
  const { taskId: nobodys } = await ask((procedures) => procedures.call(createClientTask, { ...task, assigneeId: kernel.a.users.user.id }));
  const admin = await kernel.as(kernel.a);
  expect((await admin.get(`/clients/tasks/${taskId}`)).body).toMatchObject({ title: 'Call Ivy', assigneeId: kernel.a.users.admin.id, clientName: 'Ivy Stone' });
  expect((await admin.get(`/clients/tasks/${nobodys}`)).body.assigneeId).toBeNull();
  await expect(ask((procedures) => procedures.call(createClientTask, task), kernel.b)).rejects.toThrow('does not exist');
  await admin.patch(`/clients/tasks/${taskId}`, { version: 1, done: true });
  expect(await ask((procedures) => procedures.call(openClientTasks, { taskIds: [taskId, nobodys] }))).toEqual({ taskIds: [nobodys] });
  expect(await ask((procedures) => procedures.call(openClientTasks, { taskIds: [nobodys] }), kernel.b)).toEqual({ taskIds: [] });
});

test('a program pages through the clients that a filter finds and its user may read', async () => {
  const ids: number[] = [];
  for (const name of ['One', 'Two', 'Three']) ids.push((await find(kernel.a, { name, email: `${name}@paged.example`, source: 'Paged' })).clientId);
  const page = (userId: number, afterId = 0) =>
    kernel.within(kernel.a, () => kernel.get(Standing).actAs(userId, () => kernel.get(Procedures).call(matchingClients, { filter: { deleted: false, where: [{ field: 'source', operator: 'is', value: 'Paged' }] }, afterId, limit: 2, count: true })));
  expect(await page(kernel.a.users.admin.id)).toEqual({ clientIds: ids.slice(0, 2), count: 3 });
  expect(await page(kernel.a.users.admin.id, ids[1])).toEqual({ clientIds: ids.slice(2), count: 3 });
  expect(await page(kernel.a.users.user.id)).toEqual({ clientIds: [], count: 0 });
});

test('what is described are all facts a program judges by', async () => {
  const { clientId } = await find(kernel.a, { name: 'Full Facts', email: 'full@facts.example', source: 'Fair' });
  const { items } = await kernel.within(kernel.a, () => kernel.get(Procedures).call(describeClients, { clientIds: [clientId] }));
  expect(items[0]).toMatchObject({ status: 'lead', source: 'Fair', value: null, tags: [], customFields: {}, stageKind: 'open', pipelineId: expect.any(Number), createdAt: expect.any(String) });
});
