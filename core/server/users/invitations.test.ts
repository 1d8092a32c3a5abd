import { bootKernel, eventually, type Caller, type Kernel } from '@loctelli/core/testing';
import { Mailbox } from '../mail/mailbox.ts';

let kernel: Kernel;
let admin: Caller;
const password = 'a password of my own';

beforeAll(async () => {
  kernel = await bootKernel();
  admin = await kernel.as(kernel.a);
});
afterAll(() => kernel.close());

/** Invites, and reads the link's token from the mail. */
async function invite(email: string, role = 'user'): Promise<{ id: number; token: string }> {
  const sent = await admin.post('/invitations', { email, role });
  expect(sent.status).toBe(201);
  return { id: sent.body.id, token: await tokenTo(email) };
}
const mailsTo = async (email: string) => (await kernel.get(Mailbox).list()).filter(({ to }) => to === email);
const tokenTo = (email: string, count = 1) =>
  eventually(async () => {
    const mails = await mailsTo(email);
    expect(mails).toHaveLength(count);
    return /token=([\w-]+)/.exec(mails[0]!.text)![1]!;
  });

test('the invited get a mail of the tenant’s, choose a password and are in', async () => {
  const { token } = await invite('new@elsewhere.example', 'manager');
  const [mail] = await mailsTo('new@elsewhere.example');
  expect(mail).toMatchObject({ from: expect.stringContaining('@a.localhost'), subject: expect.stringContaining('A') });
  expect(mail!.text).toContain(`http://a.localhost:3001/accept-invitation?token=${token}`);

  const visitor = kernel.visitor(kernel.a);
  expect((await visitor.get(`/invitations/accept?token=${token}`)).body).toEqual({
    email: 'new@elsewhere.example',
    name: null,
    tenant: 'A',
  });
  const accepted = await visitor.post('/invitations/accept', { token, name: 'New Person', password });
  expect(accepted).toMatchObject({ status: 201, body: { user: { name: 'New Person', role: 'manager' }, accessToken: expect.any(String) } });
  expect((await visitor.with({ authorization: `Bearer ${accepted.body.accessToken}` }).get('/users')).status).toBe(200);
  expect((await visitor.post('/auth/login', { email: 'new@elsewhere.example', password })).status).toBe(200);
  expect(await visitor.post('/invitations/accept', { token, name: 'Again', password })).toMatchObject({
    status: 410,
    body: { code: 'core.link-expired' },
  });
});

test('of many who accept one invitation at once, one succeeds', async () => {
  const { token } = await invite('many@elsewhere.example');
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => kernel.visitor(kernel.a).post('/invitations/accept', { token, name: 'One', password })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(410)]);
});

test('an invitation of one tenant is unknown to another', async () => {
  const { id, token } = await invite('a-only@elsewhere.example');
  const other = kernel.visitor(kernel.b);
  expect((await other.get(`/invitations/accept?token=${token}`)).status).toBe(410);
  expect((await other.post('/invitations/accept', { token, name: 'Thief', password })).status).toBe(410);
  const otherAdmin = await kernel.as(kernel.b);
  expect((await otherAdmin.delete(`/invitations/${id}`)).status).toBe(404);
  expect((await otherAdmin.post(`/invitations/${id}/resend`, {})).status).toBe(404);
  expect((await otherAdmin.get('/invitations')).body.items).toEqual([]);
});

test('a link is void once it is revoked, replaced or sent anew', async () => {
  const visitor = kernel.visitor(kernel.a);
  const open = async (token: string) => (await visitor.get(`/invitations/accept?token=${token}`)).status;
  const first = await invite('again@elsewhere.example');
  await admin.post('/invitations', { email: 'again@elsewhere.example', role: 'user' });
  const second = await tokenTo('again@elsewhere.example', 2);
  expect([await open(first.token), await open(second)]).toEqual([410, 200]);
  const { items } = (await admin.get('/invitations')).body;
  const pending = items.find(
    ({ email, status }: { email: string; status: string }) => email === 'again@elsewhere.example' && status === 'pending',
  );
  expect((await admin.post(`/invitations/${pending.id}/resend`, {})).status).toBe(200);
  const third = await tokenTo('again@elsewhere.example', 3);
  expect([await open(second), await open(third)]).toEqual([410, 200]);
  expect((await admin.delete(`/invitations/${pending.id}`)).status).toBe(204);
  expect(await open(third)).toBe(410);
});

test('who has an account is not invited, and who may not invite cannot', async () => {
  expect(await admin.post('/invitations', { email: kernel.a.users.user.email, role: 'user' })).toMatchObject({
    status: 409,
    body: { code: 'core.already-exists' },
  });
  expect((await (await kernel.as(kernel.a, 'user')).post('/invitations', { email: 'x@elsewhere.example', role: 'user' })).status).toBe(403);
  expect((await admin.post('/invitations', { email: 'x@elsewhere.example', role: 'no-such-role' })).status).toBe(422);
});

test('a POST that is repeated under one Idempotency-Key invites once', async () => {
  const body = { email: 'once@elsewhere.example', role: 'user' };
  const answers = await Promise.all([1, 2, 3].map(() => admin.post('/invitations', body, { 'idempotency-key': 'invite-once' })));
  expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
  await tokenTo('once@elsewhere.example');
});
