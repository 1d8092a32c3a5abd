import { bootKernel, eventually, pluginWithRequired, type Caller, type Kernel } from '@loctelli/core/testing';
import { createHmac } from 'node:crypto';

let kernel: Kernel;
let admin: Caller;
let manager: Caller;
let user: Caller;
let stranger: Caller;

beforeAll(async () => {
  kernel = await bootKernel({ plugins: pluginWithRequired('chat') });
  [admin, manager, user, stranger] = await Promise.all([kernel.as(kernel.a), kernel.as(kernel.a, 'manager'), kernel.as(kernel.a, 'user'), kernel.as(kernel.b)]);
}, 60_000);
afterAll(() => kernel?.close());

const key = () => crypto.randomUUID();

/** A visitor who has begun, on A's host unless told. */
async function visitor(about: object = {}, tenant = kernel.a): Promise<Caller> {
  const { status, body } = await kernel.visitor(tenant).post('/chat/visitor/session', about);
  expect([status, body.token]).toEqual([200, expect.any(String)]);
  return kernel.visitor(tenant).with({ 'x-visitor': body.token });
}

async function say(caller: Caller, body: string, more: object = {}) {
  const answer = await caller.post('/chat/visitor/messages', { key: key(), body, ...more });
  expect([answer.status, answer.body]).toEqual([201, expect.objectContaining({ kind: 'incoming' })]);
  return answer.body;
}

const conversationOf = async (caller: Caller): Promise<number> => (await caller.get('/chat/visitor/messages')).body.conversation.id;

async function answer(caller: Caller, id: number, body: string, more: object = {}) {
  const sent = await caller.post(`/chat/conversations/${id}/messages`, { key: key(), body, ...more });
  expect([sent.status, sent.body]).toEqual([201, expect.objectContaining({ body })]);
  return sent.body;
}

test('a visitor writes, staff answer, and each sees what is theirs to see', async () => {
  const ana = await visitor({ name: 'Ana', email: 'ana@casa.example', page: 'https://roof.example/prices' });
  await say(ana, 'Do you repair skylights?');
  const id = await conversationOf(ana);
  const { body: conversation } = await user.get(`/chat/conversations/${id}`);
  expect(conversation).toMatchObject({ channel: 'web', status: 'open', unread: true, preview: 'Do you repair skylights?', client: { name: 'Ana' }, visitor: { page: 'https://roof.example/prices' }, may: { reply: true } });
  await answer(user, id, 'We do. Where is it?');
  await answer(manager, id, 'Careful, she knows the owner.', { kind: 'note' });
  await say(ana, 'Elm Street 4');
  const seen = (await ana.get('/chat/visitor/messages')).body;
  expect(seen.items.map(({ kind, body }: { kind: string; body: string }) => [kind, body])).toEqual([
    ['incoming', 'Do you repair skylights?'],
    ['outgoing', 'We do. Where is it?'],
    ['incoming', 'Elm Street 4'],
  ]);
  expect(JSON.stringify(seen)).not.toContain('Careful');
  const all = (await admin.get(`/chat/conversations/${id}/messages`)).body;
  expect(all.items.map(({ sequence }: { sequence: number }) => sequence)).toEqual([1, 2, 3, 4]);
  expect((await user.get(`/chat/conversations/${id}`)).body).toMatchObject({ firstReplyAt: expect.any(String), readSequence: 2, unread: true });
});

test('what is sent twice under one key is one message, however it comes', async () => {
  const twice = await visitor();
  const once = key();
  const answers = await Promise.all([1, 2, 3].map(() => twice.post('/chat/visitor/messages', { key: once, body: 'Hello?' })));
  expect(new Set(answers.map(({ body }) => body.sequence)).size).toBe(1);
  const id = await conversationOf(twice);
  const reply = key();
  const sent = await Promise.all([1, 2, 3].map(() => user.post(`/chat/conversations/${id}/messages`, { key: reply, body: 'Hello.' })));
  expect(sent.map(({ status, body }) => [status, body.sequence])).toEqual([[201, 2], [201, 2], [201, 2]]);
  expect((await manager.post(`/chat/conversations/${id}/messages`, { key: reply, body: 'Mine' })).body.code).toBe('chat.key-taken');
  expect((await user.get(`/chat/conversations/${id}/messages`)).body.lastSequence).toBe(2);
});

test('many write into one conversation at once: numbers have no gap and no double', async () => {
  const crowd = await visitor();
  await say(crowd, 'First');
  const id = await conversationOf(crowd);
  await Promise.all(Array.from({ length: 12 }, (_, n) => answer([admin, manager, user][n % 3]!, id, `Answer ${n}`)));
  const { body } = await admin.get(`/chat/conversations/${id}/messages?limit=200`);
  expect(body.items.map(({ sequence }: { sequence: number }) => sequence)).toEqual(Array.from({ length: 13 }, (_, n) => n + 1));
});

test('a visitor reaches no conversation but their own, and a stranger none at all', async () => {
  const [one, other] = [await visitor({ name: 'One' }), await visitor({ name: 'Other' })];
  await say(one, 'Secret of one');
  await say(other, 'Mine');
  expect(JSON.stringify((await other.get('/chat/visitor/messages')).body)).not.toContain('Secret');
  const none = kernel.visitor(kernel.a);
  for (const [method, path, body] of [
    ['GET', '/messages'],
    ['POST', '/messages', { key: key(), body: 'x' }],
    ['GET', '/stream'],
    ['POST', '/typing', { typing: true }],
    ['POST', '/read', {}],
  ] as const)
    for (const caller of [none, none.with({ 'x-visitor': 'made-up' }), one.at(kernel.b.host)])
      expect([path, (await caller.send(method, `/chat/visitor${path}`, body)).body.code]).toEqual([path, 'chat.visitor-unknown']);
  const id = await conversationOf(one);
  for (const path of ['', '/messages']) expect((await stranger.get(`/chat/conversations/${id}${path}`)).body.code).toBe('chat.not-found');
  expect((await stranger.get('/chat/conversations?status=any')).body.items).toEqual([]);
});

test('who the website signs for is known again on another device; who it does not is refused', async () => {
  await admin.put('/plugins/chat/settings', { values: { identitySecret: 'a secret of sixteen' } });
  const identity = { externalId: 'customer-7', hash: createHmac('sha256', 'a secret of sixteen').update('customer-7').digest('hex'), email: 'seven@shop.example', name: 'Seven' };
  const anonymous = await visitor();
  await say(anonymous, 'Before I signed in');
  expect((await anonymous.post('/chat/visitor/session', { identity })).body).toMatchObject({ token: null, verified: true, name: 'Seven' });
  const phone = await visitor({ identity });
  expect((await phone.get('/chat/visitor/messages')).body.items[0].body).toBe('Before I signed in');
  const forged = { ...identity, hash: '0'.repeat(64) };
  expect((await kernel.visitor(kernel.a).post('/chat/visitor/session', { identity: forged })).body.code).toBe('chat.wrong-identity');
  expect((await kernel.visitor(kernel.b).post('/chat/visitor/session', { identity })).body.code).toBe('chat.wrong-identity');
  const id = await conversationOf(phone);
  expect((await admin.get(`/chat/conversations/${id}`)).body).toMatchObject({ client: { name: 'Seven', email: 'seven@shop.example' }, visitor: { verified: true } });
});

test('somebody who is named in a note is told, if they may read it', async () => {
  const guest = await visitor({ name: 'Guest' });
  await say(guest, 'Hi');
  const id = await conversationOf(guest);
  await answer(admin, id, `@[user of a](user:${kernel.a.users.user.id}) and @[x](user:${kernel.b.users.user.id}) look`, { kind: 'note' });
  const { body } = await user.get('/notifications');
  expect(body.items[0]).toMatchObject({ kind: 'chat.mentioned', params: { client: 'Guest', name: 'admin of a' }, href: `/chat/${id}` });
  expect((await user.get('/chat/conversations?mentioned=true')).body.items.map((item: { id: number }) => item.id)).toContain(id);
  expect((await user.get('/chat/conversations/counts')).body.mentions).toBeGreaterThan(0);
  await user.post(`/chat/conversations/${id}/read`, {});
  expect((await user.get(`/chat/conversations/${id}`)).body).toMatchObject({ mentioned: false, unread: false });
});

test('work on a conversation leaves its lines: taken, given, snoozed, woken, labelled, closed', async () => {
  const guest = await visitor({ name: 'Worked On' });
  await say(guest, 'Please help');
  const id = await conversationOf(guest);
  const { body: label } = await admin.post('/chat/labels', { name: 'Warranty', tone: 'warning' });
  expect((await admin.post('/chat/labels', { name: 'Warranty' })).body.code).toBe('chat.label-exists');
  expect((await user.put(`/chat/conversations/${id}/assignment`, { assigneeId: kernel.a.users.user.id })).body.assigneeId).toBe(kernel.a.users.user.id);
  expect((await user.put(`/chat/conversations/${id}/assignment`, { assigneeId: kernel.a.users.manager.id })).body).toMatchObject({ assigneeName: 'manager of a' });
  expect((await user.put(`/chat/conversations/${id}/assignment`, { assigneeId: kernel.a.users.user.id })).body.code).toBe('chat.assign-refused');
  expect((await admin.put(`/chat/conversations/${id}/assignment`, { assigneeId: kernel.b.users.user.id })).body.code).toBe('chat.unknown-assignee');
  expect((await admin.put(`/chat/conversations/${id}/labels`, { labelIds: [label.id] })).body.labelIds).toEqual([label.id]);
  expect((await admin.put(`/chat/conversations/${id}/priority`, { priority: 'urgent' })).body.priority).toBe('urgent');
  expect((await admin.post(`/chat/conversations/${id}/snooze`, { until: '2020-01-01T00:00:00Z' })).body.code).toBe('chat.snooze-past');
  const until = new Date(Date.now() + 300).toISOString();
  expect((await admin.post(`/chat/conversations/${id}/snooze`, { until })).body).toMatchObject({ status: 'snoozed' });
  await eventually(async () => expect((await admin.get(`/chat/conversations/${id}`)).body.status).toBe('open'));
  expect((await admin.post(`/chat/conversations/${id}/close`)).body).toMatchObject({ status: 'closed', waitingSince: null });
  await say(guest, 'One more thing');
  expect((await admin.get(`/chat/conversations/${id}`)).body).toMatchObject({ status: 'open', closedAt: null });
  const { body } = await admin.get(`/chat/conversations/${id}/messages`);
  const happened = body.items.flatMap((item: { happened: { what: string } | null }) => item.happened?.what ?? []);
  expect(happened).toEqual(['assigned', 'assigned', 'labelled', 'prioritised', 'snoozed', 'woken', 'closed', 'reopened']);
  expect((await guest.get('/chat/visitor/messages')).body.items.flatMap((item: { what: string | null }) => item.what ?? [])).toEqual(['closed', 'reopened']);
});

test('the inbox is filtered, searched and counted', async () => {
  const guest = await visitor({ name: 'Findable' });
  await say(guest, 'My chimney flashing leaks near the Zürich balcony');
  const id = await conversationOf(guest);
  const ids = async (query: string) => (await admin.get(`/chat/conversations?${query}`)).body.items.map((item: { id: number }) => item.id);
  expect(await ids('search=chimn%20zurich')).toEqual([id]);
  expect(await ids('search=chimney%20submarine')).toEqual([]);
  expect(await ids('assignee=unassigned')).toContain(id);
  expect(await ids('assignee=me')).not.toContain(id);
  expect(await ids('unread=true')).toContain(id);
  await admin.post(`/chat/conversations/${id}/read`, {});
  expect(await ids('unread=true')).not.toContain(id);
  await admin.post(`/chat/conversations/${id}/unread`);
  expect(await ids('unread=true&channel=web&waiting=true')).toContain(id);
  const { body } = await admin.post('/chat/conversations/bulk', { action: 'close', conversationIds: [id, 999_999] });
  expect(body).toEqual({ changedIds: [id], skipped: 1 });
  expect(await ids('search=chimney')).toEqual([]);
  expect(await ids('search=chimney&status=closed')).toEqual([id]);
  expect((await stranger.post('/chat/conversations/bulk', { action: 'reopen', conversationIds: [id] })).body).toEqual({ changedIds: [], skipped: 1 });
});
