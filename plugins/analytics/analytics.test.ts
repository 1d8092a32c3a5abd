import { bootKernel, pluginWithRequired, type Caller, type Kernel, type TestTenant } from '@loctelli/core/testing';
import { Database } from '@loctelli/core/server';
import { metricPlugin } from './metric-plugin.ts';

let kernel: Kernel;
let admin: Caller;
let manager: Caller;
let user: Caller;
let stranger: Caller;

beforeAll(async () => {
  kernel = await bootKernel({ plugins: [metricPlugin, ...pluginWithRequired('analytics')], env: { JOBS: 'off' } });
  [admin, manager, user, stranger] = [await kernel.as(kernel.a), await kernel.as(kernel.a, 'manager'), await kernel.as(kernel.a, 'user'), await kernel.as(kernel.b)];
  const { users } = kernel.a;
  await write(kernel.a, [
    ['call', users.admin.id, '2026-03-10T10:00:00Z', 'cold', '1', {}],
    ['call', users.manager.id, '2026-03-11T10:00:00Z', 'cold', '2', {}],
    ['call', users.user.id, '2026-03-12T23:30:00Z', 'warm', '3', {}],
    ['call', users.user.id, '2026-02-12T10:00:00Z', 'warm', '3', {}],
    ['deal', users.user.id, '2026-03-20T10:00:00Z', 'warm', '3', { value: 100, currency: 'EUR' }],
    ['deal', users.admin.id, '2026-03-21T10:00:00Z', 'cold', '1', { value: 250, currency: 'EUR' }],
    ['deal', users.admin.id, '2026-03-22T10:00:00Z', 'cold', '9', { value: 300, currency: 'USD' }],
  ]);
  await write(kernel.b, [['call', kernel.b.users.admin.id, '2026-03-10T10:00:00Z', 'hot', '1', {}]]);
}, 120_000);
afterAll(() => kernel?.close(), 60_000);

type Line = [action: string, actorId: number, at: string, subject: string, subjectId: string, changes: object];
const write = (tenant: TestTenant, lines: Line[]) =>
  kernel.within(tenant, () => kernel.get(Database).auditEntry.createMany({ data: lines.map(([action, actorId, at, subject, subjectId, changes]) => ({ action, actorId, createdAt: new Date(at), subject, subjectId, changes })) }));

const march = { preset: 'custom', from: '2026-03-01', to: '2026-03-31', compare: 'previous' };
const ask = async (caller: Caller, tile: object, more: object = {}) => {
  const { status, body } = await caller.post('/analytics/answers', { range: march, tiles: [{ id: 't', ...tile }], ...more });
  expect([status, body]).toEqual([200, expect.objectContaining({ range: expect.anything() })]);
  return body.items[0];
};

describe('a metric that a plugin declares', () => {
  test('appears by itself: with its words, its dimensions and a place in what a tenant begins with', async () => {
    const { items } = (await user.get('/analytics/metrics')).body;
    expect(items.map(({ name, title }: { name: string; title: string }) => [name, title])).toEqual([['made.calls', 'Calls made'], ['made.deals', 'Deals'], ['made.earned', 'Earned'], ['made.wait-time', 'Wait time']]);
    expect(items[0]).toMatchObject({ pluginName: 'Made', about: 'Every call counts.', dimensions: [{ name: 'kind', title: 'Kind' }, { name: 'seller', title: 'Seller' }], followsClients: true });
    expect((await user.get('/analytics/metrics?locale=ar')).body.items[0].title).toBe('المكالمات');
    const { tiles } = (await admin.get('/analytics/dashboards/start')).body;
    expect(tiles.map(({ kind, metrics, by }: { kind: string; metrics: string[]; by: string | null }) => [kind, metrics.join(), by])).toEqual(
      expect.arrayContaining([['kpi', 'made.calls', null], ['funnel', 'made.calls,made.deals', null], ['bar', 'made.calls', 'kind'], ['leaderboard', 'made.deals', 'seller']]),
    );
  });

  test('is gone where its plugin is off, and tiles say so', async () => {
    const { body } = await stranger.get('/analytics/metrics');
    expect(body.items).toHaveLength(4);
    await stranger.patch('/plugins/made', { enabled: false });
    expect((await stranger.get('/analytics/metrics')).body.items).toEqual([]);
    expect(await ask(stranger, { kind: 'kpi', metrics: ['made.calls'] })).toMatchObject({ problem: 'no-metric', missing: ['made.calls'] });
    await stranger.patch('/plugins/made', { enabled: true });
  });
});

describe('tiles', () => {
  test('a number has what it was before, in the reach of who asks, and nothing of another tenant', async () => {
    const kpi = { kind: 'kpi', metrics: ['made.calls'] };
    expect((await ask(admin, kpi)).totals).toEqual([{ value: 3, previous: 1, count: 3 }]);
    expect((await ask(manager, kpi)).totals).toEqual([{ value: 2, previous: 1, count: 2 }]);
    expect((await ask(user, kpi)).totals).toEqual([{ value: 1, previous: 1, count: 1 }]);
    expect((await ask(stranger, kpi)).totals).toEqual([{ value: 1, previous: 0, count: 1 }]);
  });

  test('over time there is a value for every day', async () => {
    const { bucket, buckets, series } = await ask(admin, { kind: 'line', metrics: ['made.calls'] });
    expect([bucket, buckets.length, buckets[0]]).toEqual(['day', 31, '2026-03-01']);
    expect(series[0].values.flatMap((value: number, index: number) => (value ? [[buckets[index], value]] : []))).toEqual([['2026-03-10', 1], ['2026-03-11', 1], ['2026-03-12', 1]]);
    const split = await ask(admin, { kind: 'line', metrics: ['made.calls'], by: 'kind' });
    expect(split.series.map(({ label }: { label: string }) => label)).toEqual(['Cold call', 'warm']);
  });

  test('people are shown by name, money in one currency, steps by clients who took them', async () => {
    const leaders = await ask(admin, { kind: 'leaderboard', metrics: ['made.earned'] });
    expect(leaders.groups.map(({ label, values }: { label: string; values: { value: number }[] }) => [label, values[0]!.value])).toEqual([['admin of a', 250], ['user of a', 100]]);
    expect(leaders.metrics[0]).toMatchObject({ currency: 'EUR', otherCurrencies: ['USD'] });
    const funnel = await ask(admin, { kind: 'funnel', metrics: ['made.calls', 'made.deals'] });
    expect([funnel.distinct, funnel.totals.map(({ value }: { value: number }) => value)]).toEqual([true, [3, 2]]);
  });

  test('a filter of the dashboard holds for the tiles whose metrics know the dimension', async () => {
    expect((await ask(admin, { kind: 'kpi', metrics: ['made.calls'] }, { filters: { kind: ['cold'], nothing: ['x'] } })).totals[0].value).toBe(2);
    expect((await admin.get('/analytics/values?dimension=kind')).body.items).toEqual(expect.arrayContaining([{ key: 'cold', label: 'Cold call', count: expect.any(Number) }]));
    expect((await admin.get('/analytics/values?dimension=nothing')).status).toBe(422);
  });

  test('leave as a table that no spreadsheet runs', async () => {
    const { status, body, headers } = await admin.post('/analytics/csv', { range: march, tile: { id: 't', kind: 'bar', metrics: ['made.calls'], by: 'kind' } });
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(body.split('\r\n').slice(0, 4)).toEqual([expect.stringContaining('2026-03-01 – 2026-03-31,UTC'), expect.stringContaining('Calls made'), 'Cold call,2,0', 'warm,1,1']);
  });
});

describe('the rows behind a number', () => {
  const rows = async (caller: Caller, more: object = {}) => (await caller.post('/analytics/rows', { metric: 'made.calls', range: march, ...more })).body;

  test('are those that it counts for the reader', async () => {
    expect((await rows(admin)).items).toHaveLength(3);
    const own = await rows(user);
    expect(own).toMatchObject({ total: 1, value: 1, items: [{ label: 'call', dimensions: { kind: 'warm', seller: 'user of a' }, href: expect.stringMatching(/^\/made\/\d+$/) }] });
    expect((await rows(stranger)).items).toMatchObject([{ dimensions: { kind: 'hot' } }]);
  });

  test('narrow to a bar and to a day, and lead to the plugin’s own page', async () => {
    const cold = await rows(admin, { where: { kind: ['cold'] } });
    expect([cold.total, cold.drill]).toEqual([2, '/made?from=2026-03-01T00%3A00%3A00.000Z&kind=cold']);
    expect(await rows(admin, { at: { day: '2026-03-11', bucket: 'day' } })).toMatchObject({ total: 1, range: { fromDay: '2026-03-11', toDay: '2026-03-11' } });
    expect(await rows(admin, { at: { day: '2026-03-09', bucket: 'week' } })).toMatchObject({ total: 3 });
  });

  test('of a metric that one may not see do not exist', async () => {
    expect((await admin.post('/analytics/rows', { metric: 'made.nothing', range: march })).body.code).toBe('analytics.metric-not-found');
  });
});
