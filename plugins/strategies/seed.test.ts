import { type Caller, type Kernel, type TestTenant } from '@loctelli/core/testing';
import type { StrategyResults, StrategySummary } from './contract.ts';
import { bootStrategies } from './strategy-kernel.ts';

let kernel: Kernel;
let tenants: TestTenant[];

beforeAll(async () => {
  kernel = await bootStrategies();
  tenants = [await kernel.tenant('some-roofing'), await kernel.tenant('some-dental')];
  const agency = await kernel.tenant('some-agency', { over: tenants });
  await kernel.seed(agency, 'agency');
  for (const tenant of tenants) await kernel.seed(tenant);
}, 90_000);
afterAll(() => kernel?.close());

const read = async (caller: Caller, path: string) => {
  const { status, body } = await caller.get(path);
  expect([path, status]).toEqual([path, 200]);
  return body;
};

test('a demo tenant has strategies of its trade: one that runs, one that rests and a draft', async () => {
  const names: string[] = [];
  for (const tenant of tenants) {
    const { items } = (await read(await kernel.as(tenant), '/strategies')) as { items: StrategySummary[] };
    expect(items.map(({ status }) => status).sort()).toEqual(['active', 'draft', 'paused']);
    names.push(...items.map(({ name }) => name));
    for (const { id, status, publishedVersion } of items) {
      const { faults, changed } = await read(await kernel.as(tenant), `/strategies/${id}`);
      expect([status, faults.length > 0, changed, publishedVersion]).toEqual([status, status === 'draft', status === 'draft', { active: 2, paused: 1, draft: null }[status as 'draft']]);
    }
  }
  expect(new Set(names).size).toBe(6);
});

test('some fifty clients went through them, and their results say which wording is better', async () => {
  for (const tenant of tenants) {
    const admin = await kernel.as(tenant);
    const { items } = (await read(admin, '/strategies')) as { items: StrategySummary[] };
    expect(items.reduce((sum, { results }) => sum + results.enrolled, 0)).toBeGreaterThanOrEqual(50);
    const recent = (await read(admin, '/strategies/enrolments?limit=100')).items.map(({ createdAt }: { createdAt: string }) => createdAt);
    expect(recent).toEqual([...recent].sort().reverse());
    const running = items.find(({ status }) => status === 'active')!;
    const results = (await read(admin, `/strategies/${running.id}/results`)) as StrategyResults;
    expect(results.versions.every(({ enrolled, reached }) => enrolled > 5 && reached > 5)).toBe(true);
    expect(results.stops.map(({ reason }) => reason)).toContain('reply');
    const { replied, booked, won, reached } = results;
    expect([reached > replied, replied > won, booked > won]).toEqual([true, true, true]);
    const hello = results.steps.find(({ stepId }) => stepId === 'hello')!;
    expect(hello.variants.map(({ id, reached: sent }) => [id, sent > 4])).toEqual([['a', true], ['b', true]]);
    expect(running.results.live).toBeGreaterThan(2);
    const versions = (await read(admin, `/strategies/${running.id}/diff?from=1&to=2`)).items;
    expect(versions.map(({ kind }: { kind: string }) => kind)).toEqual(expect.arrayContaining(['added', 'changed']));
  }
});

test('the agency’s templates are offered to both', async () => {
  for (const tenant of tenants) {
    const { items } = await read(await kernel.as(tenant), '/strategies/templates');
    expect(items.map(({ name, agency }: { name: string; agency: string }) => [name, agency])).toEqual([['Speed to lead', 'SOME-AGENCY'], ['Win back quiet clients', 'SOME-AGENCY']]);
  }
});
