import { bootKernel, eventually, type Caller, type Kernel } from '@loctelli/core/testing';
import { generateSync } from 'otplib';
import { SoftwareAuthenticator, type Misbehaviour } from '../../testing/software-authenticator.ts';
import { testPassword } from '../../testing/test-tenants.ts';
import { PlatformDatabase } from '../database/database.ts';
import { Mailbox } from '../mail/mailbox.ts';

let kernel: Kernel;
const originOf = (tenant: { host: string }) => `http://${tenant.host}:3001`;
const refused = { status: 401, body: { code: 'core.passkey-refused' } };

async function enrol(caller: Caller, authenticator: SoftwareAuthenticator, wrong: Misbehaviour = {}) {
  const options = await caller.post('/auth/passkeys/options', { currentPassword: testPassword });
  expect(options.status).toBe(200);
  return caller.post('/auth/passkeys', { name: 'Laptop', credential: authenticator.create(options.body, wrong) });
}

async function signIn(authenticator: SoftwareAuthenticator, wrong: Misbehaviour = {}, tenant = kernel.a) {
  const { body } = await kernel.visitor(tenant).post('/auth/login/passkey/options');
  return kernel.visitor(tenant).post('/auth/login/passkey', { credential: authenticator.get(body, wrong) });
}

async function withPasskey(role: 'admin' | 'manager' | 'user' = 'manager') {
  const caller = await kernel.as(kernel.a, role);
  const authenticator = new SoftwareAuthenticator(originOf(kernel.a));
  const { status, body } = await enrol(caller, authenticator);
  expect(status).toBe(201);
  return { caller, authenticator, id: body.id as number };
}

beforeAll(async () => {
  kernel = await bootKernel();
});
afterEach(async () => {
  await kernel.get(PlatformDatabase).passkey.deleteMany();
});
afterAll(() => kernel.close());

test('a passkey signs in without a name or a password, and stands for both factors', async () => {
  const { caller, authenticator, id } = await withPasskey();
  const { secret } = (await caller.post('/auth/totp', {})).body;
  expect((await caller.post('/auth/totp/confirm', { code: generateSync({ secret }) })).status).toBe(200);
  const answered = await signIn(authenticator);
  expect(answered).toMatchObject({ status: 200, body: { user: { email: kernel.a.users.manager.email }, accessToken: expect.any(String) } });
  const [listed] = (await caller.get('/auth/factors')).body.passkeys;
  expect(listed).toEqual({ id, name: 'Laptop', backedUp: false, lastUsedAt: expect.any(String), createdAt: expect.any(String) });
  await kernel.get(PlatformDatabase).user.updateMany({ data: { totpEnabledAt: null, totpSecret: null } });
});

test('creation asks for a discoverable credential whose holder is checked, for this host alone', async () => {
  const { caller, authenticator } = await withPasskey();
  const { body } = await caller.post('/auth/passkeys/options', {});
  expect(body).toMatchObject({
    rp: { id: 'a.localhost', name: 'A' },
    attestation: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: [{ id: authenticator.held[0]!.id.toString('base64url'), type: 'public-key' }],
  });
  expect(body.user.id).toBe((await caller.post('/auth/passkeys/options', {})).body.user.id);
  expect((await kernel.visitor(kernel.a).post('/auth/login/passkey/options')).body).toMatchObject({
    rpId: 'a.localhost',
    userVerification: 'required',
  });
});

test('what was signed for another origin, another host, without a check or for another challenge is refused', async () => {
  const { caller, authenticator } = await withPasskey();
  const wrongs: Misbehaviour[] = [
    { origin: 'https://evil.example' },
    { origin: originOf(kernel.b) },
    { rpId: 'b.localhost' },
    { unverified: true },
    { challenge: Buffer.alloc(32, 7).toString('base64url') },
  ];
  for (const wrong of [...wrongs, { userHandle: Buffer.alloc(32, 7).toString('base64url') }])
    expect(await signIn(authenticator, wrong)).toMatchObject(refused);
  for (const wrong of wrongs) {
    const answer = await enrol(caller, new SoftwareAuthenticator(originOf(kernel.a)), wrong);
    expect(answer).toMatchObject({ status: 422, body: { code: 'core.passkey-invalid' } });
  }
  expect((await caller.get('/auth/factors')).body.passkeys).toHaveLength(1);
  expect((await signIn(authenticator)).status).toBe(200);
});

test('a challenge serves once, of many at once one', async () => {
  const { caller, authenticator } = await withPasskey();
  const { body } = await kernel.visitor(kernel.a).post('/auth/login/passkey/options');
  const credentials = [1, 2, 3].map(() => authenticator.get(body));
  const answers = await Promise.all(credentials.map((credential) => kernel.visitor(kernel.a).post('/auth/login/passkey', { credential })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);

  const options = (await caller.post('/auth/passkeys/options', {})).body;
  const other = new SoftwareAuthenticator(originOf(kernel.a));
  const [first, again] = [other.create(options), other.create(options)];
  expect((await caller.post('/auth/passkeys', { name: 'First', credential: first })).status).toBe(201);
  expect((await caller.post('/auth/passkeys', { name: 'Again', credential: again })).status).toBe(422);
  // Neither does a challenge to sign in serve to add a passkey, nor one made for somebody else.
  const foreign = (await (await kernel.as(kernel.a, 'user')).post('/auth/passkeys/options', {})).body;
  const toSignIn = (await kernel.visitor(kernel.a).post('/auth/login/passkey/options')).body;
  for (const challenge of [foreign.challenge, toSignIn.challenge])
    expect((await caller.post('/auth/passkeys', { name: 'X', credential: other.create({ ...options, challenge }) })).status).toBe(422);
});

test('a counter that does not move on gives a copy away', async () => {
  const { authenticator } = await withPasskey();
  expect((await signIn(authenticator, { counter: 5 })).status).toBe(200);
  for (const counter of [5, 4, 1]) expect(await signIn(authenticator, { counter })).toMatchObject(refused);
  expect((await signIn(authenticator, { counter: 6 })).status).toBe(200);
  await eventually(async () => {
    const { items } = (await (await kernel.as(kernel.a)).get('/audit?limit=100&action=user.sign-in-failed')).body;
    expect(items[0]).toMatchObject({ changes: { factor: 'passkey', email: kernel.a.users.manager.email } });
  });
});

test('a passkey of one tenant is nothing to another, and an inactive account is told no more than a stranger', async () => {
  const { authenticator } = await withPasskey('user');
  expect(await signIn(authenticator, {}, kernel.b)).toMatchObject(refused);
  const at = async (tenant: typeof kernel.a) => (await kernel.visitor(tenant).post('/auth/login/passkey/options')).body;
  // Signed for A's host with a challenge of B, shown to A.
  const { challenge } = await at(kernel.b);
  const credential = authenticator.get({ ...(await at(kernel.a)), challenge });
  expect(await kernel.visitor(kernel.a).post('/auth/login/passkey', { credential })).toMatchObject(refused);

  const platform = kernel.get(PlatformDatabase);
  await platform.user.updateMany({ where: { id: kernel.a.users.user.id }, data: { isActive: false } });
  const [inactive, unknown] = [
    await signIn(authenticator),
    await signIn(Object.assign(new SoftwareAuthenticator(originOf(kernel.a)), { held: strangers() })),
  ];
  const told = ({ status, body: { requestId: _, ...rest } }: typeof inactive) => ({ status, rest });
  expect(told(inactive)).toEqual(told(unknown));
  await platform.user.updateMany({ where: { id: kernel.a.users.user.id }, data: { isActive: true } });
});

test('passkeys are named and removed by their owner alone, and both are in the log and in the mail', async () => {
  const { caller, authenticator, id } = await withPasskey();
  const others = [await kernel.as(kernel.a), await kernel.as(kernel.b)];
  for (const other of others) {
    expect((await other.patch(`/auth/passkeys/${id}`, { name: 'Mine' })).status).toBe(404);
    expect((await other.delete(`/auth/passkeys/${id}`)).status).toBe(404);
  }
  expect((await caller.patch(`/auth/passkeys/${id}`, { name: 'Work laptop' })).body.name).toBe('Work laptop');
  expect((await caller.delete(`/auth/passkeys/${id}`)).status).toBe(204);
  expect((await caller.delete(`/auth/passkeys/${id}`)).status).toBe(404);
  expect(await signIn(authenticator)).toMatchObject(refused);
  const actions = (await others[0]!.get('/audit?limit=100')).body.items.map(({ action }: { action: string }) => action);
  expect(actions).toEqual(expect.arrayContaining(['user.passkey-added', 'user.passkey-renamed', 'user.passkey-removed']));
  await eventually(async () => {
    const texts = (await kernel.get(Mailbox).list()).filter(({ to }) => to === kernel.a.users.manager.email).map(({ text }) => text);
    expect(texts.some((text) => text.includes('“Laptop” now signs in'))).toBe(true);
    expect(texts.some((text) => text.includes('“Work laptop” no longer signs in'))).toBe(true);
  });
});

test('there is an end to how many passkeys an account may have', async () => {
  const caller = await kernel.as(kernel.a, 'user');
  const row = { tenantId: kernel.a.id, userId: kernel.a.users.user.id, name: 'x', publicKey: new Uint8Array([1]) };
  await kernel
    .get(PlatformDatabase)
    .passkey.createMany({ data: Array.from({ length: 20 }, (_, index) => ({ ...row, credentialId: `c${index}` })) });
  expect((await caller.post('/auth/passkeys/options', {})).body.code).toBe('core.too-many-passkeys');
});

/** A credential no server has heard of. */
function strangers() {
  const stranger = new SoftwareAuthenticator(originOf(kernel.a));
  stranger.create({ challenge: 'x', rp: { id: 'a.localhost' }, user: { id: 'eA' } });
  return stranger.held;
}
