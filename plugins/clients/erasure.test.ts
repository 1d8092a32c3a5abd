import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { Database } from '@loctelli/core/server';
import { bootKernel, eventually, type Caller, type Kernel } from '@loctelli/core/testing';
import manifest from './plugin.json';
import { TrashService } from './server/trash/trash.service.ts';

let kernel: Kernel;
let admin: Caller;
let manager: Caller;
let user: Caller;
let stranger: Caller;

beforeAll(async () => {
  kernel = await bootKernel({ plugins: [{ manifest: manifest as never, load: () => import('./server/index.ts') }] });
  [admin, manager, user, stranger] = [await kernel.as(kernel.a), await kernel.as(kernel.a, 'manager'), await kernel.as(kernel.a, 'user'), await kernel.as(kernel.b)];
}, 60_000);
afterAll(() => kernel?.close());

const create = async (body: object, caller = admin, headers = {}) => {
  const answer = await caller.post('/clients', body, headers);
  expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
  return answer.body as { id: number; version: number };
};
const soon = <T>(check: () => Promise<T>) =>
  eventually(async () => {
    await new Promise((done) => setTimeout(done, 100));
    return check();
  });

async function attach(id: number, name: string, text: string): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([text]), name);
  const response = await fetch(`${admin.origin}/api/v1/clients/${id}/files`, { method: 'POST', headers: { ...admin.headers, 'x-forwarded-host': admin.host }, body: form });
  expect(response.status).toBe(201);
  const row = await kernel.within(kernel.a, () => kernel.get(Database).clientFile.findFirstOrThrow({ where: { clientId: id } }));
  return join(kernel.config.dataDir, 'files', String(kernel.a.id), String(row.fileId));
}

async function importFile(text: string): Promise<number> {
  const form = new FormData();
  form.append('file', new Blob([text]), 'people.csv');
  const response = await fetch(`${admin.origin}/api/v1/clients/imports`, { method: 'POST', headers: { ...admin.headers, 'x-forwarded-host': admin.host }, body: form });
  const body = (await response.json()) as { id: number; mapping: unknown };
  await admin.put(`/clients/imports/${body.id}/mapping`, { mapping: body.mapping, rule: 'update' });
  await admin.post(`/clients/imports/${body.id}/start`);
  await soon(async () => expect((await admin.get(`/clients/imports/${body.id}`)).body.status).toBe('done'));
  return body.id;
}

/** Tables in which a text is found, of all schemas the owner sees. */
async function found(...texts: string[]): Promise<string[]> {
  const owner = new pg.Client({ connectionString: kernel.config.databaseUrl });
  await owner.connect();
  const platform = new pg.Client({ connectionString: kernel.config.databasePlatformUrl });
  await platform.connect();
  try {
    await owner.query("select set_config('app.tenant_id', $1, false)", [String(kernel.a.id)]);
    const { rows } = await owner.query(`select table_schema as schema, table_name as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema in ('public', 'jobs') order by 1, 2`);
    const hits: string[] = [];
    for (const { schema, name } of rows) {
      const client = schema === 'jobs' ? platform : owner;
      const { rows: hit } = await client.query(`select count(*)::int as count from ${schema}."${name}" t where exists (select from unnest($1::text[]) as x where strpos(lower(t::text), lower(x)) > 0)`, [texts]);
      if (hit[0].count) hits.push(`${schema}.${name}: ${hit[0].count}`);
    }
    return hits;
  } finally {
    await owner.end();
    await platform.end();
  }
}

test('an erased client leaves no trace but a certificate', async () => {
  const name = 'Wilhelmina Vanishing';
  const [email, phone] = ['wilhelmina@vanish.example', '+14155550177'];
  await importFile(`Name,Email,Phone,Company\nNobody Bad,bad ${email} bad,,\nWilhelmina Vanishing,${email},+1 415 555 0177,Old Firm`);
  const { id, version } = (await admin.get('/clients?search=wilhelmina')).body.items[0];
  const other = await create({ name: 'Stays Here', company: 'Old Firm' }, admin, { 'idempotency-key': 'stays' });
  const twin = await create({ name, email, phone, company: 'Old Firm' }, admin, { 'idempotency-key': 'twin' });
  await admin.patch(`/clients/${id}`, { version, company: 'Vanishing Ltd', ownerId: kernel.a.users.manager.id });
  await admin.post(`/clients/${id}/notes`, { body: `Spoke with ${name} @[manager](user:${kernel.a.users.manager.id})` });
  await admin.post(`/clients/${id}/tasks`, { title: `Call ${name}`, assigneeId: kernel.a.users.manager.id });
  const bytes = await attach(id, 'wilhelmina-contract.txt', `contract of ${name}`);
  const run = (await admin.post('/clients/bulk', { kind: 'update', target: { filter: { search: 'wilhelmina' } }, change: { addTags: ['vip'], source: 'fair' } })).body;
  await soon(async () => expect((await admin.get(`/clients/bulk/${run.id}`)).body).toMatchObject({ status: 'done', changed: 2 }));
  await soon(async () => expect((await admin.get(`/clients/duplicates?clientId=${id}`)).body.items).toHaveLength(1));
  const versions = { [id]: (await admin.get(`/clients/${id}`)).body.version, [twin.id]: (await admin.get(`/clients/${twin.id}`)).body.version };
  expect((await admin.post('/clients/merges', { survivorId: id, ids: [twin.id], versions })).status).toBe(201);
  expect(existsSync(bytes)).toBe(true);

  const data = await admin.get(`/clients/${id}/personal-data`);
  expect(data.headers.get('content-disposition')).toContain('attachment');
  expect(data.body).toMatchObject({ client: { name, email }, notes: [{}], tasks: [{}], files: [{ file: { name: 'wilhelmina-contract.txt' } }] });
  for (const [caller, status] of [[user, 403], [stranger, 404]] as const) expect((await caller.get(`/clients/${id}/personal-data`)).status).toBe(status);
  for (const [caller, status] of [[manager, 403], [stranger, 404]] as const) expect((await caller.post(`/clients/${id}/erase`, { confirm: name })).status).toBe(status);
  expect((await admin.post(`/clients/${id}/erase`, { confirm: 'Wilhelmina' })).body.code).toBe('clients.erase-not-confirmed');

  await soon(async () => expect((await admin.get('/background-jobs')).body.items.every(({ status }: { status: string }) => status === 'done')).toBe(true));
  const erased = await admin.post(`/clients/${id}/erase`, { confirm: name, reason: `Asked for by ${name}` });
  expect(erased).toMatchObject({ status: 201, body: { clientId: id, counts: { clients: 2, notes: 1, tasks: 1, files: 1, imports: 1 }, erasedByName: 'admin of a', reason: 'Asked for by ' } });
  await soon(async () => expect([await found('wilhelmina', 'vanishing', email, phone, '4155550177', '415 555 0177'), existsSync(bytes)]).toEqual([[], false]));
  for (const gone of [id, twin.id]) expect((await admin.get(`/clients/${gone}`)).status).toBe(404);
  expect((await admin.get(`/clients/${other.id}`)).body).toMatchObject({ name: 'Stays Here', company: 'Old Firm' });

  const { certificate, seal } = erased.body;
  const check = async (body: object, caller = admin) => (await caller.post('/clients/erasures/check', body)).body.genuine;
  expect(await check({ certificate, seal })).toBe(true);
  expect(await check({ certificate, seal: seal.replace(/^./, (first: string) => (first === '0' ? '1' : '0')) })).toBe(false);
  expect(await check({ certificate, seal }, stranger)).toBe(false);
  expect((await admin.get('/clients/erasures')).body.items).toMatchObject([{ certificate }]);
  expect((await stranger.get('/clients/erasures')).body.items).toEqual([]);
  const page = await admin.get(`/clients/erasures/${erased.body.id}/certificate`);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.body).toContain(certificate);
  expect((await stranger.get(`/clients/erasures/${erased.body.id}/certificate`)).body.code).toBe('clients.erasure-not-found');
  await kernel.within(kernel.a, async () => void (await kernel.get(Database).clientErasure.updateMany({ where: { certificate }, data: { reason: 'forged' } })));
  expect(await check({ certificate, seal })).toBe(false);
}, 120_000);

test('what leaves the trash leaves with its files, and not while a merge can be undone', async () => {
  const [one, two, three, owned] = [await create({ name: 'Trash One' }), await create({ name: 'Trash Two' }), await create({ name: 'Trash Three' }), await create({ name: 'Not My Trash' }, user)];
  const bytes = await attach(one.id, 'gone.txt', 'bytes');
  expect((await admin.delete(`/clients/${one.id}/purge`)).body.code).toBe('clients.not-in-trash');
  await admin.delete(`/clients/${one.id}`);
  expect((await user.delete(`/clients/${one.id}/purge`)).body.code).toBe('clients.not-found');
  expect((await stranger.delete(`/clients/${one.id}/purge`)).body.code).toBe('clients.not-found');
  expect((await admin.delete(`/clients/${one.id}/purge`)).status).toBe(204);
  expect((await admin.get(`/clients/${one.id}`)).status).toBe(404);
  await soon(async () => expect(existsSync(bytes)).toBe(false));

  const merged = await admin.post('/clients/merges', { survivorId: two.id, ids: [three.id], versions: { [two.id]: 1, [three.id]: 1 } });
  expect((await admin.delete(`/clients/${three.id}/purge`)).body.code).toBe('clients.absorbed');
  await user.delete(`/clients/${owned.id}`);
  expect((await user.post('/clients/trash/empty')).status).toBe(403);
  expect((await admin.post('/clients/trash/empty')).status).toBe(202);
  await soon(async () => expect((await admin.get('/background-jobs')).body.items[0]).toMatchObject({ kind: 'clients.empty-trash', status: 'done' }));
  expect((await admin.get('/clients?deleted=true')).body.items).toMatchObject([{ id: three.id, mergedIntoId: two.id }]);
  expect((await admin.post(`/clients/merges/${merged.body.id}/undo`)).status).toBe(200);
}, 60_000);

test('the trash empties itself of what has lain there long enough, tenant by tenant', async () => {
  const db = kernel.get(Database);
  const day = 86_400_000;
  const make = async (caller: Caller, tenant: typeof kernel.a, days: number) => {
    const { id } = await create({ name: `Old ${days}` }, caller);
    await kernel.within(tenant, async () => void (await db.client.updateMany({ where: { id }, data: { deletedAt: new Date(Date.now() - days * day) } })));
    return id;
  };
  const [old, young, abroad] = [await make(admin, kernel.a, 31), await make(admin, kernel.a, 29), await make(stranger, kernel.b, 31)];
  await kernel.within(kernel.a, () => kernel.get(TrashService).purgeOld());
  const there = async (caller: Caller, id: number) => (await caller.get(`/clients/${id}`)).status;
  expect([await there(admin, old), await there(admin, young), await there(stranger, abroad)]).toEqual([404, 200, 200]);
  await kernel.within(kernel.a, async () => {
    await db.pluginState.create({ data: { pluginId: 'clients', version: '0.1.0', settings: { trashDays: 7 } } });
    await kernel.get(TrashService).purgeOld();
  });
  expect(await there(admin, young)).toBe(404);
});
