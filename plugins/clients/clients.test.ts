import { bootKernel, type Caller, type Kernel } from '@loctelli/core/testing';
import manifest from './plugin.json';

let kernel: Kernel;
let admin: Caller;
let manager: Caller;
let user: Caller;
let stranger: Caller;

beforeAll(async () => {
  kernel = await bootKernel({ plugins: [{ manifest: manifest as never, load: () => import('./server/index.ts') }] });
  admin = await kernel.as(kernel.a);
  manager = await kernel.as(kernel.a, 'manager');
  user = await kernel.as(kernel.a, 'user');
  stranger = await kernel.as(kernel.b);
}, 60_000);
afterAll(() => kernel?.close());

const create = async (caller: Caller, input: object) => {
  const { status, body } = await caller.post('/clients', input);
  expect([status, body]).toEqual([201, expect.objectContaining({ version: 1 })]);
  return body;
};

test('a client is created with what was sent, belongs to its creator and reads back the same', async () => {
  const made = await create(admin, { name: 'Ana García', email: 'ANA@casa.example', phone: '+34911222333', value: 1200.5, tags: ['vip'] });
  expect(made).toMatchObject({
    email: 'ana@casa.example',
    status: 'lead',
    value: 1200.5,
    currency: 'USD',
    ownerId: kernel.a.users.admin.id,
    ownerName: 'admin of a',
    deletedAt: null,
  });
  expect((await admin.get(`/clients/${made.id}`)).body).toEqual(made);
  const { body } = await admin.get('/clients?search=ana');
  expect(body).toEqual({ items: [made], nextCursor: null, total: { count: 1, exact: true } });
});

test('unknown and malformed fields are refused by name', async () => {
  const { status, body } = await admin.post('/clients', { name: ' ', email: 'nobody', colour: 'red' });
  expect(status).toBe(400);
  expect(body.errors.map(({ path }: { path: string }) => path)).toEqual(expect.arrayContaining(['name', 'email', 'colour']));
});

test('a phone number is taken as people of the country write it, and kept in international form', async () => {
  expect((await create(admin, { name: 'Local Number', phone: '(303) 555-0100' })).phone).toBe('+13035550100');
  const { status, body } = await admin.post('/clients', { name: 'No Number', phone: '12' });
  expect([status, body.code, body.errors[0].path]).toEqual([422, 'clients.wrong-phone', 'phone']);
});

test('an update needs the version it began from, and a stale one is refused', async () => {
  const { id } = await create(admin, { name: 'Two Tabs' });
  expect((await admin.patch(`/clients/${id}`, { name: 'X' })).status).toBe(428);
  const first = await admin.patch(`/clients/${id}`, { version: 1, company: 'One' });
  expect(first.body).toMatchObject({ version: 2, company: 'One' });
  const second = await admin.patch(`/clients/${id}`, { company: 'Two' }, { 'if-match': '"1"' });
  expect([second.status, second.body.code]).toEqual([409, 'core.version-conflict']);
  expect((await admin.patch(`/clients/${id}`, { company: 'Two' }, { 'if-match': '"2"' })).body).toMatchObject({
    version: 3,
    company: 'Two',
  });
});

test('a deleted client leaves the list for the trash and comes back', async () => {
  const { id } = await create(admin, { name: 'Gone Tomorrow' });
  expect((await admin.delete(`/clients/${id}`)).status).toBe(204);
  expect((await admin.get('/clients?search=tomorrow')).body.items).toEqual([]);
  expect((await admin.get('/clients?search=tomorrow&deleted=true')).body.items).toEqual([expect.objectContaining({ id })]);
  expect((await admin.post(`/clients/${id}/restore`)).body.deletedAt).toBeNull();
  expect((await admin.get('/clients?search=tomorrow')).body.items).toHaveLength(1);
});

test('search finds words by how they begin, in any order, without accents, and phones with and without country code', async () => {
  const { id } = await create(admin, {
    name: 'Zoë Müller-Brandt',
    company: 'Dächer & Söhne',
    phone: '+493012345678',
    email: 'zoe@dach.example',
  });
  const found = async (text: string) =>
    (await admin.get(`/clients?search=${encodeURIComponent(text)}`)).body.items.some((item: { id: number }) => item.id === id);
  for (const text of ['zoe', 'MÜLL', 'brandt zo', 'sohne', 'zoe@dach', '+49 3012345678', '3012345678', 'dacher mul'])
    expect([text, await found(text)]).toEqual([text, true]);
  for (const text of ['oe', 'zoe schmidt', '45678', '%', '_']) expect([text, await found(text)]).toEqual([text, false]);
  await admin.patch(`/clients/${id}`, { version: 1, name: 'Renamed Person' });
  expect([await found('renamed'), await found('muller')]).toEqual([true, false]);
});

test('every order pages through every row once, in both directions', async () => {
  for (const [index, company] of [null, 'Beta', 'alpha', null, 'Beta'].entries())
    await create(admin, { name: `Paged ${index % 3}`, company, value: index % 2 ? null : index, source: 'paging', tags: ['paged'] });
  for (const sort of ['createdAt', 'updatedAt', 'name', 'company', 'value']) {
    for (const direction of ['asc', 'desc']) {
      const ids: number[] = [];
      let cursor = '';
      do {
        const { body } = await admin.get(
          `/clients?source=paging&tag=paged&limit=2&sort=${sort}&direction=${direction}${cursor && `&cursor=${cursor}`}`,
        );
        ids.push(...body.items.map(({ id }: { id: number }) => id));
        cursor = body.nextCursor;
      } while (cursor);
      expect([sort, direction, ids.length, new Set(ids).size]).toEqual([sort, direction, 5, 5]);
    }
  }
  const { body } = await admin.get('/clients?source=paging&limit=2');
  expect((await admin.get(`/clients?source=paging&sort=name&cursor=${body.nextCursor}`)).body.code).toBe('core.invalid-cursor');
});

test('a user sees and changes their own clients only; others answer as if they never were', async () => {
  const mine = await create(user, { name: 'Mine Alone', source: 'scopes' });
  const theirs = await create(admin, { name: 'Not Mine', source: 'scopes' });
  expect((await user.get('/clients?source=scopes')).body.items.map(({ id }: { id: number }) => id)).toEqual([mine.id]);
  expect((await manager.get('/clients?source=scopes')).body.items).toHaveLength(2);
  for (const [method, path, body] of [
    ['GET', ''],
    ['PATCH', '', { version: 1, name: 'x' }],
    ['DELETE', ''],
    ['POST', '/restore'],
    ['GET', '/notes'],
    ['POST', '/notes', { body: 'x' }],
    ['GET', '/timeline'],
  ] as const) {
    const [hidden, never] = [
      await user.send(method, `/clients/${theirs.id}${path}`, body),
      await user.send(method, `/clients/999999${path}`, body),
    ];
    expect([method, path, hidden.status, hidden.body.code]).toEqual([method, path, 404, never.body.code]);
    expect((await stranger.send(method, `/clients/${theirs.id}${path}`, body)).body.code).toBe(never.body.code);
  }
  expect((await user.patch(`/clients/${mine.id}`, { version: 1, ownerId: kernel.a.users.admin.id })).body.code).toBe(
    'clients.owner-out-of-reach',
  );
  expect((await user.get('/clients/export')).status).toBe(403);
});

test('the team scope reaches the clients of teammates and nobody else', async () => {
  const roles = (await admin.get('/roles')).body.items as { id: number; key: string; version: number }[];
  const role = roles.find(({ key }) => key === 'user')!;
  const teamUser = { 'clients.read': 'team', 'clients.update': 'team' };
  const changed = await admin.patch(`/roles/${role.id}`, { version: role.version, grants: teamUser });
  expect(changed.status).toBe(200);
  const teammate = await create(manager, { name: 'Teammates', source: 'teams' });
  await create(admin, { name: 'Outside', source: 'teams' });
  await new Promise((done) => setTimeout(done, 1000));
  expect((await user.get('/clients?source=teams')).body.items.map(({ id }: { id: number }) => id)).toEqual([teammate.id]);
  expect((await user.get(`/clients/${teammate.id}`)).status).toBe(200);
  await admin.patch(`/roles/${role.id}`, { version: role.version + 1, grants: {} });
});

test('clients are listed by their owner', async () => {
  const owner = kernel.a.users.manager.id;
  const made = await create(manager, { name: 'Owned By Manager', source: 'by-user' });
  expect((await admin.get(`/clients/by-user/${owner}?source=by-user`)).body.items).toEqual([made]);
  expect((await stranger.get(`/clients/by-user/${owner}`)).body.items).toEqual([]);
});

test('custom fields are declared, judged and merged', async () => {
  expect((await admin.post('/clients/fields', { key: 'roof', label: 'Roof', type: 'select' })).body.code).toBe('clients.options-needed');
  const { body: field } = await admin.post('/clients/fields', { key: 'roof', label: 'Roof', type: 'select', options: ['slate', 'metal'] });
  expect((await admin.post('/clients/fields', { key: 'roof', label: 'Again', type: 'text' })).body.code).toBe('clients.field-exists');
  expect((await user.post('/clients/fields', { key: 'x', label: 'X', type: 'text' })).status).toBe(403);
  await admin.post('/clients/fields', { key: 'area', label: 'Area', type: 'number' });
  const wrong = await admin.post('/clients', { name: 'Roofed', customFields: { roof: 'straw', area: 'big', nope: 1 } });
  expect(wrong.body.errors.map(({ path, code }: { path: string; code: string }) => [path, code])).toEqual([
    ['customFields.roof', 'select'],
    ['customFields.area', 'number'],
    ['customFields.nope', 'unknown'],
  ]);
  const { id } = await create(admin, { name: 'Roofed', customFields: { roof: 'slate', area: 120 } });
  const { body } = await admin.patch(`/clients/${id}`, { version: 1, customFields: { area: null } });
  expect(body.customFields).toEqual({ roof: 'slate' });
  const renamed = await admin.patch(`/clients/fields/${field.id}`, { version: 1, label: 'Roofing' });
  expect(renamed.body).toMatchObject({ label: 'Roofing', version: 2 });
  expect((await admin.delete(`/clients/fields/${field.id}`)).status).toBe(204);
  expect((await admin.get('/clients/fields')).body.items.map(({ key }: { key: string }) => key)).toEqual(['area']);
  expect((await stranger.get('/clients/fields')).body.items).toEqual([]);
});

test('notes and changes make up the timeline', async () => {
  const { id } = await create(admin, { name: 'Talkative' });
  const note = await manager.post(`/clients/${id}/notes`, { body: 'Called, wants a quote.' });
  expect(note.body).toMatchObject({ body: 'Called, wants a quote.', authorName: 'manager of a' });
  await admin.patch(`/clients/${id}`, { version: 1, status: 'active' });
  const { body } = await admin.get(`/clients/${id}/timeline`);
  expect(body.items.map(({ kind, params }: { kind: string; params: { fields?: string } }) => [kind, params.fields])).toEqual([
    ['clients.updated', 'status'],
    ['clients.note', undefined],
    ['clients.created', undefined],
  ]);
  expect((await admin.get(`/clients/${id}/notes`)).body.items).toHaveLength(1);
  expect((await admin.delete(`/clients/${id}/notes/${note.body.id}`)).status).toBe(204);
  expect((await admin.delete(`/clients/${id}/notes/${note.body.id}`)).body.code).toBe('clients.note-not-found');
});

test('an export holds what the filters leave, and no cell a spreadsheet would run', async () => {
  await create(admin, { name: '=HYPERLINK("http://evil.example")', company: '+SUM(A1)', source: 'exported', tags: ['@cmd'] });
  await create(admin, { name: 'Plain, "quoted"', source: 'exported', phone: '+14155550100' });
  const { headers, body } = await admin.get('/clients/export?source=exported');
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const lines = (body as string)
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n');
  expect(lines[0]).toMatch(/^Name,Email,Phone,Company/);
  expect(lines).toHaveLength(3);
  expect(body).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
  expect(body).toContain(`'+SUM(A1)`);
  expect(body).toContain('"Plain, ""quoted"""');
  expect((await stranger.get('/clients/export')).body).not.toContain('Plain');
});
