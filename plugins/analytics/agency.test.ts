import { bootKernel, pluginWithRequired, type Caller, type Kernel, type TestTenant } from '@loctelli/core/testing';
import { Database } from '@loctelli/core/server';
import { metricPlugin } from './metric-plugin.ts';

let kernel: Kernel;
let agency: TestTenant;
let c: TestTenant;
let admin: Caller;

beforeAll(async () => {
  kernel = await bootKernel({ plugins: [metricPlugin, ...pluginWithRequired('analytics')], env: { JOBS: 'off' } });
  c = await kernel.tenant('c');
  agency = await kernel.tenant('agency', { over: [kernel.a, kernel.b, c] });
  await kernel.tenant('rival', { over: [] });
  admin = await kernel.as(agency);
  await deals(kernel.a, ['2026-03-20', 100, 'EUR'], ['2026-03-21', 250, 'EUR'], ['2026-03-22', 300, 'USD'], ['2026-02-20', 50, 'EUR']);
  await deals(kernel.b, ['2026-03-20', 40, 'EUR'], ['2026-02-20', 10, 'EUR']);
  await deals(c, ['2026-03-02', 9_000, 'JPY']);
}, 120_000);
afterAll(() => kernel?.close(), 60_000);

const deals = (tenant: TestTenant, ...lines: [day: string, value: number, currency: string][]) =>
  kernel.within(tenant, () =>
    kernel.get(Database).auditEntry.createMany({
      data: lines.map(([day, value, currency]) => ({ action: 'deal', actorId: tenant.users.admin.id, createdAt: new Date(`${day}T10:00:00Z`), subject: 'cold', subjectId: '1', changes: { value, currency } })),
    }),
  );
const march = { preset: 'custom', from: '2026-03-01', to: '2026-03-31', compare: 'previous' };
const compared = (caller: Caller, ...metrics: string[]) => caller.post('/analytics/agency', { range: march, metrics });

test('an agency sees what its businesses earned, each in its own currency, and never the sum of two', async () => {
  const { items: offered } = (await admin.get('/analytics/agency/metrics')).body;
  expect(offered.map(({ name }: { name: string }) => name)).toContain('made.earned');
  const { status, body } = await compared(admin, 'made.earned', 'made.deals');
  expect(status).toBe(200);
  expect(body.items.map(({ name, values }: { name: string; values: object[] }) => [name, values[0]])).toEqual([
    ['A', [{ value: 350, previous: 50, currency: 'EUR' }, { value: 300, previous: 0, currency: 'USD' }]],
    ['B', [{ value: 40, previous: 10, currency: 'EUR' }]],
    ['C', [{ value: 9_000, previous: 0, currency: 'JPY' }]],
  ]);
  expect(body.totals).toEqual([
    [{ value: 390, previous: 60, currency: 'EUR' }, { value: 300, previous: 0, currency: 'USD' }, { value: 9_000, previous: 0, currency: 'JPY' }],
    [{ value: 5, previous: 2, currency: null }],
  ]);
});

test('a business that earned nothing has nothing, and one without the plugin no number at all', async () => {
  const april = { ...march, from: '2026-04-01', to: '2026-04-30', compare: 'none' };
  const { body } = await admin.post('/analytics/agency', { range: april, metrics: ['made.earned', 'made.wait-time'] });
  expect(body.items[0].values).toEqual([
    [{ value: 0, previous: null, currency: null }],
    [{ value: null, previous: null, currency: null }],
  ]);
  expect((await (await kernel.as(c)).patch('/plugins/made', { enabled: false })).status).toBe(204);
  expect((await compared(admin, 'made.earned')).body.items.map(({ values }: { values: (object | null)[] }) => values[0] === null)).toEqual([false, false, true]);
});

test('a business, and who does not see all rows of the agency, compare nothing', async () => {
  expect((await compared(await kernel.as(kernel.a), 'made.earned')).body.items ?? []).toEqual([]);
  expect((await compared(await kernel.as(agency, 'user'), 'made.earned')).status).toBeGreaterThanOrEqual(400);
});
