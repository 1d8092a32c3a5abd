import { bootKernel, type Kernel } from '@loctelli/core/testing';
import { testPassword } from '../../testing/test-tenants.ts';

let kernel: Kernel;
const signIn = async () =>
  (await kernel.visitor(kernel.a).post('/auth/login', { email: kernel.a.users.user.email, password: testPassword })).body as {
    accessToken: string;
    refreshToken: string;
  };
const refresh = (refreshToken: string) => kernel.visitor(kernel.a).post('/auth/refresh', { refreshToken });
const meWith = (accessToken: string, tenant = kernel.a) =>
  kernel
    .visitor(tenant)
    .with({ authorization: `Bearer ${accessToken}` })
    .get('/me');

beforeAll(async () => {
  kernel = await bootKernel();
});
afterAll(() => kernel.close());

test('a program is answered tokens, an hour of access and the user without any secret', async () => {
  const { status, body, headers } = await kernel
    .visitor(kernel.a)
    .post('/auth/login', { email: kernel.a.users.user.email, password: testPassword });
  expect(status).toBe(200);
  expect(Object.keys(body).sort()).toEqual(['accessToken', 'expiresIn', 'refreshToken', 'tokenType', 'user']);
  expect(body).toMatchObject({ expiresIn: 3600, tokenType: 'Bearer', user: { email: kernel.a.users.user.email, role: 'user' } });
  expect(JSON.stringify(body.user)).not.toMatch(/password|\$2[aby]\$/);
  expect(headers.get('set-cookie')).toBeNull();
});

test('twenty refreshes with one token at once yield one successor, which works', async () => {
  const { refreshToken } = await signIn();
  const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(refreshToken)));
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
  const successors = new Set(answers.map(({ body }) => body.refreshToken));
  expect(successors.size).toBe(1);
  const [successor] = successors;
  expect(successor).not.toBe(refreshToken);
  expect((await refresh(successor as string)).status).toBe(200);
});

test('a refresh token that was used before ends its session, access included, within a second', async () => {
  const first = await signIn();
  const second = await refresh(first.refreshToken);
  const third = await refresh(second.body.refreshToken);
  expect((await meWith(third.body.accessToken)).status).toBe(200);

  const reuse = await refresh(first.refreshToken);
  expect(reuse).toMatchObject({ status: 401, body: { code: 'core.session-ended' } });
  expect((await refresh(third.body.refreshToken)).status).toBe(401);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect((await meWith(third.body.accessToken)).status).toBe(401);
});

test('a session goes on when the API is started anew', async () => {
  const { refreshToken, accessToken } = await signIn();
  await kernel.restart();
  expect((await meWith(accessToken)).status).toBe(200);
  expect((await refresh(refreshToken)).status).toBe(200);
});

test('tokens of one tenant are refused on the host of another', async () => {
  const { accessToken, refreshToken } = await signIn();
  expect(await meWith(accessToken, kernel.b)).toMatchObject({ status: 401, body: { code: 'core.sign-in-required' } });
  expect((await kernel.visitor(kernel.b).post('/auth/refresh', { refreshToken })).status).toBe(401);
  // And the refusal took nothing from the session.
  expect((await refresh(refreshToken)).status).toBe(200);
});

test('a made-up, empty or missing token is refused without a trace', async () => {
  for (const token of ['x', 'x.y', '.', `${'a'.repeat(16)}.${'b'.repeat(43)}`]) expect((await refresh(token)).status).toBe(401);
  expect((await kernel.visitor(kernel.a).post('/auth/refresh', {})).status).toBe(401);
  const [header, claims] = (await signIn()).accessToken.split('.');
  const unsigned = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${claims}.`;
  for (const forged of [unsigned, `${header}.${claims}.${'a'.repeat(43)}`]) expect((await meWith(forged)).status).toBe(401);
});

test('signing out ends this device, and signing out everywhere ends them all', async () => {
  const [one, two] = [await signIn(), await signIn()];
  const as = (session: { accessToken: string }) => kernel.visitor(kernel.a).with({ authorization: `Bearer ${session.accessToken}` });
  expect((await as(one).post('/auth/logout', {})).status).toBe(204);
  expect((await as(one).get('/me')).status).toBe(401);
  expect((await refresh(one.refreshToken)).status).toBe(401);
  expect((await as(two).get('/me')).status).toBe(200);
  expect((await as(two).post('/auth/logout-all', {})).status).toBe(204);
  expect((await as(two).get('/me')).status).toBe(401);
});

test('devices are listed, and one of them can be ended, but nobody else’s', async () => {
  const [one, two] = [await signIn(), await signIn()];
  const as = (session: { accessToken: string }) => kernel.visitor(kernel.a).with({ authorization: `Bearer ${session.accessToken}` });
  const { items } = (await as(one).get('/auth/sessions')).body;
  expect(items.filter(({ current }: { current: boolean }) => current)).toHaveLength(1);
  const other = (await as(two).get('/auth/sessions')).body.items.find(({ current }: { current: boolean }) => current).id;
  const manager = await kernel.as(kernel.a, 'manager');
  expect((await manager.delete(`/auth/sessions/${other}`)).status).toBe(404);
  expect((await as(one).delete(`/auth/sessions/${other}`)).status).toBe(204);
  expect((await as(two).get('/me')).status).toBe(401);
});
