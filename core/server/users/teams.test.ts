import { bootKernel, eventually, type Caller, type Kernel } from '@loctelli/core/testing';
import { PlatformDatabase } from '../database/database.ts';
import { Mailbox } from '../mail/mailbox.ts';

let kernel: Kernel;
let admin: Caller;
beforeAll(async () => {
  kernel = await bootKernel();
  admin = await kernel.as(kernel.a);
});
afterAll(() => kernel.close());

const team = async (name: string) => (await admin.post('/teams', { name })).body as { id: number; version: number };
const teamOf = async (id: number) => (await kernel.get(PlatformDatabase).user.findFirstOrThrow({ where: { id } })).teamId;

test('a team is made, renamed and listed with its members; its name is its own', async () => {
  const made = await admin.post('/teams', { name: 'Crew' });
  expect(made).toMatchObject({ status: 201, body: { name: 'Crew', members: 0, version: 1 } });
  expect((await admin.patch(`/teams/${made.body.id}`, { version: 1, name: 'Field crew' })).body).toMatchObject({ name: 'Field crew', version: 2 });
  expect((await admin.patch(`/teams/${made.body.id}`, { version: 1, name: 'Late' })).status).toBe(409);
  expect(await admin.post('/teams', { name: 'Sales' })).toMatchObject({ status: 409, body: { code: 'core.already-exists' } });
  const { items } = (await admin.get('/teams')).body;
  expect(items.map(({ name, members }: { name: string; members: number }) => [name, members])).toEqual([
    ['Field crew', 0],
    ['Sales', 2],
  ]);
  expect((await (await kernel.as(kernel.b)).get('/teams')).body.items).toHaveLength(1);
});

test('people join and leave, are in one team only, and are listed by it', async () => {
  const { id } = await team('Roofers');
  const { user, manager } = kernel.a.users;
  expect((await admin.post(`/teams/${id}/members`, { userIds: [user.id, manager.id] })).body).toMatchObject({ members: 2 });
  expect((await admin.get(`/users?teamId=${id}`)).body.items).toHaveLength(2);
  expect((await admin.get('/users?teamId=none')).body.items.map(({ id: each }: { id: number }) => each)).toEqual([kernel.a.users.admin.id]);
  expect((await admin.delete(`/teams/${id}/members/${user.id}`)).status).toBe(204);
  expect(await teamOf(user.id)).toBeNull();
  expect((await admin.delete(`/teams/${id}/members/${user.id}`)).status).toBe(404);
  expect(await admin.post(`/teams/${id}/members`, { userIds: [kernel.b.users.user.id] })).toMatchObject({
    status: 400,
    body: { errors: [{ path: 'userIds', code: 'unknown' }] },
  });
});

test('a team with members goes only with a word on where they go, and what was shared with it goes along', async () => {
  const [old, next] = [await team('Old'), await team('Next')];
  const { user } = kernel.a.users;
  await admin.post(`/teams/${old.id}/members`, { userIds: [user.id] });
  const platform = kernel.get(PlatformDatabase);
  const shared = { tenantId: kernel.a.id, ownerId: user.id, list: 'x', name: 'Ours', query: {}, visibility: 'team' };
  const view = await platform.savedView.create({ data: { ...shared, teamId: old.id } });
  expect(await admin.delete(`/teams/${old.id}`)).toMatchObject({ status: 409, body: { code: 'core.still-referenced' } });
  expect((await admin.delete(`/teams/${old.id}?moveTo=2000000000`)).status).toBe(400);
  expect((await admin.delete(`/teams/${old.id}?moveTo=${next.id}`)).status).toBe(204);
  expect(await teamOf(user.id)).toBe(next.id);
  expect(await platform.savedView.findFirst({ where: { id: view.id } })).toMatchObject({ teamId: next.id, visibility: 'team' });
  expect((await admin.delete(`/teams/${next.id}?moveTo=none`)).status).toBe(204);
  expect(await teamOf(user.id)).toBeNull();
  expect(await platform.savedView.findFirst({ where: { id: view.id } })).toMatchObject({ teamId: null, visibility: 'private' });
});

test('whoever accepts an invitation into a team is in it', async () => {
  const { id } = await team('Newcomers');
  const email = 'new@elsewhere.example';
  expect((await admin.post('/invitations', { email, role: 'user', teamId: id })).body).toMatchObject({ teamId: id });
  const token = await eventually(async () => {
    const mail = (await kernel.get(Mailbox).list()).find(({ to }) => to === email);
    return /token=([\w-]+)/.exec(mail!.text)![1]!;
  });
  const accepted = await kernel.visitor(kernel.a).post('/invitations/accept', { token, name: 'New', password: 'a password of my own' });
  expect(accepted.body.user).toMatchObject({ teamId: id });
  expect((await admin.post('/invitations', { email: 'x@elsewhere.example', role: 'user', teamId: 2_000_000_000 })).status).toBe(400);
});

test('who may only look changes no team, and one of another tenant is none', async () => {
  const manager = await kernel.as(kernel.a, 'manager');
  expect((await manager.get('/teams')).status).toBe(200);
  expect((await manager.post('/teams', { name: 'Mine' })).status).toBe(403);
  const { id } = await team('Ours');
  const other = await kernel.as(kernel.b);
  expect((await other.patch(`/teams/${id}`, { version: 1, name: 'Theirs' })).status).toBe(404);
  expect((await other.delete(`/teams/${id}?moveTo=none`)).status).toBe(404);
  expect((await other.post(`/teams/${id}/members`, { userIds: [kernel.b.users.user.id] })).status).toBe(404);
});
