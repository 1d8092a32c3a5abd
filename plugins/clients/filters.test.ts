import fc from 'fast-check';
import { bootKernel, type Caller, type Kernel } from '@loctelli/core/testing';
import type { ClientCondition } from './contract.ts';
import manifest from './plugin.json';

let kernel: Kernel;
let admin: Caller;
let user: Caller;
let people: Person[];

interface Person {
  id: number;
  name: string;
  company: string | null;
  source: string | null;
  status: string;
  value: number | null;
  ownerId: number | null;
  tags: string[];
  createdAt: string;
  customFields: Record<string, unknown>;
}

beforeAll(async () => {
  kernel = await bootKernel({ plugins: [{ manifest: manifest as never, load: () => import('./server/index.ts') }] });
  admin = await kernel.as(kernel.a);
  user = await kernel.as(kernel.a, 'user');
  const options = ['Red', 'Green', 'Blue'];
  for (const field of [
    { key: 'size', label: 'Size', type: 'number' },
    { key: 'fee', label: 'Fee', type: 'money' },
    { key: 'seen', label: 'Seen', type: 'date' },
    { key: 'shade', label: 'Shade', type: 'select', options },
    { key: 'shades', label: 'Shades', type: 'multiselect', options },
    { key: 'agreed', label: 'Agreed', type: 'boolean' },
    { key: 'site', label: 'Site', type: 'url' },
  ])
    expect((await admin.post('/clients/fields', field)).status).toBe(201);
  const pick = <T>(list: readonly T[], index: number) => list[index % list.length]!;
  for (let index = 0; index < 36; index++) {
    const customFields = {
      size: pick([null, 1, 2.5, 10], index),
      fee: pick([null, 99.9], index),
      seen: pick(['2026-01-05', null, '2026-03-01', '2025-12-31'], index),
      shade: pick(['Red', null, 'Blue'], index),
      shades: pick([['Red'], ['Green', 'Blue'], null], index),
      agreed: pick([true, false, null, true], index),
    };
    const { status } = await admin.post('/clients', {
      ...{ name: `${pick(['Ana', 'bert', 'Cleo'], index)} ${index}`, company: pick(['Acme', null, 'acme two', 'Zeta'], index), source: pick([null, 'Web'], index) },
      ...{ status: pick(['lead', 'active', 'won', 'archived'], index), value: pick([null, 0, 5, 100.5], index), tags: pick([[], ['vip'], ['vip', 'new']], index) },
      customFields,
    });
    expect(status).toBe(201);
  }
  people = (await admin.get('/clients?limit=100')).body.items;
}, 60_000);
afterAll(() => kernel?.close());

const ask = async (conditions: ClientCondition[], caller = admin) =>
  caller.get(`/clients?limit=100&where=${encodeURIComponent(JSON.stringify(conditions))}`);

/** What a condition means, said once more in plain TypeScript. */
function holds(person: Person, { field, operator, value }: ClientCondition): boolean {
  if (operator === 'isNot') return !holds(person, { field, operator: 'is', value });
  if (operator === 'noneOf') return !holds(person, { field, operator: 'anyOf', value });
  const raw = field.startsWith('custom:') ? person.customFields[field.slice(7)] : (person as unknown as Record<string, unknown>)[field];
  const has = Array.isArray(raw) ? raw.length > 0 : raw !== null && raw !== undefined && raw !== '';
  if (operator === 'empty') return !has;
  if (operator === 'notEmpty') return has;
  if (!has) return false;
  const wanted = (Array.isArray(value) ? value : [value]) as (string | number | boolean)[];
  const low = (each: unknown) => (typeof each === 'string' ? each.toLowerCase() : each);
  if (Array.isArray(raw)) return wanted.some((each) => raw.includes(each));
  if (operator === 'is' || operator === 'anyOf') return wanted.some((each) => low(each) === low(raw));
  if (operator === 'contains') return String(raw).toLowerCase().includes(String(wanted[0]).toLowerCase());
  if (operator === 'startsWith') return String(raw).toLowerCase().startsWith(String(wanted[0]).toLowerCase());
  const [first, last] = [wanted[0]!, wanted.at(-1)!];
  const it = raw as string | number;
  if (operator === 'atLeast') return it >= first;
  if (operator === 'atMost') return it <= first;
  if (operator === 'before') return it < first;
  if (operator === 'after') return it > first;
  return it >= first && it <= last;
}

const text = fc.constantFrom('ana', 'ACME', 'e', 'web', 'Zeta', '%', "'; drop");
const number = fc.constantFrom(0, 1, 2.5, 5, 99.9, 100.5, 1000);
const day = fc.constantFrom('2025-12-31', '2026-01-05', '2026-02-01', '2026-03-01');
const shade = fc.constantFrom('Red', 'Green', 'Blue');
const single = (fields: string[], operators: string[], value: fc.Arbitrary<unknown>) => fc.record({ field: fc.constantFrom(...fields), operator: fc.constantFrom(...operators), value });
const condition = fc.oneof(
  single(['name', 'company', 'source'], ['is', 'isNot', 'contains', 'startsWith'], text),
  single(['name', 'company', 'source', 'tags', 'custom:shade', 'custom:shades', 'custom:size', 'custom:agreed', 'value', 'createdAt'], ['empty', 'notEmpty'], fc.constant(undefined)),
  single(['company', 'source'], ['anyOf', 'noneOf'], fc.array(text, { maxLength: 3 })),
  single(['status'], ['anyOf', 'noneOf'], fc.array(fc.constantFrom('lead', 'won', 'archived'), { maxLength: 3 })),
  single(['value', 'custom:size', 'custom:fee'], ['is', 'isNot', 'atLeast', 'atMost'], number),
  single(['value', 'custom:size', 'custom:fee'], ['between'], fc.tuple(number, number)),
  single(['custom:seen'], ['is', 'isNot', 'before', 'after', 'atLeast', 'atMost'], day),
  single(['custom:seen'], ['between'], fc.tuple(day, day)),
  single(['custom:shade', 'custom:shades'], ['is', 'isNot'], shade),
  single(['custom:shade', 'custom:shades'], ['anyOf', 'noneOf'], fc.array(shade, { maxLength: 2 })),
  single(['tags'], ['is', 'isNot', 'contains'], fc.constantFrom('vip', 'new')),
  single(['custom:agreed'], ['is', 'isNot'], fc.boolean()),
) as fc.Arbitrary<ClientCondition>;

test('the database answers every condition as its plain meaning does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(condition, { minLength: 1, maxLength: 3 }), async (conditions) => {
      const { status, body } = await ask(conditions);
      const expected = people.filter((person) => conditions.every((each) => holds(person, each))).map(({ id }) => id);
      expect([status, conditions, body.items?.map(({ id }: Person) => id)]).toEqual([200, conditions, expected]);
      expect(body.total.count).toBe(expected.length);
    }),
    { numRuns: 150 },
  );
}, 60_000);

test('what a field cannot answer is refused with its name', async () => {
  for (const [field, operator, value] of [
    ['name', 'atLeast', 'x'],
    ['value', 'is', 'x'],
    ['value', 'between', [1]],
    ['ownerId', 'is', 1.5],
    ['createdAt', 'before', 'yesterday'],
    ['custom:none', 'is', 'x'],
    ['custom:seen', 'is', '2026-02-31'],
    ['stuck', 'is', 'yes'],
    ['name', 'empty', 'x'],
  ] as const) {
    const { status, body } = await ask([{ field, operator, value: value as never }]);
    expect([field, status, body.code, body.params]).toEqual([field, 400, 'clients.wrong-condition', { field }]);
  }
  expect((await admin.get('/clients?where=nonsense')).status).toBe(400);
});

test('days are the tenant’s, windows count back from today, and tasks, owners, stages can be asked for', async () => {
  const me = kernel.a.users.admin.id;
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'UTC' }).format();
  for (const [condition, count] of [
    [{ field: 'createdAt', operator: 'withinDays', value: 2 }, 36],
    [{ field: 'createdAt', operator: 'before', value: '2020-01-01' }, 0],
    [{ field: 'createdAt', operator: 'between', value: ['2020-01-01', `${Number(today.slice(0, 4)) + 1}-01-01`] }, 36],
    [{ field: 'ownerId', operator: 'anyOf', value: [me] }, 36],
    [{ field: 'ownerId', operator: 'isNot', value: me }, 0],
    [{ field: 'stuck', operator: 'is', value: true }, 0],
    [{ field: 'hasOpenTask', operator: 'is', value: false }, 36],
    [{ field: 'stageId', operator: 'notEmpty' }, 36],
    [{ field: 'pipelineId', operator: 'empty' }, 0],
    [{ field: 'custom:seen', operator: 'withinDays', value: -3000 }, 0],
  ] as const)
    expect([condition, (await ask([condition as never])).body.total?.count]).toEqual([condition, count]);
});

test('search forgives one typo in a word or a number, and takes what is right as it is', async () => {
  const made = (await admin.post('/clients', { name: 'Fernanda Kowalski', company: 'Ridgeline Builders', email: 'fernanda@ridge.example', phone: '+13035550147' })).body;
  const found = async (search: string, caller = admin) => (await caller.get(`/clients?search=${encodeURIComponent(search)}`)).body.items.map(({ id }: Person) => id);
  for (const search of ['kowalsky', 'kowlaski', 'kowalskii', 'kwalski', 'fernnada kowalski', 'fernanda kowalsik', 'ridgelime', 'fernamda@ridge.example', '3035550148', '3035550174', 'kowaski ridg', 'Kowalska'])
    expect([search, await found(search)]).toEqual([search, [made.id]]);
  for (const search of ['kxwalsky', 'owl', 'fernanda smith', '3035559999']) expect([search, await found(search)]).toEqual([search, []]);
  expect(await found('kowalsky', user)).toEqual([]);
  expect(await found('kowalsky', await kernel.as(kernel.b))).toEqual([]);
});

test('a field a role may not read leaves no trace: answers, filters, orders, search, export and writes', async () => {
  const { body: mine } = await user.post('/clients', { name: 'Visible Name', email: 'secret@hidden.example', phone: '+13035550100', value: 10, company: 'Openco' });
  const roles = (await admin.get('/roles')).body.items as { id: number; key: string; version: number }[];
  const role = roles.find(({ key }) => key === 'user')!;
  const grants = { 'clients.read': 'own', 'clients.create': 'own', 'clients.update': 'own', 'clients.export': 'own' };
  const fields = { Client: { email: ['read'], value: ['read'], phone: ['write'], company: ['export'] } };
  expect((await admin.patch(`/roles/${role.id}`, { version: role.version, grants, fields })).status).toBe(200);
  await new Promise((done) => setTimeout(done, 1100));

  const hidden = { email: null, value: null, currency: null, phone: '+13035550100', company: 'Openco' };
  expect((await user.get(`/clients/${mine.id}`)).body).toMatchObject(hidden);
  expect((await user.get('/clients')).body.items[0]).toMatchObject(hidden);
  expect((await admin.get(`/clients?search=secret`)).body.items[0]).toMatchObject({ email: 'secret@hidden.example', value: 10 });
  const column = (await user.get('/clients/board')).body.columns[0];
  expect([column.items[0].email, column.sums]).toEqual([null, []]);
  for (const [search, count] of [['secret', 0], ['hidden', 0], ['sceret', 0], ['visible', 1], ['openco', 1], ['3035550100', 1], ['visble', 1]] as const)
    expect([search, (await user.get(`/clients?search=${search}`)).body.total.count]).toEqual([search, count]);
  expect((await user.get('/clients?sort=value')).body.code).toBe('core.forbidden');
  expect((await ask([{ field: 'email', operator: 'notEmpty' }], user)).body.code).toBe('core.forbidden');
  expect((await ask([{ field: 'currency', operator: 'notEmpty' }], user)).body.code).toBe('core.forbidden');
  for (const change of [{ email: 'x@y.example' }, { phone: '+13035550101' }]) {
    const refused = await user.patch(`/clients/${mine.id}`, { version: 1, ...change });
    expect([refused.status, refused.body.code]).toEqual([403, 'clients.field-refused']);
  }
  expect((await user.patch(`/clients/${mine.id}`, { version: 1, company: 'Closedco' })).body).toMatchObject({ ...hidden, company: 'Closedco', version: 2 });
  expect((await admin.get(`/clients/${mine.id}`)).body).toMatchObject({ email: 'secret@hidden.example', value: 10 });
  const csv = String((await user.get('/clients/export')).body);
  expect([csv.includes('Visible Name'), csv.includes('secret'), csv.includes('Closedco'), csv.includes('Email')]).toEqual([true, false, false, false]);
});

test('fields of every kind take what fits, tidy it, and stand in the order they are given', async () => {
  const post = (customFields: object) => admin.post('/clients', { name: 'Kinds', customFields });
  const { body } = await post({ site: 'casa.example', shades: ['Red', 'Red'], fee: 12.5 });
  expect(body.customFields).toEqual({ site: 'https://casa.example', shades: ['Red'], fee: 12.5 });
  const wrong = await post({ site: 'javascript:alert(1)', shades: ['Pink'], fee: -1, seen: '2026-02-31', agreed: 'yes' });
  expect(wrong.body.errors.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`)).toEqual([
    'customFields.site url',
    'customFields.shades multiselect',
    'customFields.fee money',
    'customFields.seen date',
    'customFields.agreed boolean',
  ]);
  const ids = (await admin.get('/clients/fields')).body.items.map(({ id }: { id: number }) => id).reverse();
  expect((await admin.put('/clients/fields/order', { ids })).body.items.map(({ id }: { id: number }) => id)).toEqual(ids);
  expect((await user.put('/clients/fields/order', { ids })).status).toBe(403);
  expect((await admin.put('/clients/fields/order', { ids: [999_999] })).body.code).toBe('clients.field-not-found');
  expect((await admin.post('/clients/fields', { key: 'empty', label: 'x', type: 'multiselect' })).body.code).toBe('clients.options-needed');
});
