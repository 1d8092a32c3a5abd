import { bootKernel, eventually, pluginWithRequired, type Caller, type Kernel } from '@loctelli/core/testing';

// With clients as what is measured: their fields can be refused to a role.
let kernel: Kernel;
let admin: Caller;
let reader: Caller;
let other: Caller;

beforeAll(async () => {
  kernel = await bootKernel({ plugins: [...pluginWithRequired('clients'), ...pluginWithRequired('analytics')], env: { JOBS: 'off' } });
  [admin, reader, other] = [await kernel.as(kernel.a), await kernel.as(kernel.a, 'user'), await kernel.as(kernel.b)];
  for (const [caller, source, value] of [[admin, 'Fair', 700], [admin, 'Radio', 300], [other, 'Elsewhere', 5_000]] as const) {
    const { body: client } = await caller.post('/clients', { name: `Client of ${source}`, source, value, currency: 'EUR' });
    const { body: pipelines } = await caller.get('/clients/pipelines');
    const won = pipelines.items[0].stages.find(({ kind }: { kind: string }) => kind === 'won');
    expect((await caller.patch(`/clients/${client.id}`, { version: client.version, stageId: won.id })).status).toBe(200);
  }
}, 120_000);
afterAll(() => kernel?.close(), 60_000);

const range = { preset: 'last30' };
const tile = (more: object) => ({ id: 't', kind: 'table', metrics: ['clients.value-won'], ...more });
const shown = async (caller: Caller, more: object, filters = {}) => (await caller.post('/analytics/answers', { range, filters, tiles: [tile(more)] })).body.items[0];
const names = async (caller: Caller) => (await caller.get('/analytics/metrics')).body.items.map(({ name }: { name: string }) => name);

/** Gives the reader a role of its own that sees all clients but for these fields. */
async function refuse(fields: Record<string, string[]>): Promise<void> {
  const grants = { 'clients.read': 'all', 'clients.export': 'all', 'analytics.read': 'all', 'analytics.share': 'all', 'analytics.manage': 'all' };
  const { body: role, status } = await admin.post('/roles', { name: `Without ${Object.entries(fields).join()}`, grants, fields: { Client: fields } });
  expect(status).toBe(201);
  const path = `/users/${kernel.a.users.user.id}`;
  expect((await admin.patch(path, { version: (await admin.get(path)).body.version, role: role.key })).status).toBe(200);
}

test('whoever may see every field sees the sum, by each of its dimensions', async () => {
  const answer = await shown(admin, { by: 'source' });
  expect(answer.groups.map(({ key, values }: { key: string; values: { value: number }[] }) => [key, values[0]!.value])).toEqual([['Fair', 700], ['Radio', 300]]);
});

test('a refused field is no number: not on a tile, not as rows, not as a goal, not in what is offered', async () => {
  const { body: goal } = await admin.post('/analytics/goals', { name: 'Much', metric: 'clients.value-won', target: 1_000, period: 'month' });
  await refuse({ value: ['read'] });
  await eventually(async () => expect(await names(reader)).not.toContain('clients.value-won'));
  expect(await names(reader)).toContain('clients.won');
  expect(await shown(reader, {})).toMatchObject({ problem: 'no-metric', missing: ['clients.value-won'], totals: [] });
  expect((await reader.post('/analytics/rows', { metric: 'clients.value-won', range })).body.code).toBe('analytics.metric-not-found');
  expect(await shown(reader, { kind: 'goal', metrics: [], goalId: goal.id })).toMatchObject({ goal: null, problem: 'no-goal' });
  expect((await reader.get('/analytics/goals')).body.items).toEqual([]);
  expect((await shown(admin, { kind: 'goal', metrics: [], goalId: goal.id })).goal).toMatchObject({ value: 1_000 });
});

test('a refused field is no dimension: nothing is split by it, filtered by it or told of it in rows', async () => {
  await refuse({ source: ['read'] });
  await eventually(async () => expect((await shown(reader, { by: 'source' })).groups).toEqual([]));
  expect((await shown(reader, {}, { source: ['Fair'] })).totals[0].value).toBe(1_000);
  const { body: rows } = await reader.post('/analytics/rows', { metric: 'clients.value-won', range, where: { source: ['Fair'] } });
  expect(rows.total).toBe(2);
  expect(rows.dimensions.map(({ name }: { name: string }) => name)).not.toContain('source');
  expect(JSON.stringify(rows)).not.toContain('"source"');
  expect((await reader.get('/analytics/values?dimension=source')).body.code).toBe('analytics.dimension-not-found');
  expect((await admin.get('/analytics/values?dimension=source')).body.items.map(({ key }: { key: string }) => key).sort()).toEqual(['Fair', 'Radio']);
});

test('a field that may be seen and not taken along stays in the product: no file and no link has it', async () => {
  await refuse({ value: ['export'] });
  await eventually(async () => expect((await shown(reader, {})).totals[0]?.value).toBe(1_000));
  const csv = async (caller: Caller) => (await caller.post('/analytics/csv', { range, tile: tile({}) })).body as string;
  expect(await csv(reader)).not.toMatch(/1,?000|Value won/);
  expect(await csv(admin)).toMatch(/1000/);
  const { body: dashboard } = await reader.post('/analytics/dashboards', { name: 'Sums', visibility: 'private', range, tiles: [tile({})] });
  const { body: share } = await reader.post('/analytics/shares', { dashboardId: dashboard.id, days: 7 });
  const { body: open } = await kernel.visitor(kernel.a).get(`/analytics/shared/${share.path.split('/').pop()}`);
  expect(open.answers.items[0]).toMatchObject({ problem: 'no-metric', totals: [] });
});
