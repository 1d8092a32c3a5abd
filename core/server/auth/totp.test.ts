import { bootKernel, eventually, type Caller, type Kernel } from '@loctelli/core/testing';
import { generateSync } from 'otplib';
import { testPassword } from '../../testing/test-tenants.ts';
import { RedisConnection } from '../cache/redis.ts';
import { PlatformDatabase } from '../database/database.ts';
import { Mailbox } from '../mail/mailbox.ts';
import { stepSeconds } from './totp.ts';

let kernel: Kernel;
type Role = 'admin' | 'manager' | 'user';
const password = { currentPassword: testPassword };
const login = (role: Role, tenant = kernel.a) =>
  kernel.visitor(tenant).post('/auth/login', { email: tenant.users[role].email, password: testPassword });
const finish = (body: object, tenant = kernel.a) => kernel.visitor(tenant).post('/auth/login/factor', body);
/** The code of the step `ahead` of now: each serves once, so a test that needs several takes them from the whole window. */
const codeOf = (secret: string, ahead = 0) => generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + ahead * stepSeconds });
const actionsOf = async () =>
  (await (await kernel.as(kernel.a)).get('/audit?limit=100')).body.items.map(({ action }: { action: string }) => action);
const userRow = (role: Role) => kernel.get(PlatformDatabase).user.findFirstOrThrow({ where: { id: kernel.a.users[role].id } });

async function freshSession(role: Role): Promise<Caller> {
  const { body } = await login(role);
  return kernel.visitor(kernel.a).with({ authorization: `Bearer ${body.accessToken}` });
}

async function enrol(role: Role): Promise<{ caller: Caller; secret: string; recoveryCodes: string[] }> {
  const caller = await freshSession(role);
  const { secret } = (await caller.post('/auth/totp', {})).body;
  const confirmed = await caller.post('/auth/totp/confirm', { code: codeOf(secret, -1) });
  expect(confirmed.status).toBe(200);
  return { caller, secret, recoveryCodes: confirmed.body.recoveryCodes };
}

beforeAll(async () => {
  kernel = await bootKernel();
});
afterEach(async () => {
  await kernel.get(PlatformDatabase).user.updateMany({ data: { totpSecret: null, totpEnabledAt: null, totpLastStep: null } });
  await kernel.get(PlatformDatabase).recoveryCode.deleteMany();
  const { client, prefix } = kernel.get(RedisConnection);
  for (const key of await client.keys(`${prefix}*`)) if (/:(tries|pause):|:(tries|pause)/.test(key)) await client.del(key);
});
afterAll(() => kernel.close());

test('an authenticator app is set up, asked for at sign-in, and the browser is signed in by its code', async () => {
  const caller = await freshSession('manager');
  const begun = await caller.post('/auth/totp', {});
  expect(begun.body.uri).toMatch(/^otpauth:\/\/totp\/A:manager%40a\.example\?.*secret=[A-Z2-7]{32}.*issuer=A/);
  expect((await login('manager')).body.factorRequired).toBeUndefined();
  expect(await caller.post('/auth/totp/confirm', { code: '000000' })).toMatchObject({ status: 422, body: { code: 'core.wrong-code' } });
  const { body } = await caller.post('/auth/totp/confirm', { code: codeOf(begun.body.secret, -1) });
  expect(new Set(body.recoveryCodes).size).toBe(10);
  expect((await caller.get('/auth/factors')).body).toMatchObject({
    totpEnabledAt: expect.any(String),
    recoveryCodesLeft: 10,
    passkeys: [],
  });
  expect((await caller.get('/auth/profile')).body.totpEnabled).toBe(true);

  const asked = await login('manager');
  expect(Object.keys(asked.body).sort()).toEqual(['factorRequired', 'ticket']);
  expect(asked.headers.getSetCookie()).toEqual([]);
  const done = await finish({ ticket: asked.body.ticket, code: codeOf(begun.body.secret) });
  expect(done).toMatchObject({ status: 200, body: { user: { email: kernel.a.users.manager.email }, accessToken: expect.any(String) } });
  // Sessions that were open stay open.
  expect((await caller.get('/me')).status).toBe(200);
});

test('the secret is sealed in the database, recovery codes are digests, and no repeated request is answered with them', async () => {
  const caller = await freshSession('manager');
  const { secret } = (await caller.post('/auth/totp', {}, { 'idempotency-key': 'once-1' })).body;
  const { recoveryCodes } = (await caller.post('/auth/totp/confirm', { code: codeOf(secret) }, { 'idempotency-key': 'once-2' })).body;
  const platform = kernel.get(PlatformDatabase);
  const kept = JSON.stringify([
    await userRow('manager'),
    await platform.recoveryCode.findMany(),
    await platform.idempotencyKey.findMany(),
    await platform.auditEntry.findMany(),
    (await platform.outboxEvent.findMany()).map(({ payload }) => payload),
  ]);
  for (const word of [secret, ...recoveryCodes]) expect(kept).not.toContain(word);
});

test('a code serves once, also when it is sent many times at once', async () => {
  const { secret } = await enrol('manager');
  const tickets = await Promise.all([1, 2, 3].map(async () => (await login('manager')).body.ticket as string));
  const code = codeOf(secret);
  const answers = await Promise.all(tickets.map((ticket) => finish({ ticket, code })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422]);
});

test('a recovery code stands in once, however it was typed', async () => {
  const { recoveryCodes } = await enrol('manager');
  const typed = ` ${recoveryCodes[0]!.replace('-', ' ').toUpperCase()} `;
  const tickets = await Promise.all([1, 2].map(async () => (await login('manager')).body.ticket as string));
  const answers = await Promise.all(tickets.map((ticket) => finish({ ticket, recoveryCode: typed })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
  const caller = kernel
    .visitor(kernel.a)
    .with({ authorization: `Bearer ${answers.find(({ status }) => status === 200)!.body.accessToken}` });
  expect((await caller.get('/auth/factors')).body.recoveryCodesLeft).toBe(9);
  expect(await actionsOf()).toEqual(expect.arrayContaining(['user.recovery-code-used']));
});

test('a ticket is of one tenant, one use and five tries, and void when the password changes', async () => {
  const { caller, secret, recoveryCodes } = await enrol('user');
  const ticket = (await login('user')).body.ticket as string;
  expect(await finish({ ticket, code: codeOf(secret) }, kernel.b)).toMatchObject({ status: 410, body: { code: 'core.sign-in-expired' } });
  const answers = [];
  for (let round = 0; round < 6; round++) answers.push((await finish({ ticket, code: '000000' })).status);
  expect(answers).toEqual([422, 422, 422, 422, 422, 410]);
  expect((await finish({ ticket, code: codeOf(secret) })).status).toBe(410);

  const second = (await login('user')).body.ticket as string;
  expect((await finish({ ticket: second, recoveryCode: recoveryCodes[0] })).status).toBe(200);
  expect((await finish({ ticket: second, recoveryCode: recoveryCodes[1] })).status).toBe(410);

  const third = (await login('user')).body.ticket as string;
  expect((await caller.post('/auth/change-password', { ...password, newPassword: 'a password that is new' })).status).toBe(204);
  expect((await finish({ ticket: third, recoveryCode: recoveryCodes[1] })).status).toBe(410);
  expect(
    (await caller.post('/auth/change-password', { currentPassword: 'a password that is new', newPassword: testPassword })).status,
  ).toBe(204);
});

test('guesses at the second factor are slowed down over all tickets, and leave a trace', async () => {
  const { secret } = await enrol('manager');
  const statuses: number[] = [];
  for (let round = 0; round < 3; round++) {
    const { ticket } = (await login('manager')).body;
    for (let guess = 0; guess < 5; guess++) statuses.push((await finish({ ticket, code: '000000' })).status);
  }
  expect(statuses.filter((status) => status === 422).length).toBeLessThanOrEqual(8);
  expect(statuses).toContain(429);
  const { ticket } = (await login('manager')).body;
  const held = await finish({ ticket, code: codeOf(secret) });
  if (held.status !== 200) expect(held).toMatchObject({ status: 429, body: { code: 'core.too-many-attempts' } });
  expect(await actionsOf()).toEqual(expect.arrayContaining(['user.sign-in-failed']));
});

test('setting up asks for the password once the sign-in is a while ago', async () => {
  const caller = await freshSession('manager');
  const { client, prefix } = kernel.get(RedisConnection);
  const { items } = (await caller.get('/auth/sessions')).body;
  const { id } = items.find(({ current }: { current: boolean }) => current);
  await client.hset(`${prefix}session:${kernel.a.id}:${id}`, 'createdAt', Date.now() - 11 * 60 * 1000);
  for (const path of ['/auth/totp', '/auth/passkeys/options']) {
    expect(await caller.post(path, {})).toMatchObject({ status: 403, body: { code: 'core.confirm-password' } });
    expect(await caller.post(path, { currentPassword: 'not it' })).toMatchObject({ status: 422, body: { code: 'core.wrong-password' } });
    expect((await caller.post(path, password)).status).toBe(200);
  }
});

test('switching off and new recovery codes take the password and a code', async () => {
  const { caller, secret, recoveryCodes } = await enrol('manager');
  expect((await caller.post('/auth/totp', {})).body.code).toBe('core.totp-already-on');
  for (const path of ['/auth/totp/disable', '/auth/recovery-codes']) {
    expect((await caller.post(path, { code: codeOf(secret) })).status).toBe(400);
    expect((await caller.post(path, { ...password })).status).toBe(400);
    expect((await caller.post(path, { ...password, code: '000000' })).body.code).toBe('core.wrong-code');
    expect((await caller.post(path, { currentPassword: 'not it', code: codeOf(secret) })).body.code).toBe('core.wrong-password');
  }
  const renewed = await caller.post('/auth/recovery-codes', { ...password, recoveryCode: recoveryCodes[0] });
  expect(renewed.body.recoveryCodes).toHaveLength(10);
  expect((await caller.post('/auth/totp/disable', { ...password, recoveryCode: recoveryCodes[1] })).status).toBe(422);
  expect((await caller.post('/auth/totp/disable', { ...password, code: codeOf(secret) })).status).toBe(204);
  expect((await caller.get('/auth/factors')).body).toMatchObject({ totpEnabledAt: null, recoveryCodesLeft: 0 });
  expect((await login('manager')).body.accessToken).toEqual(expect.any(String));
  expect(await actionsOf()).toEqual(expect.arrayContaining(['user.totp-enabled', 'user.recovery-codes-renewed', 'user.totp-disabled']));
});

test('every change is mailed to the account, in its own language', async () => {
  await kernel.get(PlatformDatabase).user.updateMany({ where: { id: kernel.a.users.manager.id }, data: { locale: 'es' } });
  const { caller, secret } = await enrol('manager');
  await caller.post('/auth/totp/disable', { ...password, code: codeOf(secret) });
  await eventually(async () => {
    const subjects = (await kernel.get(Mailbox).list())
      .filter(({ to }) => to === kernel.a.users.manager.email)
      .map(({ subject }) => subject);
    expect(subjects).toEqual(
      expect.arrayContaining(['La verificación en dos pasos está activada · A', 'La verificación en dos pasos está desactivada · A']),
    );
  });
  await kernel.get(PlatformDatabase).user.updateMany({ where: { id: kernel.a.users.manager.id }, data: { locale: null } });
});

test('an administrator resets the factors of another, not their own, and not a neighbour’s', async () => {
  await enrol('user');
  const admin = await kernel.as(kernel.a);
  const reset = (caller: Caller, id: number) => caller.post(`/users/${id}/reset-factors`);
  expect((await reset(await kernel.as(kernel.a, 'manager'), kernel.a.users.user.id)).status).toBe(403);
  expect((await reset(await kernel.as(kernel.b), kernel.a.users.user.id)).status).toBe(404);
  expect((await reset(admin, kernel.a.users.admin.id)).status).toBe(403);
  expect((await login('user')).body.factorRequired).toBe(true);
  expect((await reset(admin, kernel.a.users.user.id)).status).toBe(204);
  expect((await login('user')).body.accessToken).toEqual(expect.any(String));
  expect(await actionsOf()).toEqual(expect.arrayContaining(['user.factors-reset']));
  await eventually(async () => {
    const mails = await kernel.get(Mailbox).list();
    expect(
      mails.some(({ to, text }) => to === kernel.a.users.user.email && text.includes('admin of a removed your authenticator app')),
    ).toBe(true);
  });
});

test('an API key is no person: it changes no factor', async () => {
  const admin = await kernel.as(kernel.a);
  const { key } = (await admin.post('/api-keys', { name: 'robot', scopes: ['users.read'] })).body;
  const robot = kernel.visitor(kernel.a).with({ authorization: `Bearer ${key}` });
  for (const [path, body] of [
    ['/auth/totp', password],
    ['/auth/totp/confirm', { code: '123456' }],
    ['/auth/totp/disable', { ...password, code: '123456' }],
    ['/auth/recovery-codes', { ...password, code: '123456' }],
    ['/auth/passkeys/options', password],
    ['/auth/logout-others', undefined],
  ] as const)
    expect((await robot.post(path, body)).status).toBe(403);
});

test('signing out elsewhere leaves this device signed in', async () => {
  const [here, there] = [await freshSession('user'), await freshSession('user')];
  expect((await here.post('/auth/logout-others')).status).toBe(204);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect([(await here.get('/me')).status, (await there.get('/me')).status]).toEqual([200, 401]);
});

test('the language chosen before the account was opened is kept with it', async () => {
  const admin = await kernel.as(kernel.a);
  await admin.post('/invitations', { email: 'nadia@a.example', role: 'user' });
  const token = await eventually(async () => {
    const mail = (await kernel.get(Mailbox).list()).find(({ to }) => to === 'nadia@a.example');
    return /token=([\w-]+)/.exec(mail!.text)![1]!;
  });
  const accepted = await kernel
    .visitor(kernel.a)
    .post('/invitations/accept', { token, name: 'Nadia', password: 'a long enough one', locale: 'ar' });
  expect(accepted.body.user.locale).toBe('ar');
});
