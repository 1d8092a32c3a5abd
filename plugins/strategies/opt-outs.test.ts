import { eventually, type Caller, type Kernel } from '@loctelli/core/testing';
import { becomes, enrolled, mailStep, mailsTo, makeClient, running, shown, waitStep } from './enrolment-kernel.ts';
import { bootStrategies } from './strategy-kernel.ts';

let kernel: Kernel;
let admin: Caller;
let user: Caller;
let stranger: Caller;
beforeAll(async () => {
  kernel = await bootStrategies();
  [admin, user, stranger] = [await kernel.as(kernel.a), await kernel.as(kernel.a, 'user'), await kernel.as(kernel.b)];
}, 90_000);
afterAll(() => kernel?.close());

const underWay = async (clientId: number) => {
  const strategy = await running(admin, [mailStep('s1'), waitStep('s2'), mailStep('s3')]);
  const id = await enrolled(admin, strategy.id, clientId);
  await becomes(admin, id, { next: { stepId: 's3' } });
  return { id, strategyId: strategy.id };
};

test('the link in a mail ends every cadence of the client without a sign-in, twice changes nothing, and back is possible', async () => {
  const client = await makeClient(admin);
  const [one, two] = [await underWay(client.id), await underWay(client.id)];
  const [mail] = await mailsTo(kernel, client.email);
  const token = /\/unsubscribe\/([\w-]+)/.exec(mail!.text!)![1]!;
  const path = `/strategies/unsubscribe/${token}`;
  const visitor = kernel.visitor(kernel.a);
  expect((await visitor.get(path)).body).toEqual({ company: 'A', email: expect.stringMatching(/^c….@mail\.example$/), unsubscribed: false });
  for (let times = 0; times < 2; times++) {
    const { status, body } = await visitor.post(path, { unsubscribed: true });
    expect([status, body.unsubscribed]).toEqual([200, true]);
  }
  for (const { id } of [one, two]) await becomes(admin, id, { status: 'stopped', stopReason: 'unsubscribed' });
  expect((await admin.get(`/strategies/opt-outs?clientId=${client.id}`)).body.items).toMatchObject([{ clientId: client.id, source: 'link', clientName: 'Ana Ruiz' }]);
  expect((await admin.post('/strategies/enrolments', { strategyId: one.strategyId, clientId: client.id })).body.code).toBe('strategies.unsubscribed');
  await eventually(async () => {
    const events = (await admin.get('/events?types=strategy.unsubscribed')).body.items;
    expect(events.filter(({ data }: { data: { clientId: number } }) => data.clientId === client.id)).toHaveLength(1);
  });
  expect((await visitor.post(path, { unsubscribed: false })).body.unsubscribed).toBe(false);
  expect((await admin.post('/strategies/enrolments', { strategyId: one.strategyId, clientId: client.id })).status).toBe(201);
});

test('a mail program unsubscribes its reader by one click, in whatever form it says so', async () => {
  for (const [type, sent] of [
    ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    ['multipart/form-data; boundary=cut', '--cut\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--cut--\r\n'],
  ] as const) {
    const client = await makeClient(admin);
    const { id } = await underWay(client.id);
    const [mail] = await mailsTo(kernel, client.email);
    expect(mail!.headers.get('list')).toMatchObject({ 'unsubscribe-post': { name: 'List-Unsubscribe=One-Click' } });
    const { url } = (mail!.headers.get('list') as unknown as { unsubscribe: { url: string } }).unsubscribe;
    expect(url).toMatch(/^https?:\/\/a\..*\/api\/v1\/strategies\/unsubscribe\/[\w-]{20,}\/one-click$/);
    const path = new URL(url).pathname;
    const post = (tenant: typeof kernel.a) => fetch(`${kernel.origin}${path}`, { method: 'POST', headers: { 'x-forwarded-host': tenant.host, 'content-type': type }, body: sent });
    expect((await post(kernel.b)).status).toBe(404);
    expect((await fetch(`${kernel.origin}${path}`, { headers: { 'x-forwarded-host': kernel.a.host } })).status).toBe(404);
    expect((await shown(admin, id)).status).toBe('active');
    // Mail programs may say it more than once, and at once.
    expect(new Set((await Promise.all(Array.from({ length: 8 }, () => post(kernel.a)))).map(({ status }) => status))).toEqual(new Set([200]));
    expect((await admin.get(`/strategies/opt-outs?clientId=${client.id}`)).body.items).toHaveLength(1);
    await becomes(admin, id, { status: 'stopped', stopReason: 'unsubscribed' });
  }
});

test('a link that was tampered with, or is another tenant’s, leads nowhere', async () => {
  const client = await makeClient(admin);
  await underWay(client.id);
  const [mail] = await mailsTo(kernel, client.email);
  const token = /\/unsubscribe\/([\w-]+)/.exec(mail!.text!)![1]!;
  const forged = Buffer.from(token, 'base64url');
  forged.writeUInt32BE(forged.readUInt32BE(0) + 1);
  const altered = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'].filter((letter) => !token.endsWith(letter)).map((letter) => [kernel.a, token.slice(0, -1) + letter] as const);
  for (const [tenant, wrong] of [...altered, [kernel.a, forged.toString('base64url')], [kernel.a, 'nonsense'], [kernel.b, token]] as const) {
    expect((await kernel.visitor(tenant).get(`/strategies/unsubscribe/${wrong}`)).body.code).toBe('strategies.link-unknown');
    expect((await kernel.visitor(tenant).post(`/strategies/unsubscribe/${wrong}`, { unsubscribed: true })).body.code).toBe('strategies.link-unknown');
  }
  expect((await stranger.get('/strategies/opt-outs')).body.items).toEqual([]);
});

test('staff note it for clients in their reach, and take it back', async () => {
  const [theirs, hidden] = [await makeClient(user), await makeClient(admin)];
  const { status, body } = await user.post('/strategies/opt-outs', { clientId: theirs.id });
  expect([status, body]).toEqual([201, expect.objectContaining({ clientId: theirs.id, source: 'staff' })]);
  expect((await user.post('/strategies/opt-outs', { clientId: theirs.id })).body.id).toBe(body.id);
  for (const caller of [user, stranger]) expect((await caller.post('/strategies/opt-outs', { clientId: hidden.id })).body.code).toBe('strategies.client-not-found');
  const { body: other } = await admin.post('/strategies/opt-outs', { clientId: hidden.id });
  expect((await user.get('/strategies/opt-outs')).body.items.map(({ id }: { id: number }) => id)).toEqual([body.id]);
  for (const caller of [user, stranger]) expect((await caller.delete(`/strategies/opt-outs/${other.id}`)).body.code).toBe('strategies.opt-out-not-found');
  expect((await user.delete(`/strategies/opt-outs/${body.id}`)).status).toBe(204);
  expect((await user.get('/strategies/opt-outs')).body.items).toEqual([]);
});

test('a link of a client that was merged stands for the one it became', async () => {
  const [keeps, goes] = [await makeClient(admin, { name: 'Kept One' }), await makeClient(admin, { name: 'Kept Onne' })];
  await underWay(goes.id);
  const [mail] = await mailsTo(kernel, goes.email);
  const token = /\/unsubscribe\/([\w-]+)/.exec(mail!.text!)![1]!;
  const versions = Object.fromEntries(await Promise.all([keeps.id, goes.id].map(async (id) => [id, (await admin.get(`/clients/${id}`)).body.version])));
  expect((await admin.post('/clients/merges', { survivorId: keeps.id, ids: [goes.id], versions })).status).toBeLessThan(300);
  expect((await kernel.visitor(kernel.a).post(`/strategies/unsubscribe/${token}`, { unsubscribed: true })).body.unsubscribed).toBe(true);
  expect((await admin.get('/strategies/opt-outs')).body.items[0]).toMatchObject({ clientId: keeps.id });
});
