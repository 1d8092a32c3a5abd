import { bootKernel, type Answered, type Kernel } from '@loctelli/core/testing';
import { testPassword } from '../../testing/test-tenants.ts';

let kernel: Kernel;
const browser = (origin = `http://${kernel.a.host}`) => kernel.visitor(kernel.a).with({ 'sec-fetch-site': 'same-origin', origin });
const cookiesOf = ({ headers }: Answered) => headers.getSetCookie();
const jar = (answered: Answered) =>
  cookiesOf(answered)
    .map((line) => line.split(';')[0])
    .join('; ');
const signIn = () => browser().post('/auth/login', { email: kernel.a.users.admin.email, password: testPassword });

beforeAll(async () => {
  kernel = await bootKernel();
});
afterAll(() => kernel.close());

test('a browser receives cookies that no script can read, and no token in the body', async () => {
  const answered = await signIn();
  expect(answered.status).toBe(200);
  expect(Object.keys(answered.body).sort()).toEqual(['expiresIn', 'user']);
  const cookies = cookiesOf(answered);
  expect(cookies.map((line) => line.split('=')[0]).sort()).toEqual(['__Host-access', '__Host-device', '__Host-refresh']);
  for (const line of cookies) {
    for (const attribute of [/HttpOnly/i, /Secure/i, /SameSite=Lax/i, /Path=\//i]) expect(line).toMatch(attribute);
    expect(line).not.toMatch(/Domain/i);
  }
});

test('cookies sign the browser in and renew themselves without a body', async () => {
  const cookie = jar(await signIn());
  expect((await browser().get('/me', { cookie })).status).toBe(200);
  const renewed = await browser().post('/auth/refresh', {}, { cookie });
  expect(renewed.status).toBe(200);
  expect(renewed.body.refreshToken).toBeUndefined();
  expect(jar(renewed)).toMatch(/__Host-access=.+__Host-refresh=/);
});

test('a write with cookies is refused unless it comes from a page of this host', async () => {
  const cookie = jar(await signIn());
  const write = (headers: Record<string, string>) => kernel.visitor(kernel.a).post('/auth/logout', {}, { cookie, ...headers });
  for (const origin of [`http://${kernel.b.host}`, 'https://evil.example', 'null']) {
    expect(await write({ 'sec-fetch-site': 'cross-site', origin })).toMatchObject({ status: 403, body: { code: 'core.foreign-origin' } });
  }
  expect((await write({ 'sec-fetch-site': 'same-site' })).status).toBe(403);
  expect((await write({})).status).toBe(403);
  expect((await write({ 'sec-fetch-site': 'same-origin', origin: `http://${kernel.a.host}` })).status).toBe(204);
});

test('a sign-in posted from another site is refused', async () => {
  const foreign = kernel.visitor(kernel.a).with({ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' });
  expect((await foreign.post('/auth/login', { email: kernel.a.users.admin.email, password: testPassword })).status).toBe(403);
});

test('signing out, and a session that has ended, take the cookies back', async () => {
  const cookie = jar(await signIn());
  const gone = await browser().post('/auth/logout', {}, { cookie });
  const ended = await browser().post('/auth/refresh', {}, { cookie });
  expect(ended.status).toBe(401);
  for (const answered of [gone, ended]) {
    expect(cookiesOf(answered).filter((line) => /^__Host-(access|refresh)=;/.test(line))).toHaveLength(2);
  }
});
