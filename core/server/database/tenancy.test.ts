import { bootKernel, type Kernel } from '@loctelli/core/testing';
import pg from 'pg';
import { TenantConnection } from './tenant-connection.ts';
import { Database } from './database.ts';
import { UnitOfWork } from './unit-of-work.ts';

let kernel: Kernel;
let db: Database;
beforeAll(async () => {
  kernel = await bootKernel();
  db = kernel.get(Database);
});
afterAll(() => kernel.close());

const makeTeam = (tenant: Kernel['a'], name: string) => kernel.within(tenant, () => db.team.create({ data: { name } }));

describe('the bound pool', () => {
  it('refuses to query without a tenant', async () => {
    await expect(db.team.findMany()).rejects.toThrow(/No tenant in this context/);
    await expect(kernel.get(TenantConnection).pool.query({ text: 'select 1' })).rejects.toThrow(/No tenant in this context/);
  });

  it('gives two tenants, released by one promise, each their own row of a findUnique with the same id', async () => {
    const { id } = await makeTeam(kernel.a, 'released together');
    let open!: () => void;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const ask = (tenant: Kernel['a']) =>
      kernel.within(tenant, async () => {
        await gate;
        return [
          db.team.findUnique({ where: { id } }),
          db.team.findUnique({ where: { tenantId_id: { tenantId: kernel.a.id, id } } }),
          db.team.findUniqueOrThrow({ where: { id } }).catch(() => 'refused'),
        ].reduce<Promise<unknown[]>>(async (all, one) => [...(await all), await one], Promise.resolve([]));
      });
    const [ofA, ofB] = [ask(kernel.a), ask(kernel.b)];
    open();
    expect((await ofA).map((row) => (row as { id: number }).id)).toEqual([id, id, id]);
    expect(await ofB).toEqual([null, null, 'refused']);
  });

  it('keeps 300 concurrent queries of two tenants apart over 6 connections', async () => {
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, i) => {
        const tenant = i % 2 ? kernel.a : kernel.b;
        return kernel.within(tenant, async () => (await db.user.findMany()).every((user) => user.tenantId === tenant.id));
      }),
    );
    expect(answers).toEqual(Array(300).fill(true));
  });

  it('lets a query that follows a failed binding neither read nor write', async () => {
    const { pool } = kernel.get(TenantConnection);
    const client = await kernel.within(kernel.a, () => pool.connect());
    const before = await kernel.within(kernel.a, () => db.team.count());
    try {
      // A binding that PostgreSQL cannot accept, in place of the tenant's number.
      (client as unknown as { tenant: string }).tenant = '1\u0000';
      const insert = client.query({ text: `insert into "Team"(name) values ('smuggled') returning id`, values: [] });
      await expect(insert).rejects.toThrow();
    } finally {
      client.release(true);
    }
    expect(await kernel.within(kernel.a, () => db.team.count())).toBe(before);
  });

  it('returns connections bound to nobody', async () => {
    await kernel.within(kernel.a, () => db.team.count());
    const { pool } = kernel.get(TenantConnection);
    const idle = (pool as unknown as { _idle: { client: pg.Client }[] })._idle.map(({ client }) => client);
    expect(idle.length).toBeGreaterThan(0);
    const unbound = pg.Client.prototype.query as unknown as (this: pg.Client, text: string, done: (error: Error | null, result: pg.QueryResult) => void) => void;
    for (const client of idle) {
      const { rows } = await new Promise<pg.QueryResult<{ tenant: string | null }>>((resolve, reject) =>
        unbound.call(client, "select current_setting('app.tenant_id', true) as tenant", (error, result) => (error ? reject(error) : resolve(result))),
      );
      expect(rows[0]!.tenant ?? '').toBe('');
    }
  });

  it('keeps the tenant through a transaction and refuses a row of another', async () => {
    const names = await kernel.within(kernel.b, () =>
      kernel.get(UnitOfWork).run(async () => {
        await db.team.create({ data: { name: 'in a transaction' } });
        return (await db.team.findMany()).map((team) => team.tenantId);
      }),
    );
    expect(new Set(names)).toEqual(new Set([kernel.b.id]));
    await expect(kernel.within(kernel.b, () => db.team.create({ data: { tenantId: kernel.a.id, name: 'foreign' } }))).rejects.toThrow(/row-level security/);
  });

  it('lets PostgreSQL refuse a link to another tenant’s row', async () => {
    const team = await makeTeam(kernel.a, 'linked from elsewhere');
    const { id } = kernel.b.users.user;
    await expect(kernel.within(kernel.b, () => db.user.updateMany({ where: { id }, data: { teamId: team.id } }))).rejects.toMatchObject({ code: 'P2003' });
  });
});

describe('a unit of work', () => {
  it('undoes rows, events and audit together', async () => {
    const uow = kernel.get(UnitOfWork);
    const outboxBefore = await kernel.within(kernel.a, () => db.outboxEvent.count());
    const failing = kernel.within(kernel.a, () =>
      uow.run(async () => {
        await db.team.create({ data: { name: 'never there' } });
        uow.current!.outbox.push({ eventId: crypto.randomUUID(), kind: 'event', name: 'x', payload: {} });
        throw new Error('changed my mind');
      }),
    );
    await expect(failing).rejects.toThrow('changed my mind');
    await kernel.within(kernel.a, async () => {
      expect(await db.team.count({ where: { name: 'never there' } })).toBe(0);
      expect(await db.outboxEvent.count()).toBe(outboxBefore);
    });
  });
});
