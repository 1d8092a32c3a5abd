import sharp from 'sharp';
import { FormData } from 'undici';
import { bootKernel, eventually, pluginWithRequired, type Caller, type Kernel } from '@loctelli/core/testing';
import { openingAt } from './server/visitors/office-hours.ts';

let kernel: Kernel;
let admin: Caller;
let user: Caller;
const site = 'https://www.roof.example';
const open: AbortController[] = [];

beforeAll(async () => {
  kernel = await bootKernel({ plugins: pluginWithRequired('chat') });
  [admin, user] = await Promise.all([kernel.as(kernel.a), kernel.as(kernel.a, 'user')]);
  await set({ allowedOrigins: [site] });
}, 60_000);
afterEach(() => open.splice(0).forEach((abort) => abort.abort()));
afterAll(() => kernel?.close());

const key = () => crypto.randomUUID();
const set = async (values: object) => expect((await admin.put('/plugins/chat/settings', { values })).status).toBe(200);

async function begin(about: object = {}): Promise<Caller> {
  const { body } = await kernel.visitor(kernel.a).post('/chat/visitor/session', about);
  return kernel.visitor(kernel.a).with({ 'x-visitor': body.token });
}
const say = (caller: Caller, body: string, more: object = {}) => caller.post('/chat/visitor/messages', { key: key(), body, ...more });
const conversationOf = async (caller: Caller): Promise<number> => (await caller.get('/chat/visitor/messages')).body.conversation.id;

interface Heard {
  id?: string;
  event: string;
  data: any;
}

/** Follows a visitor's stream as a browser would (HTML, 9.2.6). */
async function follow(caller: Caller, last?: string): Promise<Heard[]> {
  const abort = new AbortController();
  open.push(abort);
  const headers = { ...caller.headers, 'x-forwarded-host': caller.host, origin: site, ...(last && { 'last-event-id': last }) };
  const response = await fetch(`${caller.origin}/api/v1/chat/visitor/stream`, { headers, signal: abort.signal });
  expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, site]);
  const heard: Heard[] = [];
  void (async () => {
    let text = '';
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream() as never) as unknown as AsyncIterable<string>) {
      text += chunk;
      const blocks = text.split('\n\n');
      text = blocks.pop()!;
      for (const block of blocks) {
        const fields = Object.fromEntries(block.split('\n').map((line) => [line.split(':')[0]!, line.slice(line.indexOf(':') + 1).trim()]));
        if (fields.event !== 'ping') heard.push({ ...(fields.id && { id: fields.id }), event: fields.event ?? 'message', data: fields.data ? JSON.parse(fields.data) : null });
      }
    }
  })().catch(() => null);
  await eventually(() => expect(heard.map(({ event }) => event)).toContain('open'));
  return heard;
}
const texts = (heard: Heard[]) => heard.filter(({ event }) => event === 'message').map(({ data }) => data.body);

test('the doors open to the pages the tenant names and to no others', async () => {
  const from = (origin: string) => kernel.visitor(kernel.a).get('/chat/visitor/config', { origin });
  expect((await from(site)).headers.get('access-control-allow-origin')).toBe(site);
  expect(await from('https://evil.example')).toMatchObject({ status: 403, body: { code: 'core.foreign-origin' } });
  const { body } = await kernel.visitor(kernel.a).get('/chat/visitor/config');
  expect(body).toMatchObject({ open: true, changesAt: null, askEmail: 'optional', languages: ['en', 'es', 'ar'] });
  expect(JSON.stringify(body)).not.toMatch(/secret/i);
});

test('a stream tells each message once and in order, over a lost connection, without what is for staff', async () => {
  const ana = await begin({ name: 'Ana' });
  const heard = await follow(ana);
  await say(ana, 'one');
  const id = await conversationOf(ana);
  const reply = (body: string, kind = 'outgoing') => user.post(`/chat/conversations/${id}/messages`, { key: key(), kind, body });
  await reply('two');
  await reply('hidden', 'note');
  await eventually(() => expect(texts(heard)).toEqual(['one', 'two']));
  open.splice(0).forEach((abort) => abort.abort());
  await reply('three');
  await say(ana, 'four');
  const again = await follow(ana, heard.findLast((each) => each.id)?.id);
  await reply('five');
  await eventually(() => expect(texts(again)).toEqual(['three', 'four', 'five']));
  const bob = await begin();
  const other = await follow(bob);
  await reply('six');
  await user.post(`/chat/conversations/${id}/typing`, { typing: true });
  await eventually(() => expect(again.find(({ event }) => event === 'chat.visitor-typing')?.data).toMatchObject({ typing: true, name: 'user of a' }));
  expect(texts(other)).toEqual([]);
  expect(other.some(({ event }) => event === 'chat.visitor-typing')).toBe(false);
});

test('what a visitor has read shows to staff as read', async () => {
  const ana = await begin();
  await say(ana, 'Hi');
  const id = await conversationOf(ana);
  await user.post(`/chat/conversations/${id}/messages`, { key: key(), body: 'Hello' });
  const delivery = async () => (await user.get(`/chat/conversations/${id}/messages`)).body.items[1].delivery;
  expect(await delivery()).toBe('sent');
  expect((await ana.post('/chat/visitor/read', { sequence: 99 })).status).toBe(204);
  expect(await delivery()).toBe('read');
});

test('questions that must be answered are asked before the first message', async () => {
  await set({ askEmail: 'required', askName: 'required', questions: ['Which roof?'] });
  const shy = await begin({ answers: { 'Which roof?': 'The red one' } });
  expect((await say(shy, 'Hi')).body.code).toBe('chat.name-required');
  await shy.post('/chat/visitor/session', { name: 'Shy' });
  expect((await say(shy, 'Hi')).body.code).toBe('chat.email-required');
  await shy.post('/chat/visitor/session', { email: 'shy@mail.example' });
  expect((await say(shy, 'Hi')).status).toBe(201);
  const { body } = await admin.get(`/chat/conversations/${await conversationOf(shy)}`);
  expect(body).toMatchObject({ client: { name: 'Shy', email: 'shy@mail.example' }, visitor: { answers: { 'Which roof?': 'The red one' } } });
  expect((await admin.get(`/clients/${body.clientId}/timeline`)).body.items.map(({ kind }: { kind: string }) => kind)).toContain('chat.conversation-web');
  await set({ askEmail: null, askName: null, questions: null });
});

test('who says how to reach them later becomes a client then, and their history is the client’s', async () => {
  const late = await begin();
  await say(late, 'Anonymous words');
  const id = await conversationOf(late);
  expect((await admin.get(`/chat/conversations/${id}`)).body.clientId).toBeNull();
  await late.post('/chat/visitor/session', { name: 'Late Comer', email: 'late@mail.example' });
  const { body } = await admin.get(`/chat/conversations/${id}`);
  expect(body.client).toMatchObject({ name: 'Late Comer' });
  const history = await admin.get(`/chat/clients/${body.clientId}/messages`);
  expect(history.body.items).toMatchObject([{ body: 'Anonymous words', channel: 'web' }]);
  expect((await admin.get(`/chat/clients/${body.clientId}/conversations`)).body.items).toHaveLength(1);
  expect((await user.get(`/chat/clients/${body.clientId}/messages`)).body.code).toBe('chat.client-not-found');
});

test('a message left outside hours makes a client and a conversation', async () => {
  const { status, body } = await kernel.visitor(kernel.a).post('/chat/visitor/offline', { key: key(), name: 'Night Owl', email: 'owl@mail.example', body: 'Call me tomorrow' });
  expect([status, body.conversation.status]).toEqual([201, 'open']);
  expect((await admin.get(`/chat/conversations/${body.conversation.id}`)).body).toMatchObject({ preview: 'Call me tomorrow', client: { name: 'Night Owl' } });
});

test('pictures are drawn anew and shown, everything else is what its bytes say and only saved', async () => {
  const ana = await begin();
  const upload = async (caller: Caller, path: string, name: string, bytes: Buffer) => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), name);
    return caller.post(path, form);
  };
  const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: { r: 9, g: 9, b: 9 } } }).withExif({ IFD0: { Copyright: 'GPS of my house' } }).jpeg().toBuffer();
  const { body: picture } = await upload(ana, '/chat/visitor/attachments', '../roof.exe', photo);
  expect(picture).toMatchObject({ name: 'roof.jpg', mime: 'image/jpeg', width: 40, height: 30 });
  const { body: page } = await upload(ana, '/chat/visitor/attachments', 'page.png', Buffer.from('<script>alert(1)</script>'));
  expect(page).toMatchObject({ name: 'page.png', mime: 'text/plain', width: null });
  expect((await upload(ana, '/chat/visitor/attachments', 'big', Buffer.alloc(8 * 1024 * 1024 + 1))).body.code).toBe('core.too-large');
  const bob = await begin();
  expect((await say(bob, 'x', { attachmentIds: [picture.id] })).body.code).toBe('chat.attachment-not-found');
  const { body: sent } = await say(ana, '', { attachmentIds: [picture.id, page.id] });
  expect(sent.attachments.map(({ id }: { id: number }) => id)).toEqual([picture.id, page.id]);
  const content = (caller: Caller, id: number, path = '/chat/visitor/attachments') => caller.get(`${path}/${id}/content`);
  const shown = await content(ana, picture.id);
  expect(Object.fromEntries(shown.headers)).toMatchObject({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox", 'content-disposition': expect.stringMatching(/^inline/) });
  expect(shown.body).not.toContain('GPS');
  expect((await content(ana, page.id)).headers.get('content-disposition')).toMatch(/^attachment/);
  for (const caller of [bob, kernel.visitor(kernel.a), ana.at(kernel.b.host)]) expect((await content(caller, picture.id)).body.code).toBe('chat.attachment-not-found');
  expect((await content(user, picture.id, '/chat/attachments')).status).toBe(200);
  const secret = await upload(user, '/chat/attachments', 'secret.txt', Buffer.from('for us'));
  await user.post(`/chat/conversations/${await conversationOf(ana)}/messages`, { key: key(), kind: 'note', body: 'see', attachmentIds: [secret.body.id] });
  expect((await content(ana, secret.body.id)).body.code).toBe('chat.attachment-not-found');
});

test('a flood is refused, and a person writing is not', async () => {
  const flood = await begin();
  const statuses: number[] = [];
  for (let n = 0; n < 34; n++) statuses.push((await say(flood, `${n}`)).status);
  expect([statuses.filter((status) => status === 201).length, statuses.at(-1)]).toEqual([30, 429]);
  expect((await say(flood, 'x'.repeat(4001))).status).toBe(400);
});

test.each([
  ['2026-03-02T08:00:00Z', 'Europe/Madrid', true, '2026-03-02T13:00:00.000Z'],
  ['2026-03-02T07:59:00Z', 'Europe/Madrid', false, '2026-03-02T08:00:00.000Z'],
  ['2026-03-02T23:30:00Z', 'UTC', false, '2026-03-09T09:00:00.000Z'],
  // Clocks go forward on the Sunday between.
  ['2026-03-27T12:00:00Z', 'Europe/Madrid', false, '2026-03-30T07:00:00.000Z'],
])('office hours at %s in %s', (now, zone, isOpen, changesAt) => {
  const { open: is, changesAt: next } = openingAt(['mon 09:00-14:00'], zone, new Date(now));
  expect([is, next?.toISOString()]).toEqual([isOpen, changesAt]);
});

test('hours over midnight and hours without end', () => {
  const at = (hours: string[], now: string) => openingAt(hours, 'UTC', new Date(now));
  expect(at(['sat 22:00-02:00'], '2026-03-08T01:00:00Z')).toEqual({ open: true, changesAt: new Date('2026-03-08T02:00:00Z') });
  const always = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'].map((day) => `${day} 00:00-24:00`);
  expect(at(always, '2026-03-08T01:00:00Z')).toEqual({ open: true, changesAt: null });
});
