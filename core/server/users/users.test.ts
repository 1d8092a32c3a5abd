import { bootKernel, type Kernel } from '@loctelli/core/testing';
import { PlatformDatabase } from '../database/database.ts';
import { testPassword } from '../../testing/test-tenants.ts';

let kernel: Kernel;
const path = (id: number) => `/users/${id}`;

beforeAll(async () => {
  kernel = await bootKernel();
});
afterAll(() => kernel.close());

const versionOf = async (id: number) => (await kernel.get(PlatformDatabase).user.findFirstOrThrow({ where: { id } })).version;
const another = (roleKey: string, email: string) =>
  kernel
    .get(PlatformDatabase)
    .user.findFirstOrThrow({ where: { id: kernel.a.users.admin.id } })
    .then(({ password, tenantId }) =>
      kernel.get(PlatformDatabase).user.create({ data: { tenantId, password, roleKey, email, name: email, emailVerifiedAt: new Date() } }),
    );

test('staff are listed page by page, searched and filtered, with nothing secret', async () => {
  const admin = await kernel.as(kernel.a);
  const first = (await admin.get('/users?limit=2')).body;
  expect(first.items).toHaveLength(2);
  const second = (await admin.get(`/users?limit=2&cursor=${first.nextCursor}`)).body;
  expect(second.items).toHaveLength(1);
  expect(second.nextCursor).toBeNull();
  expect(first.total).toEqual({ count: 3, exact: true });
  const all = [...first.items, ...second.items];
  expect(all.map(({ email }) => email).sort()).toEqual(
    Object.values(kernel.a.users)
      .map(({ email }) => email)
      .sort(),
  );
  expect(JSON.stringify(all)).not.toMatch(/password|\$2[aby]\$|signedOut|tenantId/);
  expect((await admin.get('/users?search=MANAGER')).body.items).toHaveLength(1);
  expect((await admin.get('/users?role=user&isActive=true')).body.items).toHaveLength(1);
  expect((await admin.get('/users?nonsense=1')).status).toBe(400);
});

test('people of another tenant are people who never were', async () => {
  const admin = await kernel.as(kernel.b);
  const theirs = await admin.get(path(kernel.a.users.user.id));
  const nobody = await admin.get(path(2_000_000_000));
  expect(theirs.status).toBe(404);
  expect({ ...theirs.body, requestId: '', instance: '' }).toEqual({ ...nobody.body, requestId: '', instance: '' });
  expect((await admin.patch(path(kernel.a.users.user.id), { version: 1, name: 'Mine now' })).status).toBe(404);
});

test('who may not change staff is refused, and so is an old version', async () => {
  const id = kernel.a.users.user.id;
  expect((await (await kernel.as(kernel.a, 'user')).get('/users')).status).toBe(403);
  expect((await (await kernel.as(kernel.a, 'manager')).patch(path(id), { version: 1, name: 'X' })).status).toBe(403);
  const admin = await kernel.as(kernel.a);
  const version = await versionOf(id);
  expect((await admin.patch(path(id), { version, name: 'Renamed' })).body).toMatchObject({ name: 'Renamed', version: version + 1 });
  expect(await admin.patch(path(id), { version, name: 'Again' })).toMatchObject({ status: 409, body: { code: 'core.version-conflict' } });
  expect(await admin.patch(path(id), { version: version + 1, role: 'no-such-role' })).toMatchObject({ status: 422 });
  expect((await admin.patch(path(id), { version: version + 1, teamId: 999_999 })).status).toBe(400);
});

test('a deactivated account is out within a second, and cannot come back in', async () => {
  const user = await another('user', 'leaver@a.example');
  const signIn = () => kernel.visitor(kernel.a).post('/auth/login', { email: user.email, password: testPassword });
  const { accessToken, refreshToken } = (await signIn()).body;
  const leaver = kernel.visitor(kernel.a).with({ authorization: `Bearer ${accessToken}` });
  expect((await leaver.get('/me')).status).toBe(200);
  const admin = await kernel.as(kernel.a);
  expect((await admin.patch(path(user.id), { version: await versionOf(user.id), isActive: false })).status).toBe(200);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect((await leaver.get('/me')).status).toBe(401);
  expect((await kernel.visitor(kernel.a).post('/auth/refresh', { refreshToken })).status).toBe(401);
  expect((await signIn()).status).toBe(401);
});

test('the last administrator stays one, also when two demote each other at once', async () => {
  const admin = await kernel.as(kernel.a);
  const id = kernel.a.users.admin.id;
  for (const change of [{ role: 'user' }, { isActive: false }]) {
    expect(await admin.patch(path(id), { version: await versionOf(id), ...change })).toMatchObject({
      status: 409,
      body: { code: 'core.last-admin' },
    });
  }
  const second = await another('admin', 'second@a.example');
  const { accessToken } = (await kernel.visitor(kernel.a).post('/auth/login', { email: second.email, password: testPassword })).body;
  const other = kernel.visitor(kernel.a).with({ authorization: `Bearer ${accessToken}` });
  const [one, two] = await Promise.all([
    admin.patch(path(second.id), { version: await versionOf(second.id), role: 'user' }),
    other.patch(path(id), { version: await versionOf(id), role: 'user' }),
  ]);
  expect([one.status, two.status].sort()).toEqual([200, 409]);
  expect(await kernel.get(PlatformDatabase).user.count({ where: { tenantId: kernel.a.id, roleKey: 'admin', isActive: true } })).toBe(1);
});

test('the caller learns who they are, what they may do and what is on', async () => {
  const { body } = await (await kernel.as(kernel.b, 'manager')).get('/me');
  expect(body).toMatchObject({
    user: { email: kernel.b.users.manager.email, role: 'manager' },
    tenant: { slug: 'b', kind: 'business', status: 'active' },
    grants: { 'users.read': 'all', 'users.invite': 'all', 'roles.read': 'all' },
    plugins: [],
  });
  expect(body.grants['users.update']).toBeUndefined();
});

test('people change their own profile, and nothing else about themselves', async () => {
  const user = await kernel.as(kernel.b, 'user');
  const { version } = (await user.get('/auth/profile')).body;
  expect((await user.patch('/auth/profile', { version, title: 'Estimator', locale: 'es' })).body).toMatchObject({
    title: 'Estimator',
    locale: 'es',
    version: version + 1,
  });
  for (const field of [{ role: 'admin' }, { roleKey: 'admin' }, { isActive: true }, { email: 'x@b.example' }]) {
    expect((await user.patch('/auth/profile', { version: version + 1, ...field })).status).toBe(400);
  }
  expect((await user.patch('/auth/profile', { version, title: 'Late' })).status).toBe(409);
});
