import { bootKernel, eventually, type Caller, type Kernel } from '@loctelli/core/testing';
import manifest from '../../plugin.json';

let kernel: Kernel;
let admin: Caller;
let manager: Caller;
let user: Caller;
let stranger: Caller;

beforeAll(async () => {
  kernel = await bootKernel({ plugins: [{ manifest: manifest as never, load: () => import('../index.ts') }] });
  [admin, manager, user, stranger] = await Promise.all([
    kernel.as(kernel.a),
    kernel.as(kernel.a, 'manager'),
    kernel.as(kernel.a, 'user'),
    kernel.as(kernel.b),
  ]);
}, 60_000);
afterAll(() => kernel?.close());

const day = 86_400_000;
const at = (ms: number) => new Date(Date.now() + ms).toISOString();
const idOf = (role: 'admin' | 'manager' | 'user') => kernel.a.users[role].id;
const clientOf = async (caller: Caller, name: string, more = {}): Promise<number> => (await caller.post('/clients', { name, ...more })).body.id;
const give = async (caller: Caller, id: number, task: object) => {
  const { status, body } = await caller.post(`/clients/${id}/tasks`, task);
  expect([status, body]).toEqual([201, expect.objectContaining({ version: 1, clientId: id })]);
  return body;
};
const titles = async (caller: Caller, query: string): Promise<string[]> =>
  (await caller.get(`/clients/tasks?${query}`)).body.items.map(({ title }: { title: string }) => title);
const bellOf = async (caller: Caller, kind: string) =>
  (await caller.get('/notifications')).body.items.filter((item: { kind: string }) => item.kind === `clients.${kind}`);

test('a task belongs to whoever makes it unless told; the one it is given to hears of it', async () => {
  const id = await clientOf(admin, 'To Be Called');
  const own = await give(admin, id, { title: 'Call back' });
  expect(own).toMatchObject({ assigneeId: idOf('admin'), assigneeName: 'admin of a', clientName: 'To Be Called', dueAt: null, completedAt: null });
  await give(admin, id, { title: 'Write a quote', assigneeId: idOf('manager'), body: 'With photographs' });
  expect(await bellOf(manager, 'task-assigned')).toEqual([
    expect.objectContaining({ params: { by: 'admin of a', title: 'Write a quote', client: 'To Be Called' }, href: `/clients/${id}` }),
  ]);
  expect(await bellOf(admin, 'task-assigned')).toEqual([]);
  const { body } = await admin.get(`/clients/${id}/timeline?kinds=clients.task-created`);
  expect(body.items.map(({ params }: { params: object }) => params)).toEqual([
    { title: 'Write a quote', assignee: 'manager of a' },
    { title: 'Call back', assignee: 'admin of a' },
  ]);
});

test('nobody is given a task on a client they cannot see', async () => {
  const id = await clientOf(admin, 'Hidden From Users');
  const refused = await admin.post(`/clients/${id}/tasks`, { title: 'x', assigneeId: idOf('user') });
  expect([refused.status, refused.body.code, refused.body.errors[0].path]).toEqual([422, 'clients.assignee-out-of-reach', 'assigneeId']);
  for (const assigneeId of [999_999, kernel.b.users.admin.id])
    expect((await admin.post(`/clients/${id}/tasks`, { title: 'x', assigneeId })).body.code).toBe('clients.unknown-assignee');
  const [taken] = [await give(admin, id, { title: 'Taken' })];
  for (const caller of [user, stranger]) {
    expect((await caller.post(`/clients/${id}/tasks`, { title: 'x' })).body.code).toBe('clients.not-found');
    expect((await caller.patch(`/clients/tasks/${taken.id}`, { version: 1, done: true })).body.code).toBe('clients.task-not-found');
    expect((await caller.delete(`/clients/tasks/${taken.id}`)).body.code).toBe('clients.task-not-found');
    expect(await titles(caller, `clientId=${id}`)).toEqual([]);
  }
});

test('open tasks come by due time, those without one last, page by page', async () => {
  const id = await clientOf(admin, 'Busy');
  for (const [title, dueAt] of [['none 1', null], ['in 3', at(3 * day)], ['in 1', at(day)], ['none 2', null], ['in 2', at(2 * day)]] as const)
    await give(admin, id, { title, dueAt });
  const wanted = ['in 1', 'in 2', 'in 3', 'none 2', 'none 1'];
  for (const limit of [1, 2, 3, 4, 10]) {
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await admin.get(`/clients/tasks?clientId=${id}&limit=${limit}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      if (!cursor) expect(body.total).toEqual({ count: 5, exact: true });
      seen.push(...body.items.map(({ title }: { title: string }) => title));
      cursor = body.nextCursor ?? '';
    } while (cursor);
    expect([limit, seen]).toEqual([limit, wanted]);
  }
});

test('overdue, today and upcoming are days of the caller’s zone and leave no open task out', async () => {
  const id = await clientOf(admin, 'Across Zones');
  const { body: profile } = await admin.get('/auth/profile');
  for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kathmandu']) {
    const changed = await admin.patch('/auth/profile', { version: (await admin.get('/auth/profile')).body.version ?? profile.version, zone });
    expect([zone, changed.status]).toEqual([zone, 200]);
    await new Promise((done) => setTimeout(done, 900));
    const wall = new Date(new Date().toLocaleString('en-US', { timeZone: zone }));
    const sinceMidnight = (wall.getHours() * 60 + wall.getMinutes()) * 60_000;
    const made = [
      await give(admin, id, { title: `${zone} before`, dueAt: at(-sinceMidnight - 2 * 3_600_000) }),
      await give(admin, id, { title: `${zone} now`, dueAt: at(0) }),
      await give(admin, id, { title: `${zone} after`, dueAt: at(day - sinceMidnight + 2 * 3_600_000) }),
      await give(admin, id, { title: `${zone} some day` }),
    ];
    expect(await titles(admin, `clientId=${id}&state=overdue`)).toEqual([`${zone} before`]);
    expect(await titles(admin, `clientId=${id}&state=today`)).toEqual([`${zone} now`]);
    expect(await titles(admin, `clientId=${id}&state=upcoming`)).toEqual([`${zone} after`, `${zone} some day`]);
    expect(await titles(admin, `clientId=${id}&state=open`)).toHaveLength(4);
    for (const task of made) expect((await admin.delete(`/clients/tasks/${task.id}`)).status).toBe(204);
  }
});

test('a task is ticked off, told on the timeline, and opened again without a trace', async () => {
  const id = await clientOf(admin, 'Ticked');
  const task = await give(admin, id, { title: 'Send the invoice' });
  const done = await manager.patch(`/clients/tasks/${task.id}`, { version: 1, done: true });
  expect(done.body).toMatchObject({ version: 2, completedByName: 'manager of a', completedAt: expect.any(String) });
  expect(await titles(admin, `clientId=${id}`)).toEqual([]);
  expect(await titles(admin, `clientId=${id}&state=done`)).toEqual(['Send the invoice']);
  const kinds = async () =>
    (await admin.get(`/clients/${id}/timeline?kinds=clients.task-created,clients.task-done`)).body.items.map(({ kind }: { kind: string }) => kind);
  expect(await kinds()).toEqual(['clients.task-done', 'clients.task-created']);
  expect((await admin.patch(`/clients/tasks/${task.id}`, { version: 1, done: false })).body.code).toBe('core.version-conflict');
  expect((await admin.patch(`/clients/tasks/${task.id}`, { version: 2, done: false })).body).toMatchObject({ completedAt: null, completedByName: null });
  expect(await kinds()).toEqual(['clients.task-created']);
  await admin.patch(`/clients/tasks/${task.id}`, { version: 3, title: 'Send the bill' });
  expect((await admin.get(`/clients/${id}/timeline?kinds=clients.task-created`)).body.items[0].params.title).toBe('Send the bill');
  expect((await admin.delete(`/clients/tasks/${task.id}`)).status).toBe(204);
  expect(await kinds()).toEqual([]);
});

test('whoever a task is given to ticks it off where they may read the client and not change it, and does no more', async () => {
  const roles = (await admin.get('/roles')).body.items as { id: number; key: string; version: number }[];
  const role = roles.find(({ key }) => key === 'user')!;
  const changed = await admin.patch(`/roles/${role.id}`, { version: role.version, grants: { 'clients.read': 'all', 'clients.update': 'own' } });
  expect(changed.status).toBe(200);
  await new Promise((done) => setTimeout(done, 1000));
  const id = await clientOf(admin, 'Only Read');
  const theirs = await give(admin, id, { title: 'Theirs', assigneeId: idOf('user') });
  const other = await give(admin, id, { title: 'Not theirs' });
  expect((await user.patch(`/clients/tasks/${theirs.id}`, { version: 1, title: 'Renamed' })).body.code).toBe('clients.task-not-found');
  expect((await user.patch(`/clients/tasks/${theirs.id}`, { version: 1, done: true })).status).toBe(200);
  expect((await user.patch(`/clients/tasks/${other.id}`, { version: 1, done: true })).body.code).toBe('clients.task-not-found');
  expect((await user.delete(`/clients/tasks/${theirs.id}`)).body.code).toBe('clients.task-not-found');
});

test('a reminder comes when a task is due, once, and not for one that was done, moved or given away before', async () => {
  const id = await clientOf(admin, 'Reminded');
  const soon = () => at(1_200);
  const plain = await give(admin, id, { title: 'plain', dueAt: soon(), assigneeId: idOf('manager') });
  const done = await give(admin, id, { title: 'done', dueAt: soon(), assigneeId: idOf('manager') });
  const moved = await give(admin, id, { title: 'moved', dueAt: soon(), assigneeId: idOf('manager') });
  const given = await give(admin, id, { title: 'given', dueAt: soon(), assigneeId: idOf('admin') });
  const gone = await give(admin, id, { title: 'gone', dueAt: soon(), assigneeId: idOf('manager') });
  await admin.patch(`/clients/tasks/${done.id}`, { version: 1, done: true });
  await admin.patch(`/clients/tasks/${moved.id}`, { version: 1, dueAt: at(day) });
  await admin.patch(`/clients/tasks/${given.id}`, { version: 1, assigneeId: idOf('manager') });
  await admin.delete(`/clients/tasks/${gone.id}`);
  const told = async () => (await bellOf(manager, 'task-due')).map(({ params }: { params: { title: string } }) => params.title).sort();
  await eventually(async () => expect(await told()).toEqual(['given', 'plain']));
  expect(await bellOf(admin, 'task-due')).toEqual([]);
  await admin.patch(`/clients/tasks/${plain.id}`, { version: 1, dueAt: at(800) });
  await eventually(async () => expect(await told()).toEqual(['given', 'plain', 'plain']));
});

test('tasks of a client in the trash rest, and come back with it', async () => {
  const id = await clientOf(admin, 'Trashed');
  await give(admin, id, { title: 'Rests' });
  await admin.delete(`/clients/${id}`);
  expect(await titles(admin, 'limit=100')).not.toContain('Rests');
  expect(await titles(admin, `clientId=${id}`)).toEqual(['Rests']);
  await admin.post(`/clients/${id}/restore`);
  expect(await titles(admin, `limit=100&assigneeId=${idOf('admin')}`)).toContain('Rests');
});
