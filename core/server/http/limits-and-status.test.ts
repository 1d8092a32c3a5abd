import { bootKernel, eventually, type Caller, type Kernel, type TestTenant } from '@loctelli/core/testing';
import type { TenantStatus } from '@loctelli/core';
import { testPassword } from '../../testing/test-tenants.ts';
import { PlatformDatabase } from '../database/database.ts';
import { TenantDirectory } from '../tenancy/tenant-directory.ts';

const login = (kernel: Kernel, tenant: TestTenant) =>
  kernel.visitor(tenant).post('/auth/login', { email: tenant.users.user.email, password: testPassword });

/** The statuses of that many calls, one after the other. */
async function statuses(count: number, call: () => Promise<{ status: number }>): Promise<number[]> {
  const found: number[] = [];
  for (let round = 0; round < count; round++) found.push((await call()).status);
  return found;
}

describe('a tenant that asks too much', () => {
  let kernel: Kernel;
  beforeAll(async () => {
    kernel = await bootKernel({ env: { RATE_LIMIT_TENANT: '30', JOBS: 'off' } });
  });
  afterAll(() => kernel.close());

  it('is answered 429 with Retry-After once its minute is used up, and its neighbour goes on', async () => {
    const [admin, neighbour] = [await kernel.as(kernel.a), await kernel.as(kernel.b)];
    // The sign-in was the first of the thirty.
    expect(await statuses(29, () => admin.get('/me'))).toEqual(Array(29).fill(200));
    const refused = await admin.get('/me');
    expect(refused).toMatchObject({ status: 429, body: { code: 'core.too-many-requests', params: { seconds: expect.any(Number) } } });
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThanOrEqual(1);
    expect(seconds).toBeLessThanOrEqual(60);
    expect((await login(kernel, kernel.a)).status).toBe(429);
    const { status, headers } = await neighbour.get('/me');
    expect([status, headers.get('ratelimit'), headers.get('ratelimit-policy')]).toEqual([
      200,
      expect.stringMatching(/^"tenant";r=28;t=\d+$/),
      '"tenant";q=30;w=60',
    ]);
  });

  it('is counted over all of its processes', async () => {
    await kernel.restart();
    expect((await (await kernel.as(kernel.a)).get('/me')).status).toBe(429);
    expect((await (await kernel.as(kernel.b)).get('/me')).status).toBe(200);
  });
});

describe('a user who asks too much', () => {
  let kernel: Kernel;
  beforeAll(async () => {
    kernel = await bootKernel({ env: { RATE_LIMIT_USER: '10', JOBS: 'off' } });
  });
  afterAll(() => kernel.close());

  it('is answered 429, and others of the tenant go on', async () => {
    const [user, admin] = [await kernel.as(kernel.a, 'user'), await kernel.as(kernel.a)];
    expect(await statuses(12, () => user.get('/me'))).toEqual([...Array(10).fill(200), 429, 429]);
    expect((await admin.get('/me')).status).toBe(200);
  });

  it('does not use up anything by asking as nobody, and nobody from one address gets far', async () => {
    const stranger = kernel.visitor(kernel.a).with({ 'x-forwarded-for': '203.0.113.9' });
    expect((await statuses(12, () => stranger.get('/brand'))).slice(9)).toEqual([200, 429, 429]);
    expect((await stranger.with({ 'x-forwarded-for': '203.0.113.10' }).get('/brand')).status).toBe(200);
    expect((await (await kernel.as(kernel.a)).get('/me')).status).toBe(200);
  });
});

describe('somebody who asks for much at once', () => {
  it('uses up what they ask and no more: all of the minute is theirs, and not one request beyond', async () => {
    const kernel = await bootKernel({ env: { RATE_LIMIT_USER: '600', JOBS: 'off' } });
    try {
      const admin = await kernel.as(kernel.a);
      const found: number[] = [];
      const asking = Array.from({ length: 40 }, async () => {
        while (found.length < 640) found.push((await admin.get('/me')).status);
      });
      await Promise.all(asking);
      expect(found.filter((status) => status === 200)).toHaveLength(600);
      expect(found.filter((status) => status === 429).length).toBeGreaterThan(0);
    } finally {
      await kernel.close();
    }
  });
});

describe('a tenant’s status', () => {
  let kernel: Kernel;
  let admin: Caller;
  beforeAll(async () => {
    kernel = await bootKernel({ env: { JOBS: 'off' } });
    admin = await kernel.as(kernel.a);
  });
  afterAll(() => kernel.close());

  async function become(status: TenantStatus): Promise<void> {
    const { id, slug } = kernel.a;
    await kernel.get(PlatformDatabase).tenant.update({ where: { id }, data: { status } });
    await kernel.get(TenantDirectory).forget({ id, slug });
    await eventually(async () => expect((await kernel.visitor(kernel.a).get('/brand')).body.status).toBe(status));
  }

  const role = (caller: Caller) => caller.post('/roles', { name: `Role ${crypto.randomUUID().slice(0, 8)}`, grants: {} });

  it('paused leaves reading and signing in, and refuses every other write', async () => {
    await become('paused');
    expect((await admin.get('/users')).status).toBe(200);
    const signedIn = await login(kernel, kernel.a);
    expect(signedIn.status).toBe(200);
    expect((await kernel.visitor(kernel.a).post('/auth/refresh', { refreshToken: signedIn.body.refreshToken })).status).toBe(200);
    const paused = { status: 403, body: { code: 'core.tenant-paused' } };
    const before = (await admin.get('/roles')).body;
    expect(await role(admin)).toMatchObject(paused);
    expect(await admin.patch(`/users/${kernel.a.users.user.id}`, { version: 1, name: 'Other' })).toMatchObject(paused);
    expect(await admin.delete('/api-keys/1')).toMatchObject(paused);
    expect((await admin.get('/roles')).body).toEqual(before);
    expect((await role(await kernel.as(kernel.b))).status).toBe(201);
  });

  it('suspended answers nothing but who it is', async () => {
    await become('suspended');
    const suspended = { status: 403, body: { code: 'core.tenant-suspended' } };
    for (const call of [
      () => admin.get('/users'),
      () => admin.get('/me'),
      () => role(admin),
      () => login(kernel, kernel.a),
      () => admin.get('/live'),
    ]) {
      expect(await call()).toMatchObject(suspended);
    }
    expect(await kernel.visitor(kernel.a).get('/brand')).toMatchObject({ status: 200, body: { slug: 'a', status: 'suspended' } });
    expect((await (await kernel.as(kernel.b)).get('/users')).status).toBe(200);
  });

  it('active again has everything as it was', async () => {
    await become('active');
    expect((await role(admin)).status).toBe(201);
    expect((await login(kernel, kernel.a)).status).toBe(200);
  });
});
