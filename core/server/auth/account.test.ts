import { bootKernel, eventually, type Kernel } from '@loctelli/core/testing';
import { PlatformDatabase } from '../database/database.ts';
import { Mailbox } from '../mail/mailbox.ts';
import { TenantDirectory } from '../tenancy/tenant-directory.ts';
import { testPassword } from '../../testing/test-tenants.ts';

let kernel: Kernel;
const visitor = (tenant = kernel.a) => kernel.visitor(tenant);
const signIn = (email: string, password: string) => visitor().post('/auth/login', { email, password });
const mailsTo = async (email: string) => (await kernel.get(Mailbox).list()).filter(({ to }) => to === email);
const mailTo = (email: string, subject: RegExp) =>
  eventually(async () => {
    const found = (await mailsTo(email)).find((mail) => subject.test(mail.subject));
    expect(found).toBeDefined();
    return { ...found!, token: /token=([\w-]+)/.exec(found!.text)?.[1] ?? '' };
  });

beforeAll(async () => {
  kernel = await bootKernel();
  await kernel.get(PlatformDatabase).tenant.update({ where: { id: kernel.a.id }, data: { registration: true } });
  await kernel.get(TenantDirectory).forget(kernel.a);
});
afterAll(() => kernel.close());

test('a forgotten password is set anew by a link that works once, and every device is signed out', async () => {
  const { email } = kernel.a.users.manager;
  const { accessToken } = (await signIn(email, testPassword)).body;
  expect((await visitor().post('/auth/forgot-password', { email })).status).toBe(202);
  const mail = await mailTo(email, /new password/);
  expect(mail.text).toContain(`http://a.localhost:3001/reset-password?token=${mail.token}`);

  const reset = (token: string, tenant = kernel.a) =>
    visitor(tenant).post('/auth/reset-password', { token, password: 'a brand new password' });
  expect((await reset(mail.token, kernel.b)).status).toBe(410);
  const answers = await Promise.all([reset(mail.token), reset(mail.token), reset(mail.token)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 410, 410]);
  expect((await signIn(email, testPassword)).status).toBe(401);
  expect((await signIn(email, 'a brand new password')).status).toBe(200);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(
    (
      await visitor()
        .with({ authorization: `Bearer ${accessToken}` })
        .get('/me')
    ).status,
  ).toBe(401);
  await mailTo(email, /was changed/);
});

test('an unknown address is told the same, and gets no mail; a known one is not flooded', async () => {
  const [unknown, known] = [
    await visitor().post('/auth/forgot-password', { email: 'nobody@a.example' }),
    await visitor().post('/auth/forgot-password', { email: kernel.a.users.user.email }),
  ];
  expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
  await Promise.all(Array.from({ length: 9 }, () => visitor().post('/auth/forgot-password', { email: kernel.a.users.user.email })));
  await eventually(async () => expect(await mailsTo(kernel.a.users.user.email)).toHaveLength(5));
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await mailsTo(kernel.a.users.user.email)).toHaveLength(5);
  expect(await mailsTo('nobody@a.example')).toHaveLength(0);
});

test('no secret of a link is in the database, in the outbox or in the queue', async () => {
  const mails = (await kernel.get(Mailbox).list()).flatMap(({ text }) => /token=([\w-]+)/.exec(text)?.[1] ?? []);
  expect(mails.length).toBeGreaterThan(0);
  const platform = kernel.get(PlatformDatabase);
  const kept = JSON.stringify([
    await platform.oneTimeLink.findMany(),
    (await platform.outboxEvent.findMany()).map(({ payload }) => payload),
  ]);
  for (const token of mails) expect(kept).not.toContain(token);
});

test('who registers confirms the address and signs in; an address that is known is told so by mail alone', async () => {
  const body = { name: 'Rosa Newcomer', email: 'rosa@elsewhere.example', password: 'rosa has a password' };
  const [fresh, known] = [
    await visitor().post('/auth/register', body),
    await visitor().post('/auth/register', { ...body, email: kernel.a.users.admin.email }),
  ];
  expect(fresh.status).toBe(202);
  expect([known.status, known.body]).toEqual([fresh.status, fresh.body]);
  expect((await signIn(body.email, body.password)).status).toBe(401);
  const { token } = await mailTo(body.email, /Confirm/);
  expect((await visitor().post('/auth/verify-email', { token })).status).toBe(204);
  expect((await visitor().post('/auth/verify-email', { token })).status).toBe(410);
  expect((await signIn(body.email, body.password)).body.user).toMatchObject({ role: 'user', name: 'Rosa Newcomer' });
  await mailTo(kernel.a.users.admin.email, /already have an account/);
  expect((await signIn(kernel.a.users.admin.email, testPassword)).status).toBe(200);
  expect(await visitor(kernel.b).post('/auth/register', body)).toMatchObject({ status: 403, body: { code: 'core.registration-closed' } });
});

test('a password is changed by who knows the old one, and other devices are signed out', async () => {
  const { email } = kernel.a.users.admin;
  const [here, there] = [(await signIn(email, testPassword)).body, (await signIn(email, testPassword)).body];
  const as = ({ accessToken }: { accessToken: string }) => visitor().with({ authorization: `Bearer ${accessToken}` });
  const change = (currentPassword: string) =>
    as(here).post('/auth/change-password', { currentPassword, newPassword: 'quite another password' });
  expect(await change('not the password')).toMatchObject({ status: 422, body: { code: 'core.wrong-password' } });
  expect((await as(here).post('/auth/change-password', { currentPassword: testPassword, newPassword: 'short' })).status).toBe(400);
  expect((await change(testPassword)).status).toBe(204);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect((await as(here).get('/me')).status).toBe(200);
  expect((await as(there).get('/me')).status).toBe(401);
  expect((await signIn(email, 'quite another password')).status).toBe(200);
});

test('the mailbox is readable on this machine and for no other host, and shows mail as inert pages', async () => {
  const local = await visitor().get('//mailbox');
  expect(local.status).toBe(200);
  const [newest] = await kernel.get(Mailbox).list();
  expect(local.body).toContain(`/mailbox/${newest!.id}`);
  const body = await visitor().get(`//mailbox/${newest!.id}/body`);
  expect(body.headers.get('content-security-policy')).toMatch(/sandbox/);
  expect((await visitor().get('//mailbox/..%2f..%2fetc')).status).toBe(404);
});
