import { Controller, Get, Inject, Module, Query } from '@nestjs/common';
import { defineMetric } from '@loctelli/core';
import { Answer, Metrics, SignedIn } from '@loctelli/core/server';
import { bootKernel, type Kernel, type TestTenant } from '@loctelli/core/testing';
import { z } from 'zod';
import { PlatformDatabase } from '../database/database.ts';
import { definePlugin, type PluginImport } from '../plugins/plugin.ts';

/** A task per row of the audit log, which the test writes: any table of a tenant does. */
const sql = `select id, "createdAt" as at, length(action)::numeric as value, subject as kind, "actorId" as "ownerId" from "AuditEntry" where action like 'task%'`;
const shared = { sql, dimensions: { kind: 'kind', user: 'ownerId' }, permission: 'measured.read', owner: 'ownerId' } as const;
const metrics = (['count', 'sum', 'avg', 'median', 'share'] as const).map((aggregate) => defineMetric({ name: `measured.${aggregate}`, unit: 'count', aggregate, ...shared }));

const query = z.strictObject({ name: z.string(), from: z.iso.datetime(), to: z.iso.datetime(), zone: z.string(), bucket: z.enum(['hour', 'day', 'week', 'month']).optional(), by: z.string().optional(), kind: z.string().optional() });
const answer = z.object({ points: z.array(z.any()), rows: z.array(z.any()) });

@Controller('measured')
@SignedIn()
class MeasuredController {
  constructor(@Inject(Metrics) private readonly metrics: Metrics) {}
  @Get()
  @Answer(answer)
  async ask(@Query({ schema: query }) { name, kind, from, to, ...asked }: z.infer<typeof query>) {
    const wanted = { ...asked, from: new Date(from), to: new Date(to), ...(kind && { where: { kind } }) };
    return { points: await this.metrics.measure(name, wanted), rows: await this.metrics.rows(name, wanted) };
  }
  @Get('names')
  @Answer(z.array(z.string()))
  async names() {
    return (await this.metrics.list()).map(({ metric }) => metric.name);
  }
}
@Module({ controllers: [MeasuredController] })
class MeasuredModule {}

const read = { id: 'measured.read', subject: 'AuditEntry', action: 'read', scopes: ['own', 'team', 'all'], owner: 'actorId', roles: { admin: 'all', manager: 'team', user: 'own' } };
const plugin: PluginImport = {
  manifest: { id: 'measured', name: 'M', description: 'M', version: '1.0.0', core: '*', permissions: [read as never] },
  load: async () => ({ default: definePlugin({ module: MeasuredModule, metrics }) }),
};

let kernel: Kernel;
beforeAll(async () => {
  kernel = await bootKernel({ plugins: [plugin] });
  const write = (tenant: TestTenant, role: 'admin' | 'manager' | 'user', at: string, action: string, subject: string) =>
    kernel.get(PlatformDatabase).auditEntry.create({ data: { tenantId: tenant.id, action, subject, actorId: tenant.users[role].id, createdAt: new Date(at) } });
  // Midnight in Madrid lies between the first two: the clocks go forward that night.
  await write(kernel.a, 'admin', '2026-03-28T22:30:00Z', 'task', 'Big');
  await write(kernel.a, 'user', '2026-03-28T23:30:00Z', 'taskk', 'Small');
  await write(kernel.a, 'manager', '2026-03-29T21:59:00Z', 'taskkk', 'Small');
  await write(kernel.b, 'admin', '2026-03-29T10:00:00Z', 'task', 'Other');
});
afterAll(() => kernel?.close());

const ask = async (role: 'admin' | 'manager' | 'user', name: string, more = '', tenant = kernel.a) =>
  (await kernel.as(tenant, role)).get(`/measured?name=measured.${name}&from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z&zone=Europe/Madrid${more}`);

test('each aggregate says what it says, of the tenant’s own rows', async () => {
  const values = await Promise.all(['count', 'sum', 'avg', 'median', 'share'].map(async (name) => (await ask('admin', name)).body.points[0].value));
  expect(values).toEqual([3, 15, 5, 5, 100]);
  expect((await ask('admin', 'count', '', kernel.b)).body.points).toMatchObject([{ value: 1 }]);
});

test('days begin where the zone asked for has its midnight', async () => {
  const { body } = await ask('admin', 'count', '&bucket=day');
  expect(body.points.map(({ at, count }: { at: string; count: number }) => [at, count])).toEqual([['2026-03-28T00:00:00', 1], ['2026-03-29T00:00:00', 2]]);
});

test('a dimension splits and filters, and the rows behind a number are those that it counts', async () => {
  expect((await ask('admin', 'sum', '&by=kind')).body.points.map(({ key, value }: { key: string; value: number }) => [key, value])).toEqual([['Small', 11], ['Big', 4]]);
  const { body } = await ask('admin', 'count', '&kind=Small');
  expect([body.points[0].value, body.rows.map((row: { dimensions: { kind: string } }) => row.dimensions.kind)]).toEqual([2, ['Small', 'Small']]);
  expect((await ask('admin', 'count', '&by=password')).status).toBe(404);
});

test('own and team see their own rows’ numbers', async () => {
  const [own, team] = [await ask('user', 'count'), await ask('manager', 'count')];
  expect([own.body.points[0].value, team.body.points[0].value]).toEqual([1, 2]);
  expect([own.body.rows.length, team.body.rows.length]).toEqual([1, 2]);
});

test('a plugin that is off offers no metric', async () => {
  const admin = await kernel.as(kernel.b);
  expect((await admin.get('/measured/names')).body).toHaveLength(5);
  await admin.patch('/plugins/measured', { enabled: false });
  expect(await kernel.within(kernel.b, () => kernel.get(Metrics).list())).toEqual([]);
});

test('what could not be a column is refused where it is written', () => {
  expect(() => defineMetric({ ...metrics[0]!, dimensions: { kind: 'kind"; drop table "User' } })).toThrow('no name of a column');
});
