import { defineMetric } from '@loctelli/core';
import { Metrics, type MetricPoint, type MetricQuery } from '@loctelli/core/server';
import { bootKernel, type Kernel } from '@loctelli/core/testing';
import { Module } from '@nestjs/common';
import fc from 'fast-check';
import pg from 'pg';
import { Cache } from '../cache/cache.ts';
import { PlatformDatabase } from '../database/database.ts';
import { definePlugin, type PluginImport } from '../plugins/plugin.ts';
import { RollupUpkeep } from './rollup-upkeep.ts';

/** Teams and whether they begin with a letter before "n": any table will do that has been told to be watched. */
const sql = `select t.id, t."createdAt" as at, length(t.name)::numeric / 3 as value, left(t.name, 1) as letter, u.name as member
  from "Team" t left join "User" u on u."tenantId" = t."tenantId" and u."teamId" = t.id and u."roleKey" = 'manager'`;
const aggregates = ['count', 'sum', 'avg', 'share', 'median'] as const;
const metrics = aggregates.flatMap((aggregate) => {
  const shared = { unit: 'count', aggregate, sql, dimensions: { letter: 'letter', member: 'member' }, permission: 'rolled.read' } as const;
  return [defineMetric({ ...shared, name: `rolled.${aggregate}`, rows: 'Team' }), defineMetric({ ...shared, name: `rolled.raw-${aggregate}` })];
});

@Module({})
class RolledModule {}
const plugin: PluginImport = {
  manifest: { id: 'rolled', name: 'R', description: 'R', version: '1.0.0', core: '*', permissions: [{ id: 'rolled.read', subject: 'Team', action: 'measure', scopes: ['all'], roles: { admin: 'all' } }] },
  load: async () => ({ default: definePlugin({ module: RolledModule, metrics }) }),
};

let kernel: Kernel;
let owner: pg.Client;
beforeAll(async () => {
  kernel = await bootKernel({ plugins: [plugin], env: { JOBS: 'off' } });
  owner = new pg.Client({ connectionString: kernel.config.databaseUrl });
  await owner.connect();
  await owner.query(`select watch_rows('Team'), watch_rows('User')`);
  // Days of 23, 24, 24.5 and 25 hours.
  await owner.query(`update "Tenant" set zone = 'Australia/Lord_Howe' where id = $1`, [kernel.a.id]);
}, 60_000);
afterAll(async () => {
  await owner.end();
  await kernel.close();
});

const zone = 'Australia/Lord_Howe';
const from = new Date('2026-03-28T13:00:00Z');
const to = new Date('2026-04-30T13:30:00Z');
const ask = (name: string, query: Partial<MetricQuery> = {}, tenant = kernel.a) => kernel.within(tenant, () => kernel.get(Metrics).measure(name, { from, to, zone, ...query }));
const refresh = (tenant = kernel.a) => kernel.within(tenant, () => kernel.get(RollupUpkeep).refresh());
const kept = async (tenant = kernel.a) => (await owner.query(`select count(*)::int as n from "Rollup" where "tenantId" = $1`, [tenant.id])).rows[0].n as number;

/** The same asked of the sums and of the rows; what differs is told by name. */
async function compare(): Promise<void> {
  const questions: Partial<MetricQuery>[] = [{}, { bucket: 'day' }, { bucket: 'week', by: 'letter' }, { bucket: 'month', where: { letter: ['a', 'q', null] } }, { by: 'member' }, { by: 'letter', where: { letter: 'a' } }, { by: 'letter', where: { member: null } }];
  for (const aggregate of aggregates) {
    for (const question of questions) {
      const [sums, rows] = [await ask(`rolled.${aggregate}`, { ...question }), await ask(`rolled.raw-${aggregate}`, { ...question })];
      expect({ aggregate, question, points: sorted(sums) }).toEqual({ aggregate, question, points: sorted(rows) });
    }
  }
}
const sorted = (points: MetricPoint[]) => [...points].sort((a, b) => JSON.stringify([a.at, a.key]).localeCompare(JSON.stringify([b.at, b.key]))).map((point) => ({ ...point, value: point.value === null ? null : Number(point.value.toFixed(9)), sum: Number(point.sum.toFixed(9)) }));

const moment = fc.integer({ min: Date.parse('2026-03-20T00:00:00Z'), max: Date.parse('2026-05-05T00:00:00Z') }).map((at) => new Date(at));
const change = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('insert' as const), at: moment, name: fc.string({ minLength: 1, maxLength: 9 }).map((text) => `${text.replaceAll('\u0000', '')}a`), block: fc.integer({ min: 0, max: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('update' as const), at: moment, nth: fc.nat(40) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), nth: fc.nat(40) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('join' as const), nth: fc.nat(40) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('refresh' as const) }) },
);
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;
let nextId = 100;

async function apply(one: Change): Promise<void> {
  const platform = kernel.get(PlatformDatabase);
  const nth = async (place: number) => (await platform.team.findMany({ where: { tenantId: kernel.a.id, id: { gte: 100 } }, orderBy: { id: 'asc' }, select: { id: true } }))[place]?.id ?? -1;
  if (one.kind === 'insert') await platform.team.create({ data: { tenantId: kernel.a.id, id: nextId++ + one.block * 8192, name: `${one.name}${nextId}`, createdAt: one.at } });
  if (one.kind === 'update') await platform.team.updateMany({ where: { id: await nth(one.nth) }, data: { createdAt: one.at } });
  if (one.kind === 'delete') await platform.$executeRaw`delete from "Team" t where id = ${await nth(one.nth)} and not exists (select from "User" u where u."teamId" = t.id)`;
  const team = one.kind === 'join' ? await nth(one.nth) : -1;
  if (team > 0) await platform.user.updateMany({ where: { id: kernel.a.users.manager.id }, data: { teamId: team } });
  if (one.kind === 'refresh') await refresh();
}

test('sums and rows say the same after any inserts, updates, deletes and changes of what is joined, back-dated ones too', async () => {
  await refresh();
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
      for (const one of changes) await apply(one);
      await forget();
      await compare();
      await refresh();
      await forget();
      await compare();
    }),
    { numRuns: Number(process.env.FC_RUNS ?? 6), endOnFailure: true },
  );
  expect(await kept()).toBeGreaterThan(10);
}, 240_000);

test('writers who commit while sums are being made lose nothing', async () => {
  const writers = Array.from({ length: 30 }, (_, index) => kernel.get(PlatformDatabase).team.create({ data: { tenantId: kernel.a.id, id: nextId++ + (index % 4) * 8192, name: `w${index}`, createdAt: new Date('2026-04-10T00:00:00Z') } }));
  await Promise.all([...writers, refresh(), refresh(), refresh()]);
  await forget();
  await compare();
  await refresh();
  await forget();
  await compare();
}, 60_000);

test('a tenant’s sums are its own, and one that never asked keeps none', async () => {
  await kernel.get(PlatformDatabase).team.create({ data: { tenantId: kernel.b.id, name: 'of b', createdAt: new Date('2026-04-10T00:00:00Z') } });
  await kernel.within(kernel.b, () => kernel.get(RollupUpkeep).round());
  expect([await kept(kernel.b), await kept()]).toEqual([0, expect.any(Number)]);
  expect((await owner.query(`select count(*)::int as n from "RowChange" where "tenantId" = $1`, [kernel.b.id])).rows[0].n).toBe(0);
  expect(await ask('rolled.count', {}, kernel.b)).toMatchObject([{ value: 1 }]);
});

/** Forgets the answers that were kept: the test writes past the client that would have. */
const forget = () => kernel.within(kernel.a, () => kernel.get(Cache).touch(['Team', 'User']));

test('the answer is made of the sums, and one whose sums cannot tell is made of the rows', async () => {
  await refresh();
  await owner.query(`update "Rollup" set count = count + 100000 where "tenantId" = $1`, [kernel.a.id]);
  await forget();
  const total = (points: MetricPoint[]) => points.reduce((sum, { count }) => sum + count, 0);
  expect(total(await ask('rolled.count'))).toBeGreaterThan(100_000);
  expect(total(await ask('rolled.count', { by: 'letter', where: { member: null } }))).toBeLessThan(100_000);
  expect(total(await ask('rolled.count', { to: new Date(to.getTime() - 60_000) }))).toBeLessThan(100_000);
  expect(total(await ask('rolled.count', { zone: 'UTC' }))).toBeLessThan(100_000);
});
