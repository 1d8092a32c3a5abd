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
const rows = new Map<string, Record<string, unknown>>();

beforeAll(async () => {
  kernel = await bootKernel({ plugins: installedPlugins(), env: { JOBS: 'off' } });
  owner = new pg.Client({ connectionString: kernel.config.databaseUrl });
  await owner.connect();
  idsOf.a = await fillEveryTable(owner, kernel.a.id);
  idsOf.b = await fillEveryTable(owner, kernel.b.id);
  for (const model of owned) rows.set(model, await delegateOf(kernel.get(PlatformDatabase), model).findFirst!({ where: { tenantId: kernel.a.id, id: idsOf.a.get(model) } }));
  before = await fingerprint(owner, kernel.a.id);
});
afterAll(async () => {
  await owner.end();
  await kernel.close();
});

/** What B tries on A's row with each of Prisma's operations, and what must come of it. */
const operations: Record<string, (delegate: Delegate, model: string) => Promise<void>> = {
  findUnique: async (d, m) => expect(await d.findUnique!({ where: { id: idA(m) } })).toBeNull(),
  'findUnique by the compound key': async (d, m) => expect(await d.findUnique!({ where: { tenantId_id: { tenantId: kernel.a.id, id: idA(m) } } })).toBeNull(),
  findUniqueOrThrow: async (d, m) => expect(d.findUniqueOrThrow!({ where: { id: idA(m) } })).rejects.toMatchObject({ code: 'P2025' }),
  findFirst: async (d, m) => expect(await d.findFirst!({ where: { tenantId: kernel.a.id, id: idA(m) } })).toBeNull(),
  findFirstOrThrow: async (d, m) => expect(d.findFirstOrThrow!({ where: { id: idA(m) } })).rejects.toMatchObject({ code: 'P2025' }),
  findMany: async (d, m) => {
    expect(await d.findMany!({ where: { tenantId: kernel.a.id } })).toEqual([]);
    expect((await d.findMany!()).every((row: { tenantId: number }) => row.tenantId === kernel.b.id)).toBe(true);
    expect(await d.findMany!({ where: { OR: [{ id: idA(m) }, { id: { in: [idA(m)] } }] } })).toEqual([]);
  },
  count: async (d) => expect(await d.count!({ where: { tenantId: kernel.a.id } })).toBe(0),
  aggregate: async (d) => expect((await d.aggregate!({ where: { tenantId: kernel.a.id }, _count: true, _max: { id: true } }))._max.id).toBeNull(),
  groupBy: async (d) => expect((await d.groupBy!({ by: ['tenantId'] })).map((group: { tenantId: number }) => group.tenantId)).not.toContain(kernel.a.id),
  create: async (d, m) => expect(d.create!({ data: copyOf(m) })).rejects.toThrow(),
  createMany: async (d, m) => expect(d.createMany!({ data: [copyOf(m)], skipDuplicates: true })).rejects.toThrow(),
  createManyAndReturn: async (d, m) => expect(d.createManyAndReturn!({ data: [copyOf(m)] })).rejects.toThrow(),
  update: async (d, m) => expect(d.update!({ where: { id: idA(m) }, data: touch(m) })).rejects.toMatchObject({ code: 'P2025' }),
  updateMany: async (d, m) => expect((await d.updateMany!({ where: { OR: [{ id: idA(m) }, { tenantId: kernel.a.id }] }, data: touch(m) })).count).toBe(0),
  updateManyAndReturn: async (d, m) => expect(await d.updateManyAndReturn!({ where: { id: idA(m) }, data: touch(m) })).toEqual([]),
  upsert: async (d, m) => expect(d.upsert!({ where: { id: idA(m) }, update: touch(m), create: copyOf(m) })).rejects.toThrow(),
  delete: async (d, m) => expect(d.delete!({ where: { id: idA(m) } })).rejects.toMatchObject({ code: 'P2025' }),
  deleteMany: async (d, m) => expect((await d.deleteMany!({ where: { OR: [{ id: idA(m) }, { tenantId: kernel.a.id }] } })).count).toBe(0),
  'moving an own row to the other tenant': async (d, m) => expect(d.updateMany!({ where: { id: idsOf.b.get(m) }, data: { tenantId: kernel.a.id } })).rejects.toThrow(),
};

const idA = (model: string) => idsOf.a.get(model)!;
const present = (model: string) => Object.entries(rows.get(model)!).filter(([, value]) => value !== null);
const copyOf = (model: string) => Object.fromEntries(present(model).filter(([field]) => field !== 'id'));
function touch(model: string): object {
  const [field, value] = present(model).find(([name]) => !['id', 'tenantId'].includes(name) && !/Id$|Key$/.test(name))!;
  return { [field]: value };
}

describe.each(owned)('%s of another tenant', (model) => {
  it.each(Object.keys(operations))('is out of reach of %s', async (name) => {
    const attempt = () => operations[name]!(delegateOf(kernel.get(Database), model), model);
    await kernel.within(kernel.b, attempt);
    // A refused statement ends its transaction, as it should; what is checked is that it was refused there as well.
    await kernel.within(kernel.b, () => kernel.get(UnitOfWork).run(attempt)).catch((error: Error) => expect(error.message).not.toMatch(/expect\(/));
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
