import { rm } from 'node:fs/promises';
import { Database, Files } from '@loctelli/core/server';
import { bootKernel, eventually, type Caller, type Kernel } from '@loctelli/core/testing';
import manifest from './plugin.json';
import { ImportRunner } from './server/imports/run-import.ts';

let kernel: Kernel;
let admin: Caller;
let stranger: Caller;

beforeAll(async () => {
  kernel = await bootKernel({ plugins: [{ manifest: manifest as never, load: () => import('./server/index.ts') }] });
  admin = await kernel.as(kernel.a);
  stranger = await kernel.as(kernel.b);
}, 60_000);
afterAll(() => kernel?.close());

async function upload(caller: Caller, text: string | Buffer, name = 'contacts.csv') {
  const form = new FormData();
  form.append('file', new Blob([text as never]), name);
  const headers = { ...caller.headers, 'x-forwarded-host': caller.host };
  const response = await fetch(`${caller.origin}/api/v1/clients/imports`, { method: 'POST', headers, body: form });
  return { status: response.status, body: await response.json() };
}

const ended = (id: number, caller = admin) =>
  eventually(async () => {
    const { body } = await caller.get(`/clients/imports/${id}`);
    expect(['done', 'undone', 'failed', 'cancelled']).toContain(body.status);
    return body;
  });

async function importFile(text: string, rule = 'skip', caller = admin) {
  const { body } = await upload(caller, text);
  await caller.put(`/clients/imports/${body.id}/mapping`, { mapping: body.mapping, rule });
  expect((await caller.post(`/clients/imports/${body.id}/start`)).status).toBe(202);
  return ended(body.id, caller);
}

const find = async (search: string, caller = admin) =>
  (await caller.get(`/clients?search=${encodeURIComponent(search)}&limit=100`)).body.items;

test('a file is looked at, mapped, previewed, taken in and undone, and bad rows do not lose good ones', async () => {
  const file = [
    'First Name,Last Name,E-mail 1 - Value,Phone 1 - Value,Organization Name,Labels,Notes',
    'Maria,Lopez,maria@first.example,(303) 555-0100,Lopez Roofing,* myContacts ::: vip,Met at the fair',
    'Broken,Mail,not-an-address,,,,',
    ',,,,,,',
    'Bad,Phone,,123,,,',
    'Twin,One,maria@first.example,,,,',
    'Sam,"O\'Hara, Jr.",sam@first.example,+1 303 555 0199,,,',
  ].join('\r\n');
  const uploaded = await upload(admin, file);
  expect(uploaded.body).toMatchObject({
    status: 'draft',
    encoding: 'utf-8',
    delimiter: ',',
    rowCount: 5,
    mapping: ['firstName', 'lastName', 'email', 'phone', 'company', 'tags', 'note'],
  });
  const { id, mapping } = uploaded.body;
  await admin.put(`/clients/imports/${id}/mapping`, { mapping, rule: 'skip' });
  const preview = await admin.post(`/clients/imports/${id}/preview`);
  expect(preview.body).toMatchObject({ counts: { create: 2, update: 0, skip: 1, fail: 2 }, looked: 5 });
  expect(preview.body.rows.filter(({ outcome }: { outcome: string }) => outcome === 'fail')).toMatchObject([
    { row: 3, reasons: [{ column: 'E-mail 1 - Value', code: 'email', value: 'not-an-address' }] },
    { row: 5, reasons: [{ column: 'Phone 1 - Value', code: 'phone', value: '123' }] },
  ]);
  expect(await find('first')).toEqual([]);

  await admin.post(`/clients/imports/${id}/start`);
  expect((await admin.post(`/clients/imports/${id}/start`)).body.code).toBe('clients.import-started');
  expect(await ended(id)).toMatchObject({ status: 'done', processed: 5, created: 2, updated: 0, skipped: 1, failed: 2 });
  const [maria] = await find('maria');
  expect(maria).toMatchObject({
    name: 'Maria Lopez',
    email: 'maria@first.example',
    phone: '+13035550100',
    company: 'Lopez Roofing',
    tags: ['vip'],
    ownerId: kernel.a.users.admin.id,
  });
  expect((await admin.get(`/clients/${maria.id}/notes`)).body.items).toMatchObject([{ body: 'Met at the fair' }]);
  const errors = (await admin.get(`/clients/imports/${id}/errors`)).body as string;
  expect(errors.trimEnd().split('\r\n')).toHaveLength(3);
  expect(errors).toContain('3,E-mail 1 - Value: not an e-mail address (not-an-address)');

  for (const path of ['', '/errors'])
    expect((await stranger.get(`/clients/imports/${id}${path}`)).body.code).toBe('clients.import-not-found');
  expect((await stranger.post(`/clients/imports/${id}/undo`)).body.code).toBe('clients.import-not-found');
  await admin.post(`/clients/imports/${id}/undo`);
  expect(await ended(id)).toMatchObject({ status: 'undone', kept: 0 });
  expect(await find('first')).toEqual([]);
  expect((await admin.get(`/clients/${maria.id}`)).status).toBe(404);
});

test('undo restores what the import changed, except fields that somebody changed since', async () => {
  const make = async (name: string, email: string) =>
    (await admin.post('/clients', { name, email, company: 'Old', position: 'Clerk', tags: ['old'] })).body;
  const [plain, edited] = [await make('Una Plain', 'plain@undo.example'), await make('Ed Ited', 'edited@undo.example')];
  const { id } = await importFile(
    'Name,Email,Company,Job Title,Tags\nUna New,plain@undo.example,New,Chief,new\nEd New,edited@undo.example,New,Chief,new\nFresh,fresh@undo.example,,,\nTouched,touched@undo.example,,,',
    'update',
  );
  expect(await find('undo')).toHaveLength(4);
  const changed = (await admin.get(`/clients/${plain.id}`)).body;
  expect(changed).toMatchObject({ name: 'Una New', company: 'New', position: 'Chief', tags: ['old', 'new'], version: 2 });
  await admin.patch(`/clients/${edited.id}`, { version: 2, company: 'Newest' });
  const [touched] = await find('touched');
  await admin.patch(`/clients/${touched.id}`, { version: 1, status: 'won' });

  await admin.post(`/clients/imports/${id}/undo`);
  expect(await ended(id)).toMatchObject({ status: 'undone', kept: 2 });
  expect((await admin.get(`/clients/${plain.id}`)).body).toMatchObject({
    name: 'Una Plain',
    company: 'Old',
    position: 'Clerk',
    tags: ['old'],
  });
  expect((await admin.get(`/clients/${edited.id}`)).body).toMatchObject({
    name: 'Ed Ited',
    company: 'Newest',
    position: 'Clerk',
    tags: ['old'],
  });
  expect((await find('fresh undo')).length).toBe(0);
  expect((await admin.get(`/clients/${touched.id}`)).body.status).toBe('won');
  expect((await find('una plain')).map(({ id: found }: { id: number }) => found)).toEqual([plain.id]);
});

test('duplicates are skipped, updated or created as the rule says, within a file too', async () => {
  const file = 'Name;Email;Phone\nDup One;dup@rule.example;\nDup Two;dup@rule.example;\nBy Phone;;303-555-0142\nSame Phone;;(303) 555 0142';
  expect(await importFile(file, 'skip')).toMatchObject({ created: 2, skipped: 2, delimiter: ';' });
  expect(await importFile(file, 'skip')).toMatchObject({ created: 0, skipped: 4 });
  expect(await importFile(file, 'update')).toMatchObject({ created: 0, updated: 2, skipped: 2 });
  expect((await find('rule')).map(({ name }: { name: string }) => name)).toEqual(['Dup Two']);
  expect(await importFile(file, 'create')).toMatchObject({ created: 4, skipped: 0 });
});

test('a worker that died resumes after its last batch, and two workers do no row twice', async () => {
  const rows = Array.from({ length: 2500 }, (_, i) => `Resumed ${i},resumed${i}@kill.example`);
  const { body } = await upload(admin, `Name,Email\n${rows.join('\n')}`);
  await admin.put(`/clients/imports/${body.id}/mapping`, { mapping: body.mapping, rule: 'create' });
  const before = await kernel.within(kernel.a, async () => {
    const db = kernel.get(Database);
    // As the first worker left it: one batch in, and nobody at work on it.
    await db.clientImport.updateMany({
      where: { id: body.id },
      data: { status: 'running', processed: 1000, created: 1000, reach: { scope: 'all', userId: 1, teamId: null } },
    });
    const runner = kernel.get(ImportRunner);
    await Promise.allSettled([runner.run({ importId: body.id }, { attempt: 2 }), runner.run({ importId: body.id }, { attempt: 2 })]);
    return db.client.count({ where: { importId: body.id } });
  });
  expect(before).toBe(1500);
  expect(await ended(body.id)).toMatchObject({ status: 'done', processed: 2500, created: 2500, failed: 0 });
});

test('an import that cannot go on says so, and what it took in can still be undone', async () => {
  const { body } = await upload(
    admin,
    `Name,Email\n${Array.from({ length: 10 }, (_, i) => `Stuck ${i},stuck${i}@fail.example`).join('\n')}`,
  );
  await kernel.within(kernel.a, async () => {
    const db = kernel.get(Database);
    const { fileId } = await db.clientImport.findFirstOrThrow({ where: { id: body.id } });
    await kernel
      .get(Files)
      .find(fileId)
      .then(({ path }) => rm(path));
    await db.clientImport.updateMany({ where: { id: body.id }, data: { status: 'running' } });
    await expect(kernel.get(ImportRunner).run({ importId: body.id }, { attempt: 4 })).rejects.toThrow();
    expect((await db.clientImport.findFirstOrThrow({ where: { id: body.id } })).status).toBe('running');
    await expect(kernel.get(ImportRunner).run({ importId: body.id }, { attempt: 5 })).rejects.toThrow();
  });
  expect(await ended(body.id)).toMatchObject({ status: 'failed' });
  await admin.post(`/clients/imports/${body.id}/undo`);
  await eventually(async () => expect((await admin.get(`/clients/imports/${body.id}`)).body.status).toBe('undone'));
});

test('what is not a table is refused, and leaves nothing behind', async () => {
  expect((await upload(admin, Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 1, 2, 3, 4, 255, 0, 0]))).body.code).toBe(
    'clients.file-unreadable',
  );
  expect((await upload(admin, 'Name,Email\n')).body.code).toBe('clients.file-empty');
  expect((await admin.post('/clients/imports', { file: 'x' })).body.code).toBe('clients.file-missing');
  const { body } = await upload(admin, 'Colour,Size\nred,1');
  expect((await admin.put(`/clients/imports/${body.id}/mapping`, { mapping: [null, null], rule: 'skip' })).body.code).toBe(
    'clients.name-not-mapped',
  );
  expect((await admin.put(`/clients/imports/${body.id}/mapping`, { mapping: ['name', 'name'], rule: 'skip' })).body.code).toBe(
    'clients.column-mapped-twice',
  );
});

test('who may not import is refused', async () => {
  const user = await kernel.as(kernel.a, 'user');
  expect((await upload(user, 'Name\nX')).status).toBe(403);
});

test('a Windows-1252 file with semicolons arrives with its accents', async () => {
  const { body } = await upload(
    admin,
    Buffer.from('Nombre;Apellidos;Correo electrónico\r\nBegoña;Muñoz Peña;bego@latin.example\r\n', 'latin1'),
  );
  expect(body).toMatchObject({
    encoding: 'windows-1252',
    delimiter: ';',
    columns: ['Nombre', 'Apellidos', 'Correo electrónico'],
    mapping: ['firstName', 'lastName', 'email'],
  });
});
