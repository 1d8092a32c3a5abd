import { bootKernel, type Caller, type Kernel } from '@loctelli/core/testing';
import { PlatformDatabase } from '../database/database.ts';

let kernel: Kernel;
let admin: Caller;
const withKey = (key: string, tenant = kernel.a) => kernel.visitor(tenant).with({ authorization: `Bearer ${key}` });

beforeAll(async () => {
  kernel = await bootKernel();
  admin = await kernel.as(kernel.a);
});
afterAll(() => kernel.close());

test('a key is shown once, works with its scopes and with nothing else, and only here', async () => {
  const made = await admin.post('/api-keys', { name: 'Zapier', scopes: ['users.read'] });
  expect(made.status).toBe(201);
  const { id, key, prefix } = made.body;
  expect(key).toContain(prefix);
  const listed = (await admin.get('/api-keys')).body.items;
  expect(listed).toHaveLength(1);
  expect(JSON.stringify(listed)).not.toContain(key);
  expect(JSON.stringify(await kernel.get(PlatformDatabase).apiKey.findMany())).not.toContain(key.split('_')[2]);

  expect((await withKey(key).get('/users')).status).toBe(200);
  expect((await withKey(key).get('/me')).body.grants).toEqual({ 'users.read': 'all' });
  expect((await withKey(key).get('/roles')).status).toBe(403);
  expect((await withKey(key, kernel.b).get('/users')).status).toBe(401);
  expect((await withKey(`${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`).get('/users')).status).toBe(401);

  expect((await admin.delete(`/api-keys/${id}`)).status).toBe(204);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect((await withKey(key).get('/users')).status).toBe(401);
  expect((await admin.delete(`/api-keys/${id}`)).status).toBe(404);
});

test('a key never has more than its user has now', async () => {
  const platform = kernel.get(PlatformDatabase);
  const { key } = (await admin.post('/api-keys', { name: 'Wide', scopes: ['users.read', 'audit.read'] })).body;
  expect((await withKey(key).get('/audit')).status).toBe(200);
  await platform.role.updateMany({ where: { tenantId: kernel.a.id, key: 'admin' }, data: { grants: { 'audit.read': null } } });
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect((await withKey(key).get('/audit')).status).toBe(403);
  expect(await admin.post('/api-keys', { name: 'Too wide', scopes: ['audit.read'] })).toMatchObject({
    status: 403,
    body: { code: 'core.grant-too-wide' },
  });
  expect((await admin.post('/api-keys', { name: 'Unknown', scopes: ['moon.read'] })).status).toBe(403);
});

test('a key that has expired is no key, and a key makes no keys and changes no password', async () => {
  expect((await admin.post('/api-keys', { name: 'Old', scopes: ['users.read'], expiresAt: '2020-01-01T00:00:00Z' })).status).toBe(400);
  const { key, id } = (
    await admin.post('/api-keys', { name: 'Maker', scopes: ['apikeys.manage'], expiresAt: new Date(Date.now() + 60_000).toISOString() })
  ).body;
  expect((await withKey(key).get('/api-keys')).status).toBe(200);
  expect((await withKey(key).post('/api-keys', { name: 'Child', scopes: ['apikeys.manage'] })).status).toBe(403);
  expect((await withKey(key).post('/auth/change-password', { currentPassword: 'x', newPassword: 'a long enough one' })).status).toBe(403);
  await kernel.get(PlatformDatabase).apiKey.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1) } });
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect((await withKey(key).get('/api-keys')).status).toBe(401);
});
