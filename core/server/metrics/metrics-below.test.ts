import { defineMetric } from '@loctelli/core';
import { Answer, Metrics, MetricsBelow, SignedIn } from '@loctelli/core/server';
import { bootKernel, type Kernel, type TestTenant } from '@loctelli/core/testing';
import { Controller, Get, Inject, Module } from '@nestjs/common';
import { z } from 'zod';
import { makeTenant } from '../../testing/test-tenants.ts';
import { PlatformDatabase } from '../database/database.ts';
import { definePlugin, type PluginImport } from '../plugins/plugin.ts';

const shared = { unit: 'count', aggregate: 'count', permission: 'counted.read' } as const;
const step = (name: string, kind: string) =>
  defineMetric({
    ...shared,
    name,
    sql: `select id, "createdAt" as at, 1::numeric as value, "subjectId" as client, action from "AuditEntry" where subject = '${kind}'`,
    dimensions: { client: 'client', action: 'action' },
  });
const metrics = [step('counted.first', 'First'), step('counted.second', 'Second'), step('counted.third', 'Third')];
const range = { from: new Date('2026-03-01T00:00:00Z'), to: new Date('2026-04-01T00:00:00Z'), zone: 'UTC' };

@Controller('counted')
@SignedIn()
class CountedController {
  constructor(
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(MetricsBelow) private readonly below: MetricsBelow,
  ) {}
  @Get('below')
  @Answer(z.object({ items: z.array(z.any()) }))
  async ofThoseBelow() {
    return { items: await this.below.measure('counted.first', range) };
  }
  @Get('funnel')
  @Answer(z.object({ counts: z.array(z.number()) }))
  async funnel() {
    return { counts: await this.metrics.funnel(metrics.map(({ name }) => name), { ...range, where: { action: ['x', 'y'] } }) };
  }
}
@Module({ controllers: [CountedController] })
class CountedModule {}
const read = { id: 'counted.read', subject: 'AuditEntry', action: 'read', scopes: ['own', 'all'], owner: 'actorId', roles: { admin: 'all', user: 'own' } };
const plugin: PluginImport = {
  manifest: { id: 'counted', name: 'C', description: 'C', version: '1.0.0', core: '*', permissions: [read as never] },
  load: async () => ({ default: definePlugin({ module: CountedModule, metrics }) }),
};

let kernel: Kernel;
let agency: TestTenant;
let rival: TestTenant;
beforeAll(async () => {
  kernel = await bootKernel({ plugins: [plugin], env: { JOBS: 'off' } });
  const platform = kernel.get(PlatformDatabase);
  [agency, rival] = [await makeTenant(platform, 'agency', { kind: 'agency' }), await makeTenant(platform, 'rival', { kind: 'agency' })];
  await platform.tenant.update({ where: { id: kernel.a.id }, data: { parentId: agency.id } });
  await platform.tenant.update({ where: { id: kernel.b.id }, data: { parentId: rival.id } });
  const write = (tenant: TestTenant, subject: string, client: string, at: string, action = 'x') =>
    platform.auditEntry.create({ data: { tenantId: tenant.id, action, subject, subjectId: client, createdAt: new Date(`2026-03-${at}Z`) } });
  for (const [client, at] of [['1', '01T10:00'], ['2', '02T10:00'], ['3', '03T10:00'], ['4', '04T10:00']] as const) await write(kernel.a, 'First', client, `${at}:00`);
  await write(kernel.a, 'First', '1', '20T10:00:00');
  await write(kernel.a, 'Second', '1', '05T10:00:00');
  // Written down a moment before what came first; before it; by one who never was at the first step; of another action.
  await write(kernel.a, 'Second', '2', '02T09:59:30');
  await write(kernel.a, 'Second', '3', '02T10:00:00');
  await write(kernel.a, 'Second', '9', '05T10:00:00');
  await write(kernel.a, 'Second', '4', '06T10:00:00', 'z');
  await write(kernel.a, 'Third', '1', '06T10:00:00', 'y');
  await write(kernel.a, 'Third', '3', '06T10:00:00');
  await write(kernel.b, 'First', '1', '05T10:00:00');
}, 60_000);
afterAll(() => kernel?.close());

const below = async (tenant: TestTenant, role: 'admin' | 'manager' | 'user' = 'admin') => (await kernel.as(tenant, role)).get('/counted/below');

test('a funnel counts each client once, in order, and only those who were there before', async () => {
  expect((await (await kernel.as(kernel.a)).get('/counted/funnel')).body).toEqual({ counts: [4, 2, 1] });
  expect((await (await kernel.as(kernel.b)).get('/counted/funnel')).body).toEqual({ counts: [1, 0, 0] });
});

test('an agency sees totals of the tenants below it, another agency those below that one, a business none', async () => {
  expect((await below(agency)).body.items).toEqual([{ tenant: { id: kernel.a.id, name: 'A', slug: 'a' }, points: [{ at: null, key: null, value: 5, count: 5, sum: 5, hits: 5 }] }]);
  expect((await below(rival)).body.items).toMatchObject([{ tenant: { slug: 'b' }, points: [{ value: 1 }] }]);
  expect((await below(kernel.a)).body.items).toEqual([]);
});

test('who may not see all rows of the agency itself sees no numbers of those below', async () => {
  expect([(await below(agency, 'user')).status, (await below(agency, 'manager')).status]).toEqual([403, 404]);
});

test('a tenant that switched the plugin off, or is suspended, tells nothing', async () => {
  await (await kernel.as(kernel.b)).patch('/plugins/counted', { enabled: false });
  expect((await below(rival)).body.items).toMatchObject([{ tenant: { slug: 'b' }, points: null }]);
  await kernel.get(PlatformDatabase).tenant.update({ where: { id: kernel.b.id }, data: { status: 'suspended' } });
  expect((await below(rival)).body.items).toEqual([]);
});
