import fc from 'fast-check';
import pg from 'pg';
import { Database } from '@loctelli/core/server';
import { bootKernel, type Caller, type Kernel } from '@loctelli/core/testing';
import manifest from './plugin.json';

let kernel: Kernel;
let admin: Caller;
let user: Caller;
let stranger: Caller;
let owner: pg.Client;

beforeAll(async () => {
  kernel = await bootKernel({ plugins: [{ manifest: manifest as never, load: () => import('./server/index.ts') }], env: { JOBS: 'off' } });
  [admin, user, stranger] = [await kernel.as(kernel.a), await kernel.as(kernel.a, 'user'), await kernel.as(kernel.b)];
  owner = new pg.Client({ connectionString: kernel.config.databaseUrl });
  await owner.connect();
  await owner.query("select set_config('app.tenant_id', $1, false)", [String(kernel.a.id)]);
}, 60_000);
afterAll(async () => {
  await owner?.end();
  await kernel?.close();
});

interface Made {
  id: number;
  version: number;
}
async function create(body: object): Promise<Made & Record<string, any>> {
  const answer = await admin.post('/clients', body);
  expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
  return answer.body;
}
const get = async (id: number) => (await admin.get(`/clients/${id}`)).body;
async function merge(survivorId: number, ids: number[], choices?: object) {
  const versions = Object.fromEntries(await Promise.all([survivorId, ...ids].map(async (id) => [id, (await get(id)).version])));
  return admin.post('/clients/merges', { survivorId, ids, versions, ...(choices && { choices }) });
}

test('a merge is previewed, done, listed and taken back', async () => {
  const ana = await create({ name: 'Ana Ruiz', email: 'ana@one.example', tags: ['vip'], value: 100, currency: 'USD' });
  const twin = await create({ name: 'Ana Ruíz López', phone: '+14155550100', company: 'Casa', tags: ['new'], value: 50, currency: 'EUR' });
  await admin.post(`/clients/${twin.id}/notes`, { body: 'Called twice.' });
  const request = { survivorId: ana.id, ids: [twin.id], choices: { name: twin.id, value: twin.id } };
  const preview = await admin.post('/clients/merges/preview', request);
  expect(preview.body).toMatchObject({
    result: { name: 'Ana Ruíz López', email: 'ana@one.example', phone: '+14155550100', company: 'Casa', tags: ['vip', 'new'], value: 50, currency: 'EUR' },
    moves: { notes: 1, tasks: 0, files: 0 },
  });
  expect(preview.body.differences.map(({ field, from }: { field: string; from: number }) => [field, from])).toEqual([
    ['name', twin.id],
    ['email', ana.id],
    ['phone', twin.id],
    ['company', twin.id],
    ['value', twin.id],
  ]);
  const stale = await admin.post('/clients/merges', { ...request, versions: { [ana.id]: 1, [twin.id]: 7 } });
  expect([stale.status, stale.body.code]).toEqual([409, 'core.version-conflict']);

  const merged = await merge(ana.id, [twin.id], request.choices);
  expect(merged).toMatchObject({ status: 201, body: { survivorName: 'Ana Ruíz López', mergedIds: [twin.id], kept: [] } });
  expect(await get(ana.id)).toMatchObject({ ...preview.body.result, version: 2, updatedAt: expect.any(String) });
  expect(await get(twin.id)).toMatchObject({ mergedIntoId: ana.id, deletedAt: expect.any(String) });
  expect((await admin.get(`/clients/${ana.id}/notes`)).body.items).toMatchObject([{ body: 'Called twice.' }]);
  expect((await admin.get('/clients?search=lopez')).body.items).toHaveLength(1);
  expect((await admin.get('/clients/merges')).body.items).toMatchObject([{ id: merged.body.id, mergedByName: 'admin of a' }]);
  expect((await stranger.get('/clients/merges')).body.items).toEqual([]);
  expect((await stranger.post(`/clients/merges/${merged.body.id}/undo`)).body.code).toBe('clients.merge-not-found');
  expect((await user.post('/clients/merges/preview', request)).status).toBe(403);
  expect((await admin.post(`/clients/${twin.id}/restore`)).body.code).toBe('clients.absorbed');

  expect((await admin.patch(`/clients/${ana.id}`, { version: 2, company: 'Casa Nueva' })).status).toBe(200);
  const undone = await admin.post(`/clients/merges/${merged.body.id}/undo`);
  expect(undone).toMatchObject({ status: 200, body: { kept: ['company'], undoneAt: expect.any(String) } });
  expect(await get(ana.id)).toMatchObject({ name: 'Ana Ruiz', phone: null, company: 'Casa Nueva', tags: ['vip'], value: 100, currency: 'USD' });
  expect(await get(twin.id)).toMatchObject({ mergedIntoId: null, deletedAt: null, name: 'Ana Ruíz López' });
  expect((await admin.get(`/clients/${twin.id}/notes`)).body.items).toHaveLength(1);
  expect((await admin.post(`/clients/merges/${merged.body.id}/undo`)).body.code).toBe('clients.merge-not-undoable');
});

test('a merge on which another stands is not taken back first, and none after its time', async () => {
  const [a, b, c] = [await create({ name: 'Order A' }), await create({ name: 'Order B' }), await create({ name: 'Order C' })];
  const first = await merge(a.id, [b.id]);
  const second = await merge(c.id, [a.id]);
  expect((await admin.post(`/clients/merges/${first.body.id}/undo`)).body).toMatchObject({ code: 'clients.merge-not-last', params: { mergeId: second.body.id } });
  expect((await admin.post(`/clients/merges/${second.body.id}/undo`)).status).toBe(200);
  await kernel.within(kernel.a, async () => void (await kernel.get(Database).clientMerge.updateMany({ where: { id: first.body.id }, data: { undoUntil: new Date(0) } })));
  expect((await admin.post(`/clients/merges/${first.body.id}/undo`)).body.code).toBe('clients.merge-not-undoable');
});

test('what cannot be merged is refused', async () => {
  const [a, b] = [await create({ name: 'Self' }), await create({ name: 'Trash' })];
  const abroad = (await stranger.post('/clients', { name: 'Abroad' })).body;
  await admin.delete(`/clients/${b.id}`);
  const code = async (ids: number[]) => (await admin.post('/clients/merges/preview', { survivorId: a.id, ids })).body.code;
  expect([await code([a.id]), await code([b.id]), await code([abroad.id]), await code([999_999])]).toEqual([
    'clients.merge-with-itself',
    'clients.merge-with-itself',
    'clients.not-found',
    'clients.not-found',
  ]);
});

/** Every row of the tenant, without what a merge is allowed to leave behind. */
async function everything(): Promise<Record<string, unknown[]>> {
  const { rows: tables } = await owner.query(`select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'tenantId' order by 1`);
  // What the kernel notes of changes for the sums of metrics grows with each of them.
  const left = new Set(['AuditEntry', 'OutboxEvent', 'IdempotencyKey', 'ClientMerge', 'RowChange', 'Rollup']);
  const found: Record<string, unknown[]> = {};
  for (const { name } of tables) {
    if (left.has(name)) continue;
    const { rows } = await owner.query(`select (to_jsonb(t) - 'updatedAt' - 'version') as row from "${name}" t where "tenantId" = $1 order by to_jsonb(t) - 'updatedAt' - 'version'`, [kernel.a.id]);
    found[name] = rows.map(({ row }) => row);
  }
  return found;
}

const text = (values: string[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const anyClient = fc.record({
  name: fc.constantFrom('Ana', 'Bo', 'Çelik'),
  email: text(['a@x.example', 'b@x.example']),
  phone: text(['+14155550100', '+14155550101']),
  company: text(['Casa', 'Dom']),
  source: text(['web', 'fair']),
  status: fc.constantFrom('lead', 'active', 'won'),
  value: fc.option(fc.integer({ min: 0, max: 900 }), { nil: undefined }),
  tags: fc.uniqueArray(fc.constantFrom('x', 'y', 'z')),
  notes: fc.array(fc.constantFrom('one', 'two'), { maxLength: 2 }),
  tasks: fc.nat(1),
});

test('undoing a merge gives back exactly what was before, also of two in a row', async () => {
  const db = kernel.get(Database);
  const story = fc.record({ clients: fc.tuple(anyClient, anyClient, anyClient), choose: fc.array(fc.tuple(fc.constantFrom('name', 'email', 'company', 'value', 'status'), fc.nat(1))), chain: fc.boolean(), direction: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(story, async ({ clients, choose, chain, direction }) => {
      const ids: number[] = [];
      for (const { notes, tasks, ...body } of clients) {
        const { id } = await create(JSON.parse(JSON.stringify(body)));
        ids.push(id);
        for (const note of notes) await admin.post(`/clients/${id}/notes`, { body: note });
        if (tasks) await kernel.within(kernel.a, async () => void (await db.clientTask.create({ data: { clientId: id, title: 'Call' } })));
      }
      const [a, b, c] = ids as [number, number, number];
      const before = await everything();
      const choices = Object.fromEntries(choose.map(([field, which]) => [field, which ? a : b]));
      const merges = [await merge(a, chain ? [b] : [b, c], choices)];
      if (chain) merges.push(await (direction ? merge(c, [a]) : merge(a, [c])));
      for (const { status, body } of merges.reverse()) {
        expect(status).toBe(201);
        expect((await admin.post(`/clients/merges/${body.id}/undo`)).body).toMatchObject({ kept: [] });
      }
      expect(await everything()).toEqual(before);
    }),
    { numRuns: 12 },
  );
}, 120_000);
