import { bootKernel, eventually, pluginWithRequired, type Caller, type Kernel } from '@loctelli/core/testing';
import { Database } from '@loctelli/core/server';
import { metricPlugin } from './metric-plugin.ts';
import { ReportSender } from './server/schedules/report-sender.ts';

let kernel: Kernel;
let admin: Caller;
let manager: Caller;
let user: Caller;
let stranger: Caller;

beforeAll(async () => {
  kernel = await bootKernel({ plugins: [metricPlugin, ...pluginWithRequired('analytics')] });
  [admin, manager, user, stranger] = [await kernel.as(kernel.a), await kernel.as(kernel.a, 'manager'), await kernel.as(kernel.a, 'user'), await kernel.as(kernel.b)];
  const now = new Date();
  const call = (actorId: number) => ({ action: 'call', subject: 'cold', subjectId: '1', actorId, createdAt: now });
  const { users } = kernel.a;
  await kernel.within(kernel.a, () => kernel.get(Database).auditEntry.createMany({ data: [call(users.admin.id), call(users.manager.id), call(users.user.id)] }));
}, 120_000);
afterAll(() => kernel?.close(), 60_000);

const tile = { id: 'calls', kind: 'kpi', metrics: ['made.calls'] };
const create = async (input: object, caller = admin) => {
  const { status, body } = await caller.post('/analytics/dashboards', { name: 'Calls', tiles: [tile], range: { preset: 'today', compare: 'none' }, ...input });
  expect([status, body]).toEqual([201, expect.objectContaining({ version: 1 })]);
  return body;
};
const names = async (caller: Caller) => (await caller.get('/analytics/dashboards')).body.items.map(({ name }: { name: string }) => name);

describe('dashboards', () => {
  test('are for their owner, for a role, or for everybody', async () => {
    await create({ name: 'Mine' });
    await create({ name: 'Of users', visibility: 'role', roleKey: 'user' });
    await create({ name: 'Of managers', visibility: 'role', roleKey: 'manager' });
    await create({ name: 'Of all', visibility: 'tenant' });
    expect(await names(admin)).toEqual(['Mine', 'Of users', 'Of managers', 'Of all']);
    expect(await names(user)).toEqual(['Of users', 'Of all']);
    expect(await names(manager)).toEqual(['Of managers', 'Of all']);
    expect(await names(stranger)).toEqual([]);
  });

  test('are changed by their owner and by who manages analytics, at the version they saw', async () => {
    const mine = await create({ name: 'By a manager', visibility: 'tenant' }, manager);
    expect((await user.patch(`/analytics/dashboards/${mine.id}`, { version: 1, name: 'x' })).body.code).toBe('analytics.not-yours');
    expect((await admin.patch(`/analytics/dashboards/${mine.id}`, { version: 1, name: 'By the admin' })).body).toMatchObject({ name: 'By the admin', version: 2 });
    expect((await manager.patch(`/analytics/dashboards/${mine.id}`, { version: 1, name: 'Late' })).status).toBe(409);
    expect((await stranger.patch(`/analytics/dashboards/${mine.id}`, { version: 2, name: 'x' })).status).toBe(404);
    expect((await manager.delete(`/analytics/dashboards/${mine.id}`)).status).toBe(204);
  });

  test('for others need the permission to share, and a role that there is', async () => {
    expect((await user.post('/analytics/dashboards', { name: 'x', visibility: 'tenant' })).status).toBe(403);
    expect((await admin.post('/analytics/dashboards', { name: 'x', visibility: 'role', roleKey: 'nobody' })).body.code).toBe('analytics.role-needed');
    expect((await user.post('/analytics/dashboards', { name: 'Own' })).status).toBe(201);
  });
});

describe('goals', () => {
  test('say how they stand in this period, over the rows the reader reaches', async () => {
    const { status, body } = await admin.post('/analytics/goals', { name: 'Calls', metric: 'made.calls', target: 3, period: 'year', where: { kind: ['cold'] } });
    expect([status, body]).toEqual([201, expect.objectContaining({ value: 3, state: 'reached', metricTitle: 'Calls made', whereText: 'Kind: Cold call' })]);
    expect((await user.get('/analytics/goals')).body.items).toMatchObject([{ value: 1 }]);
    expect((await stranger.get('/analytics/goals')).body.items).toEqual([]);
    expect((await user.patch(`/analytics/goals/${body.id}`, { version: 1, target: 1 })).status).toBe(403);
    expect((await stranger.patch(`/analytics/goals/${body.id}`, { version: 1, target: 1 })).status).toBe(404);
    const shown = await admin.post('/analytics/answers', { range: {}, tiles: [{ id: 'g', kind: 'goal', goalId: body.id }] });
    expect(shown.body.items[0].goal).toMatchObject({ name: 'Calls', target: 3 });
  });

  test('of a number or a dimension that there is not are refused', async () => {
    const goal = { name: 'x', target: 1, period: 'month' };
    expect((await admin.post('/analytics/goals', { ...goal, metric: 'made.nothing' })).body.code).toBe('analytics.metric-not-found');
    expect((await admin.post('/analytics/goals', { ...goal, metric: 'made.calls', where: { place: ['x'] } })).body.code).toBe('analytics.dimension-not-found');
  });
});

describe('links', () => {
  test('show one dashboard with the numbers of who shares it, until they are taken back, and on no other tenant’s host', async () => {
    const { id } = await create({ name: 'Of a manager', visibility: 'tenant' }, manager);
    const { status, body } = await manager.post('/analytics/shares', { dashboardId: id, days: 7 });
    expect([status, body.path]).toEqual([201, expect.stringMatching(/^\/shared-dashboard\/[\w-]{43}$/)]);
    const token = body.path.split('/').at(-1);
    const open = (tenant = kernel.a) => kernel.visitor(tenant).get(`/analytics/shared/${token}`);
    expect((await open()).body).toMatchObject({ name: 'Of a manager', answers: { items: [{ metrics: [{ title: 'Calls made' }], totals: [{ value: 2 }] }] } });
    expect([(await open(kernel.b)).status, (await kernel.visitor(kernel.a).get(`/analytics/shared/${'x'.repeat(43)}`)).status]).toEqual([410, 410]);
    expect((await manager.get('/analytics/shares')).body.items).toMatchObject([{ dashboardId: id, views: 1, path: body.path }]);
    expect((await stranger.get('/analytics/shares')).body.items).toEqual([]);
    expect((await stranger.delete(`/analytics/shares/${body.id}`)).status).toBe(404);
    expect((await manager.delete(`/analytics/shares/${body.id}`)).status).toBe(204);
    expect((await open()).body.code).toBe('analytics.link-over');
    expect((await manager.get('/analytics/shares')).body.items[0].path).toBeNull();
  });

  test('show nothing once they expired, or their maker may no longer share', async () => {
    const { id } = await create({ name: 'Short' }, manager);
    const token = (await manager.post('/analytics/shares', { dashboardId: id })).body.path.split('/').at(-1);
    const open = async () => (await kernel.visitor(kernel.a).get(`/analytics/shared/${token}`)).status;
    const set = (data: object) => kernel.within(kernel.a, () => kernel.get(Database).analyticsShare.updateMany({ where: { dashboardId: id }, data }));
    expect(await open()).toBe(200);
    await set({ expiresAt: new Date(Date.now() - 1000) });
    expect(await open()).toBe(410);
    await set({ expiresAt: new Date(Date.now() + 60_000) });
    await kernel.within(kernel.a, () => kernel.get(Database).user.updateMany({ where: { id: kernel.a.users.manager.id }, data: { isActive: false } }));
    await eventually(async () => expect(await open()).toBe(410));
    await kernel.within(kernel.a, () => kernel.get(Database).user.updateMany({ where: { id: kernel.a.users.manager.id }, data: { isActive: true } }));
    await eventually(async () => expect(await open()).toBe(200));
  });

  test('need the permission, and a dashboard that one sees', async () => {
    const { id } = await create({ name: 'Hidden' });
    expect([(await user.post('/analytics/shares', { dashboardId: id })).status, (await manager.post('/analytics/shares', { dashboardId: id })).status]).toEqual([403, 404]);
  });
});

describe('reports', () => {
  test('are mailed once, each with the numbers that its reader may see', async () => {
    const { id } = await create({ name: 'Weekly calls', visibility: 'tenant' });
    const { users } = kernel.a;
    const { status, body } = await admin.post('/analytics/schedules', { dashboardId: id, recipientIds: [users.admin.id, users.user.id], frequency: 'daily', hour: 7, preset: 'today' });
    expect([status, body]).toEqual([201, expect.objectContaining({ nextAt: expect.any(String), zone: 'UTC', recipients: [{ id: users.admin.id, name: 'admin of a' }, { id: users.user.id, name: 'user of a' }] })]);
    const at = new Date(body.nextAt);
    const orders = () => kernel.within(kernel.a, () => kernel.get(Database).outboxEvent.findMany({ where: { name: 'core.send-mail' } }));
    const send = (now: Date) => kernel.within(kernel.a, () => kernel.get(ReportSender).send(body.id, at, now));
    await send(new Date(at.getTime() - 1000));
    expect(await orders()).toHaveLength(0);
    const due = new Date(Date.now());
    await kernel.within(kernel.a, () => kernel.get(Database).analyticsSchedule.updateMany({ where: { id: body.id }, data: { nextAt: due } }));
    const sendDue = () => kernel.within(kernel.a, () => kernel.get(ReportSender).send(body.id, due, new Date(due.getTime() + 1000)));
    await Promise.all([sendDue(), sendDue(), sendDue()]);
    const sent = (await orders()).map(({ payload }) => (payload as { data: { to: string; params: { body: string; link: string }; attachments: { name: string }[] } }).data);
    expect(sent.map(({ to }) => to).sort()).toEqual([users.admin.email, users.user.email].sort());
    expect(sent.find(({ to }) => to === users.admin.email)!.params.body).toContain('Calls made: 3');
    expect(sent.find(({ to }) => to === users.user.email)!.params.body).toContain('Calls made: 1');
    expect([sent[0]!.params.link, sent[0]!.attachments[0]!.name]).toEqual([expect.stringContaining(`a.localhost`), expect.stringMatching(/^weekly-calls-.*\.csv$/)]);
    const after = (await admin.get('/analytics/schedules')).body.items[0];
    expect(new Date(after.nextAt).getUTCHours()).toBe(7);
  });

  test('go to people here who may see analytics, and are their owner’s business', async () => {
    const { id } = await create({ name: 'R', visibility: 'tenant' });
    expect((await admin.post('/analytics/schedules', { dashboardId: id, recipientIds: [kernel.b.users.admin.id] })).body.code).toBe('analytics.unknown-recipient');
    expect((await user.post('/analytics/schedules', { dashboardId: id, recipientIds: [kernel.a.users.user.id] })).status).toBe(403);
    expect((await stranger.get('/analytics/schedules')).body.items).toEqual([]);
    expect((await manager.get('/analytics/schedules')).body.items).toEqual([]);
  });
});
