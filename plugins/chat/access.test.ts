import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FormData } from 'undici';
import { bootKernel, eventually, pluginWithRequired, type Caller, type Kernel } from '@loctelli/core/testing';

let kernel: Kernel;
let admin: Caller;
let manager: Caller;
let user: Caller;

beforeAll(async () => {
  kernel = await bootKernel({ plugins: pluginWithRequired('chat') });
  [admin, manager, user] = await Promise.all([kernel.as(kernel.a), kernel.as(kernel.a, 'manager'), kernel.as(kernel.a, 'user')]);
}, 60_000);
afterAll(() => kernel?.close());

const key = () => crypto.randomUUID();
async function begin(about: object): Promise<{ visitor: Caller; id: number; clientId: number }> {
  const { body } = await kernel.visitor(kernel.a).post('/chat/visitor/session', about);
  const visitor = kernel.visitor(kernel.a).with({ 'x-visitor': body.token });
  await visitor.post('/chat/visitor/messages', { key: key(), body: 'Hello there' });
  const { id } = (await visitor.get('/chat/visitor/messages')).body.conversation;
  return { visitor, id, clientId: (await admin.get(`/chat/conversations/${id}`)).body.clientId };
}

let defaults: object | undefined;
/** Changes what the built-in role `user` may do; grants that are not named are as the manifests say. */
async function rule({ grants, ...change }: { grants?: object; fields?: object }): Promise<void> {
  const role = (await admin.get('/roles')).body.items.find(({ key: name }: { key: string }) => name === 'user');
  defaults ??= role.grants;
  const wanted = grants && { grants: { ...defaults, ...grants } };
  expect((await admin.patch(`/roles/${role.id}`, { version: role.version, ...change, ...wanted })).status).toBe(200);
}
const sees = (caller: Caller, id: number) => caller.get(`/chat/conversations/${id}`).then(({ status }) => status);

test('a scope reaches what is assigned within it, and what could be taken; a team’s work only the team', async () => {
  const [free, mine, theirs, ofTeam, ofOthers] = await Promise.all(['free', 'mine', 'theirs', 'team', 'others'].map((name) => begin({ name })));
  const team = (await admin.get('/chat/people')).body.teams[0];
  const { body: other } = await admin.post('/teams', { name: 'Night shift' });
  const assign = async (id: number, body: object) => expect((await admin.put(`/chat/conversations/${id}/assignment`, body)).status).toBe(200);
  await assign(mine!.id, { assigneeId: kernel.a.users.user.id });
  await assign(theirs!.id, { assigneeId: kernel.a.users.manager.id });
  await assign(ofTeam!.id, { teamId: team.id });
  await assign(ofOthers!.id, { teamId: other.id });
  const reach = async () => Promise.all([free, mine, theirs, ofTeam, ofOthers].map((each) => sees(user, each!.id)));
  expect(await reach()).toEqual([200, 200, 200, 200, 200]);
  await rule({ grants: { 'chat.read': 'own' } });
  await eventually(async () => expect(await reach()).toEqual([200, 200, 404, 200, 404]));
  const listed = (await user.get('/chat/conversations?limit=100')).body.items.map(({ id }: { id: number }) => id);
  expect([free, mine, theirs, ofTeam, ofOthers].map((each) => listed.includes(each!.id))).toEqual([true, true, false, true, false]);
  expect((await user.post(`/chat/conversations/${theirs!.id}/messages`, { key: key(), body: 'x' })).body.code).toBe('chat.not-found');
  expect((await user.put(`/chat/conversations/${free!.id}/assignment`, { assigneeId: kernel.a.users.user.id })).status).toBe(200);
  await rule({ grants: { 'chat.read': 'team' } });
  await eventually(async () => expect(await reach()).toEqual([200, 200, 200, 200, 404]));
  const named = `@[user of a](user:${kernel.a.users.user.id})`;
  const note = await admin.post(`/chat/conversations/${ofOthers!.id}/messages`, { key: key(), kind: 'note', body: named });
  expect(note.body.mentions).toEqual([]);
  await rule({ grants: {} });
  expect((await admin.delete(`/teams/${other.id}`)).status).toBe(204);
  expect((await admin.get(`/chat/conversations/${ofOthers!.id}`)).body.teamId).toBeNull();
});

test('a role that is refused clients’ addresses does not read them in the inbox either', async () => {
  const { id, clientId } = await begin({ name: 'Hidden', email: 'hidden@mail.example' });
  await admin.patch(`/clients/${clientId}`, { version: 1, ownerId: kernel.a.users.user.id });
  expect((await user.get(`/chat/conversations/${id}`)).body.client).toMatchObject({ email: 'hidden@mail.example', reachable: true });
  const { body: reply } = await admin.post('/chat/canned-replies', { shortcut: 'addr', title: 'Address', body: 'Is {{ client.email }} right, {{ client.firstName }}?', visibility: 'tenant' });
  await rule({ fields: { Client: { email: ['read'] } } });
  await eventually(async () => {
    const answers = await Promise.all(['', '/messages'].map((path) => user.get(`/chat/conversations/${id}${path}`)));
    answers.push(await user.get('/chat/conversations?limit=100'), await user.get(`/chat/clients/${clientId}/conversations`), await user.get(`/chat/clients/${clientId}/messages`));
    answers.push(await user.post(`/chat/canned-replies/${reply.id}/render`, { conversationId: id }));
    for (const { status, body } of answers) expect([status, JSON.stringify(body).includes('hidden@mail')]).toEqual([200, false]);
  });
  expect((await user.post(`/chat/canned-replies/${reply.id}/render`, { conversationId: id })).body.body).toBe('Is  right, Hidden?');
  await rule({ fields: {} });
});

test('of a client out of reach only the name is told', async () => {
  const { id } = await begin({ name: 'Far Away', email: 'far@mail.example' });
  expect((await user.get(`/chat/conversations/${id}`)).body.client).toMatchObject({ name: 'Far Away', email: null, reachable: false });
});

test('canned replies are their author’s or the tenant’s, and are filled in from what they may say', async () => {
  const make = (caller: Caller, input: object) => caller.post('/chat/canned-replies', { title: 'T', body: 'B', ...input });
  expect((await make(user, { shortcut: 'shared', visibility: 'tenant' })).status).toBe(403);
  const { body: own } = await make(user, { shortcut: 'Hi', body: 'Hello {{ client.firstName }}, {{ user.firstName }} here.' });
  expect(own).toMatchObject({ shortcut: 'hi', visibility: 'private', mine: true });
  expect((await make(user, { shortcut: 'hi' })).body.code).toBe('chat.canned-reply-exists');
  expect((await make(manager, { shortcut: 'hi' })).status).toBe(201);
  expect((await manager.patch(`/chat/canned-replies/${own.id}`, { version: 1, title: 'Mine now' })).body.code).toBe('chat.canned-reply-not-found');
  expect((await manager.post(`/chat/canned-replies/${own.id}/render`, {})).body.code).toBe('chat.canned-reply-not-found');
  const { id } = await begin({ name: 'Ana María Ruiz' });
  expect((await user.post(`/chat/canned-replies/${own.id}/render`, { conversationId: id })).body.body).toBe('Hello Ana, user here.');
  for (const body of ['{{ client.password }}', '{{ process.env }}', '{% include "x" %}', "{% render '/etc/passwd' %}", '{% layout "x" %}', '{% for i in (1..99999999) %}x{% endfor %}', '{{ client.name | shout }}', '{{ client.constructor }}', '{% if %}'])
    expect([body, (await make(user, { shortcut: 'bad', body })).body.code]).toEqual([body, 'chat.wrong-template']);
});

test('conversations follow their client into a merge, back out of it, and go with one that is erased, files and all', async () => {
  const first = await begin({ name: 'Doubled', email: 'one@mail.example' });
  const second = await begin({ name: 'Doubled', email: 'two@mail.example' });
  const form = new FormData();
  form.append('file', new Blob(['Their words in a file']), 'words.txt');
  const { body: file } = await second.visitor.post('/chat/visitor/attachments', form);
  await second.visitor.post('/chat/visitor/messages', { key: key(), body: 'My secret', attachmentIds: [file.id] });
  const clientOf = async (id: number) => (await admin.get(`/chat/conversations/${id}`)).body.clientId;
  const versions = Object.fromEntries(await Promise.all([first, second].map(async ({ clientId }) => [clientId, (await admin.get(`/clients/${clientId}`)).body.version])));
  const merged = await admin.post('/clients/merges', { survivorId: first.clientId, ids: [second.clientId], versions });
  expect(merged.status).toBe(201);
  await eventually(async () => expect(await clientOf(second.id)).toBe(first.clientId));
  expect((await admin.post(`/clients/merges/${merged.body.id}/undo`)).status).toBe(200);
  await eventually(async () => expect(await clientOf(second.id)).toBe(second.clientId));
  expect(await clientOf(first.id)).toBe(first.clientId);

  const stored = async () => (await readdir(join(kernel.config.dataDir, 'files', String(kernel.a.id)))).length;
  const before = await stored();
  expect((await admin.post(`/clients/${second.clientId}/erase`, { confirm: 'Doubled' })).status).toBeLessThan(300);
  expect(await sees(admin, second.id)).toBe(404);
  await eventually(async () => expect(await stored()).toBe(before - 1));
  expect((await admin.get('/chat/conversations?search=secret&status=any')).body.items).toEqual([]);
  expect((await second.visitor.get('/chat/visitor/messages')).body.code).toBe('chat.visitor-unknown');
});
