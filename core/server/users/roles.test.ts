import { bootKernel, type Caller, type Kernel } from '@loctelli/core/testing';
import { PlatformDatabase } from '../database/database.ts';
import { testPassword } from '../../testing/test-tenants.ts';

let kernel: Kernel;
let admin: Caller;
interface RoleBody {
  id: number;
  key: string;
  version: number;
  grants: Record<string, string>;
}
const roles = async () => (await admin.get('/roles')).body.items as RoleBody[];
const role = async (key: string) => (await roles()).find((each) => each.key === key)!;

beforeAll(async () => {
  kernel = await bootKernel();
  admin = await kernel.as(kernel.a);
});
afterAll(() => kernel.close());

async function hire(roleKey: string): Promise<Caller> {
  const platform = kernel.get(PlatformDatabase);
  const { password, tenantId } = await platform.user.findFirstOrThrow({ where: { id: kernel.a.users.admin.id } });
  const email = `${roleKey}-${Date.now()}@a.example`;
  await platform.user.create({ data: { tenantId, password, roleKey, email, name: email, emailVerifiedAt: new Date() } });
  const { accessToken } = (await kernel.visitor(kernel.a).post('/auth/login', { email, password: testPassword })).body;
  return kernel.visitor(kernel.a).with({ authorization: `Bearer ${accessToken}` });
}

test('the built-in roles come first, with what they grant', async () => {
  const [first] = await roles();
  expect(first).toMatchObject({ key: 'admin', grants: { 'users.update': 'all', 'roles.update': 'all' } });
  expect((await role('user')).grants).toEqual({});
});

test('a role of the tenant’s own gives what it says, at once, and goes when nobody has it', async () => {
  const made = await admin.post('/roles', { name: 'Front desk', grants: { 'users.read': 'all' } });
  expect(made).toMatchObject({ status: 201, body: { key: 'front-desk', grants: { 'users.read': 'all' } } });
  const person = await hire('front-desk');
  expect((await person.get('/users')).status).toBe(200);
  const changed = await admin.patch(`/roles/${made.body.id}`, { version: made.body.version, grants: {} });
  expect(changed.body.grants).toEqual({});
  expect((await person.get('/users')).status).toBe(403);
  expect(await admin.delete(`/roles/${made.body.id}`)).toMatchObject({ status: 409, body: { code: 'core.still-referenced' } });
  const unused = await admin.post('/roles', { name: 'Front desk', grants: {} });
  expect(unused.body.key).toBe('front-desk-2');
  expect((await admin.delete(`/roles/${unused.body.id}`)).status).toBe(204);
});

test('of a built-in role only the differences are kept, and they can be taken back', async () => {
  const before = await role('manager');
  const { 'users.invite': _, ...less } = before.grants;
  const changed = await admin.patch(`/roles/${before.id}`, { version: before.version, grants: { ...less, 'audit.read': 'all' } });
  expect(changed.body.grants).toEqual({ ...less, 'audit.read': 'all' });
  const stored = await kernel.get(PlatformDatabase).role.findFirstOrThrow({ where: { id: before.id } });
  expect(stored.grants).toEqual({ 'users.invite': null, 'audit.read': 'all' });
  const restored = await admin.patch(`/roles/${before.id}`, { version: changed.body.version, grants: before.grants });
  expect(restored.body.grants).toEqual(before.grants);
});

test('administrators cannot lose the roles, and built-in roles cannot go', async () => {
  const { id, version, grants } = await role('admin');
  const { 'roles.update': _, ...without } = grants;
  expect(await admin.patch(`/roles/${id}`, { version, grants: without })).toMatchObject({
    status: 400,
    body: { errors: [{ path: 'grants.roles.update' }] },
  });
  expect((await admin.delete(`/roles/${id}`)).status).toBe(403);
});

test('nobody gives, or takes from others, more than they have', async () => {
  await admin.post('/roles', {
    name: 'Clerk',
    grants: { 'roles.read': 'all', 'roles.update': 'all', 'users.read': 'all', 'users.update': 'all', 'users.invite': 'all' },
  });
  const clerk = await hire('clerk');
  expect(await clerk.post('/roles', { name: 'More', grants: { 'audit.read': 'all' } })).toMatchObject({
    status: 403,
    body: { code: 'core.grant-too-wide' },
  });
  expect((await clerk.post('/roles', { name: 'Less', grants: { 'users.read': 'all' } })).status).toBe(201);
  const administrator = await role('admin');
  expect((await clerk.patch(`/roles/${administrator.id}`, { version: administrator.version, name: 'Boss' })).status).toBe(403);
  const { user } = (await clerk.get('/me')).body;
  expect(await clerk.patch(`/users/${user.id}`, { version: user.version, role: 'admin' })).toMatchObject({
    status: 403,
    body: { code: 'core.grant-too-wide' },
  });
  const boss = kernel.a.users.admin.id;
  const { version } = (await clerk.get(`/users/${boss}`)).body;
  expect((await clerk.patch(`/users/${boss}`, { version, isActive: false })).status).toBe(403);
  expect(await clerk.post('/invitations', { email: 'friend@a.example', role: 'admin' })).toMatchObject({
    status: 403,
    body: { code: 'core.grant-too-wide' },
  });
});

test('a permission nobody declares, or a scope it does not have, is named', async () => {
  const answered = await admin.post('/roles', { name: 'Odd', grants: { 'moon.read': 'all', 'users.read': 'own' } });
  expect(answered.status).toBe(400);
  expect(answered.body.errors.map(({ path }: { path: string }) => path)).toEqual(['grants.moon.read', 'grants.users.read']);
});

test('the matrix names every permission with its plugin, its words, its defaults and how far the caller has it', async () => {
  const manager = await kernel.as(kernel.b, 'manager');
  const { groups, roles: drawn } = (await manager.get('/roles/matrix')).body;
  expect(drawn.map(({ key, people }: { key: string; people: number }) => [key, people])).toEqual([['admin', 1], ['manager', 1], ['user', 1]]);
  expect(groups).toHaveLength(1);
  expect(groups[0]).toMatchObject({ plugin: 'core', enabled: true, fields: [] });
  expect(groups[0].permissions).toContainEqual({
    ...{ id: 'users.read', label: 'core.permissions.users-read', subject: 'User', scopes: ['all'], needs: [] },
    ...{ defaults: { admin: 'all', manager: 'all' }, yours: 'all' },
  });
  expect(groups[0].permissions.find(({ id }: { id: string }) => id === 'audit.read').yours).toBeNull();
  expect((await (await kernel.as(kernel.b, 'user')).get('/roles/matrix')).status).toBe(403);
});

test('a role is copied, put back to its defaults, and hands its people on when it goes', async () => {
  const manager = await role('manager');
  const copy = await admin.post(`/roles/${manager.id}/copy`, { name: 'Deputy' });
  expect(copy).toMatchObject({ status: 201, body: { key: 'deputy', grants: manager.grants, builtIn: false } });
  const changed = await admin.patch(`/roles/${manager.id}`, { version: manager.version, grants: {} });
  expect(changed.body.grants).toEqual({});
  const back = await admin.post(`/roles/${manager.id}/reset`, { version: changed.body.version });
  expect(back.body.grants).toMatchObject({ 'users.read': 'all', 'users.invite': 'all' });
  expect((await admin.post(`/roles/${copy.body.id}/reset`, { version: 1 })).status).toBe(403);

  const person = await hire('deputy');
  expect((await admin.delete(`/roles/${copy.body.id}`)).status).toBe(409);
  expect((await admin.delete(`/roles/${copy.body.id}?moveTo=deputy`)).status).toBe(422);
  expect((await admin.delete(`/roles/${copy.body.id}?moveTo=no-such-role`)).status).toBe(422);
  expect((await admin.delete(`/roles/${copy.body.id}?moveTo=user`)).status).toBe(204);
  expect((await person.get('/me')).body.user.role).toBe('user');
});

test('the log keeps a change to a role grant by grant', async () => {
  const before = await role('manager');
  await admin.patch(`/roles/${before.id}`, { version: before.version, grants: { ...before.grants, 'audit.read': 'all' } });
  const { items } = (await admin.get(`/audit?subject=Role&subjectId=${before.id}&limit=1`)).body;
  expect(items[0]).toMatchObject({ action: 'role.updated', changes: { 'grants.audit.read': [null, 'all'] } });
});
