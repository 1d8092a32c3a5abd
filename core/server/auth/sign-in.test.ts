import { bootKernel, eventually, type Kernel } from '@loctelli/core/testing';
import { PlatformDatabase } from '../database/database.ts';
import { testPassword } from '../../testing/test-tenants.ts';

let kernel: Kernel;
const tryAs = (email: string, password: string, headers: Record<string, string> = {}) =>
  kernel.visitor(kernel.a).post('/auth/login', { email, password }, headers);
const from = (ip: string) => ({ 'x-forwarded-for': ip });

beforeAll(async () => {
  kernel = await bootKernel();
});
afterAll(() => kernel.close());

const told = ({ status, body }: { status: number; body: Record<string, unknown> }) => {
  const { requestId: _, ...rest } = body;
  return { status, rest };
};

test('unknown, wrong, inactive and unverified are answered alike', async () => {
  const platform = kernel.get(PlatformDatabase);
  const password = (await platform.user.findFirstOrThrow({ where: { id: kernel.a.users.user.id } })).password;
  const shared = { tenantId: kernel.a.id, name: 'X', password };
  await platform.user.create({ data: { ...shared, email: 'off@a.example', isActive: false, emailVerifiedAt: new Date() } });
  await platform.user.create({ data: { ...shared, email: 'new@a.example' } });
  const answers = [
    await tryAs('nobody@a.example', testPassword, from('203.0.113.1')),
    await tryAs(kernel.a.users.user.email, 'not the password', from('203.0.113.2')),
    await tryAs('off@a.example', testPassword, from('203.0.113.3')),
    await tryAs('new@a.example', testPassword, from('203.0.113.4')),
    await tryAs(kernel.b.users.user.email, testPassword, from('203.0.113.5')),
  ];
  for (const answer of answers) expect(told(answer)).toEqual(told(answers[0]!));
  expect(answers[0]).toMatchObject({ status: 401, body: { code: 'core.wrong-credentials' } });
});

test('an operator is no e-mail address', async () => {
  for (const email of [{ not: 'x' }, ['a@a.example'], null, 7]) {
    expect((await kernel.visitor(kernel.a).post('/auth/login', { email, password: testPassword })).status).toBe(400);
  }
  expect((await kernel.visitor(kernel.a).post('/auth/login', { email: 'a@a.example', password: 'x', isAdmin: true })).body.code).toBe(
    'core.invalid-input',
  );
});

test('after five failures from one place there is a pause, for unknown addresses too', async () => {
  for (const email of [kernel.a.users.manager.email, 'nobody-else@a.example']) {
    const answers = [];
    for (let round = 0; round < 7; round++) answers.push(await tryAs(email, 'wrong wrong wrong', from('198.51.100.1')));
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 401, 429]);
    expect(answers.at(-1)).toMatchObject({ body: { code: 'core.too-many-attempts', params: { seconds: 1 } } });
    expect(answers.at(-1)!.headers.get('retry-after')).toBe('1');
  }
});

test('a thousand guesses at once get no further than a few', async () => {
  const answers = await Promise.all(
    Array.from({ length: 60 }, () => tryAs(kernel.a.users.admin.email, 'wrong wrong wrong', from('198.51.100.2'))),
  );
  // Five are free, and one passes per pause, of which a slow machine may see a few go by.
  expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(9);
});

test('an attacker elsewhere cannot keep the owner out', async () => {
  const email = kernel.a.users.admin.email;
  await Promise.all(Array.from({ length: 40 }, (_, index) => tryAs(email, 'wrong wrong wrong', from(`198.51.100.${50 + (index % 8)}`))));
  expect((await tryAs(email, testPassword, from('192.0.2.77'))).status).toBe(200);
});

test('not even one who shares the owner’s address, in a browser the owner has used before', async () => {
  const email = kernel.a.users.user.email;
  const place = { ...from('192.0.2.10'), 'sec-fetch-site': 'same-origin', origin: `http://${kernel.a.host}` };
  const device = (await tryAs(email, testPassword, place)).headers
    .getSetCookie()
    .find((line) => line.startsWith('__Host-device='))!
    .split(';')[0]!;
  await Promise.all(Array.from({ length: 30 }, () => tryAs(email, 'wrong wrong wrong', from('192.0.2.10'))));
  expect((await tryAs(email, testPassword, place)).status).toBe(429);
  expect((await tryAs(email, testPassword, { ...place, cookie: device })).status).toBe(200);
  // The cookie vouches for this one account only.
  const others = await Promise.all(
    Array.from({ length: 30 }, () => tryAs(kernel.a.users.manager.email, 'wrong wrong wrong', { ...place, cookie: device })),
  );
  expect(others.some(({ status }) => status === 429)).toBe(true);
});

test('one address that tries many accounts is slowed down', async () => {
  const answers = [];
  for (let round = 0; round < 53; round++)
    answers.push(await tryAs(`guess-${round}@a.example`, 'wrong wrong wrong', from('198.51.100.200')));
  expect(answers.slice(0, 50).every(({ status }) => status === 401)).toBe(true);
  expect(answers.at(-1)!.status).toBe(429);
});

test('sign-ins and failures are in the log of the tenant, and in no other', async () => {
  const admin = await kernel.as(kernel.a);
  await eventually(async () => {
    const { items } = (await admin.get('/audit?limit=100')).body;
    expect(items.map(({ action }: { action: string }) => action)).toEqual(
      expect.arrayContaining(['user.signed-in', 'user.sign-in-failed']),
    );
    expect(JSON.stringify(items)).not.toContain('wrong wrong wrong');
    expect(items.find(({ action }: { action: string }) => action === 'user.signed-in')).toMatchObject({
      actorName: expect.any(String),
      ip: expect.any(String),
    });
  });
  const other = (await (await kernel.as(kernel.b)).get('/audit?limit=100')).body.items;
  expect(other.every(({ actorId }: { actorId: number | null }) => actorId === kernel.b.users.admin.id)).toBe(true);
});
