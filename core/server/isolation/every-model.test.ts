import { bootKernel, type Kernel } from '@loctelli/core/testing';
import pg from 'pg';
import { installedPlugins } from '../../testing/installed-plugins.ts';
import { fillEveryTable, fingerprint } from '../../testing/rows-of-everything.ts';
import { Database, PlatformDatabase } from '../database/database.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { Prisma } from '../../../prisma/build/client/client.ts';

type Delegate = Record<string, (args?: object) => Promise<any>>;
const fieldsOf = (model: string) => Object.keys((Prisma as unknown as Record<string, object>)[`${model}ScalarFieldEnum`] ?? {});
const owned = Object.keys(Prisma.ModelName).filter((model) => fieldsOf(model).includes('tenantId'));
const delegateOf = (client: object, model: string) => (client as Record<string, Delegate>)[model.charAt(0).toLowerCase() + model.slice(1)]!;

let kernel: Kernel;
let owner: pg.Client;
let before: Record<string, string>;
const idsOf: Record<'a' | 'b', Map<string, number>> = { a: new Map(), b: new Map() };
const labels = new Set<string>();
const rowSecurity = /row-level security/;
const rows = new Map<string, Record<string, unknown>>();

beforeAll(async () => {
  kernel = await bootKernel({ plugins: installedPlugins(), env: { JOBS: 'off' } });
  owner = new pg.Client({ connectionString: kernel.config.databaseUrl });
  await owner.connect();
  idsOf.a = await fillEveryTable(owner, kernel.a.id);
  idsOf.b = await fillEveryTable(owner, kernel.b.id);
  for (const model of owned) rows.set(model, await delegateOf(kernel.get(PlatformDatabase), model).findFirst!({ where: { tenantId: kernel.a.id, id: idsOf.a.get(model) } }));
  for (const { enumlabel } of (await owner.query<{ enumlabel: string }>('select enumlabel from pg_enum')).rows) labels.add(enumlabel);
  before = await fingerprint(owner, kernel.a.id);
});
afterAll(async () => {
  await owner.end();
  await kernel.close();
});

/** What B tries on A's row with each of Prisma's reads, and what must come of it. */
const reads: Record<string, (delegate: Delegate, model: string) => Promise<void>> = {
  findUnique: async (d, m) => expect(await d.findUnique!({ where: { id: idA(m) } })).toBeNull(),
  'findUnique by the compound key': async (d, m) => expect(await d.findUnique!({ where: { tenantId_id: { tenantId: kernel.a.id, id: idA(m) } } })).toBeNull(),
  findUniqueOrThrow: async (d, m) => expect(d.findUniqueOrThrow!({ where: { id: idA(m) } })).rejects.toMatchObject({ code: 'P2025' }),
  findFirst: async (d, m) => expect(await d.findFirst!({ where: { tenantId: kernel.a.id, id: idA(m) } })).toBeNull(),
  findFirstOrThrow: async (d, m) => expect(d.findFirstOrThrow!({ where: { id: idA(m) } })).rejects.toMatchObject({ code: 'P2025' }),
  findMany: async (d, m) => {
    expect(await d.findMany!({ where: { tenantId: kernel.a.id } })).toEqual([]);
    expect(await d.findMany!({ where: { OR: [{ id: idA(m) }, { id: { in: [idA(m)] } }] } })).toEqual([]);
    expect(await d.findMany!({ orderBy: { id: 'asc' } })).toEqual(await everythingOfB(m));
  },
  count: async (d, m) => {
    expect(await d.count!({ where: { tenantId: kernel.a.id } })).toBe(0);
    expect(await d.count!()).toBe((await everythingOfB(m)).length);
  },
  aggregate: async (d, m) => {
    const own = (await everythingOfB(m)).map(({ id }) => id);
    expect((await d.aggregate!({ where: { tenantId: kernel.a.id }, _count: true, _max: { id: true } }))._max.id).toBeNull();
    expect(await d.aggregate!({ _count: true, _min: { id: true }, _max: { id: true } })).toEqual({ _count: own.length, _min: { id: own[0] }, _max: { id: own.at(-1) } });
  },
  groupBy: async (d, m) => expect(await d.groupBy!({ by: ['tenantId'], _count: true })).toEqual([{ tenantId: kernel.b.id, _count: (await everythingOfB(m)).length }]),
};

/** Writes that find nothing to change. */
const misses: Record<string, (delegate: Delegate, model: string) => Promise<void>> = {
  update: async (d, m) => expect(d.update!({ where: { id: idA(m) }, data: touch(m) })).rejects.toMatchObject({ code: 'P2025' }),
  updateMany: async (d, m) => expect((await d.updateMany!({ where: { OR: [{ id: idA(m) }, { tenantId: kernel.a.id }] }, data: touch(m) })).count).toBe(0),
  updateManyAndReturn: async (d, m) => expect(await d.updateManyAndReturn!({ where: { id: idA(m) }, data: touch(m) })).toEqual([]),
  delete: async (d, m) => expect(d.delete!({ where: { id: idA(m) } })).rejects.toMatchObject({ code: 'P2025' }),
  deleteMany: async (d, m) => expect((await d.deleteMany!({ where: { OR: [{ id: idA(m) }, { tenantId: kernel.a.id }] } })).count).toBe(0),
};

/** Writes that would put a row into the other tenant: PostgreSQL's row security refuses them, whatever the values. */
const refusals: Record<string, (delegate: Delegate, model: string) => Promise<unknown>> = {
  create: (d, m) => d.create!({ data: freshCopyOf(m) }),
  createMany: (d, m) => d.createMany!({ data: [freshCopyOf(m)] }),
  'createMany that skips duplicates': (d, m) => d.createMany!({ data: [freshCopyOf(m)], skipDuplicates: true }),
  createManyAndReturn: (d, m) => d.createManyAndReturn!({ data: [freshCopyOf(m)] }),
  upsert: (d, m) => d.upsert!({ where: { id: idA(m) }, update: touch(m), create: freshCopyOf(m) }),
  'moving an own row there': (d, m) => d.updateMany!({ where: { id: idsOf.b.get(m) }, data: { tenantId: kernel.a.id } }),
};

const idA = (model: string) => idsOf.a.get(model)!;
const everythingOfB = (model: string): Promise<{ id: number | bigint }[]> => delegateOf(kernel.get(PlatformDatabase), model).findMany!({ where: { tenantId: kernel.b.id }, orderBy: { id: 'asc' } });
const present = (model: string) => Object.entries(rows.get(model)!).filter(([, value]) => value !== null);

/** A's row once more, with new values wherever a unique key could stand in the way. */
function freshCopyOf(model: string): Record<string, unknown> {
  const fresh = (value: unknown) => {
    if (typeof value !== 'string' || labels.has(value)) return value;
    return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value) ? crypto.randomUUID() : `fresh${crypto.randomUUID().slice(0, 8)}`;
  };
  return Object.fromEntries(present(model).filter(([field]) => field !== 'id').map(([field, value]) => [field, fresh(value)]));
}

function touch(model: string): object {
  const [field, value] = present(model).find(([name]) => !['id', 'tenantId'].includes(name) && !/Id$|Key$/.test(name))!;
  return { [field]: value };
}

describe.each(owned)('%s of another tenant', (model) => {
  const asB = <T>(work: () => Promise<T>) => kernel.within(kernel.b, work);
  const delegate = () => delegateOf(kernel.get(Database), model);
  const inside = <T>(work: () => Promise<T>) => asB(() => kernel.get(UnitOfWork).run(work));

  it.each(Object.entries({ ...reads, ...misses }))('is out of reach of %s, in a unit of work and outside of one', async (_name, attempt) => {
    await asB(() => attempt(delegate(), model));
    await inside(() => attempt(delegate(), model));
  });

  it.each(Object.entries(refusals))('gains nothing by %s: row security refuses it, in a unit of work and outside of one', async (_name, attempt) => {
    await expect(asB(() => attempt(delegate(), model))).rejects.toThrow(rowSecurity);
    await expect(inside(() => attempt(delegate(), model))).rejects.toThrow(rowSecurity);
  });
});

describe('afterwards', () => {
  it('covered every table that belongs to tenants and that Prisma knows', () => {
    expect(owned.length).toBeGreaterThanOrEqual(15);
    expect([...rows.values()].every((row) => row !== null)).toBe(true);
  });

  it('has every row of the other tenant as it was', async () => {
    expect(await fingerprint(owner, kernel.a.id)).toEqual(before);
  });

  it('shows raw SQL nothing of the other tenant, in tables Prisma does not know either', async () => {
    for (const table of Object.keys(before)) {
      const seen = await kernel.within(kernel.b, () => kernel.get(Database).$queryRawUnsafe<{ tenantId: number }[]>(`select distinct "tenantId" from "${table}"`));
      expect(seen.map(({ tenantId }) => tenantId).filter((id) => id !== kernel.b.id)).toEqual([]);
      expect(await kernel.within(kernel.b, () => kernel.get(Database).$executeRawUnsafe(`delete from "${table}" where "tenantId" = ${kernel.a.id}`))).toBe(0);
    }
  });
});
