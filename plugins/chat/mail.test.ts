import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser, type ParsedMail } from 'mailparser';
import { FormData } from 'undici';
import { bootKernel, eventually, pluginWithRequired, type Caller, type Kernel } from '@loctelli/core/testing';
import { MailUnread } from './server/channels/mail-unread.ts';
import { withoutQuoted } from './server/mail/quoted.ts';

let kernel: Kernel;
let admin: Caller;
const secret = 'a secret for mail';

beforeAll(async () => {
  kernel = await bootKernel({ plugins: pluginWithRequired('chat') });
  admin = await kernel.as(kernel.a);
  await admin.put('/plugins/chat/settings', { values: { inboundSecret: secret, inboundAddress: 'inbox@in.a.example' } });
}, 60_000);
afterAll(() => kernel?.close());

const key = () => crypto.randomUUID();
let count = 0;
/** A mail as it travels. */
const mail = (headers: Record<string, string>, body = 'Hello', type = 'text/plain; charset=utf-8') => {
  const all = { From: 'Rosa Vega <rosa@mail.example>', To: 'inbox@in.a.example', Subject: 'Roof', 'Message-ID': `<m${++count}@mail.example>`, Date: 'Mon, 02 Mar 2026 10:00:00 +0000', 'MIME-Version': '1.0', 'Content-Type': type, ...headers };
  return `${Object.entries(all).map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${body}`;
};
const signed = (raw: string, { at = Math.floor(Date.now() / 1000), by = secret } = {}) => `t=${at},v1=${createHmac('sha256', by).update(`${at}.${raw}`).digest('hex')}`;
const send = (raw: string, signature = signed(raw), tenant = kernel.a) => kernel.visitor(tenant).post('/chat/mail/inbound', raw, { 'content-type': 'message/rfc822', 'x-chat-signature': signature });
const received = async (raw: string) => {
  const { status, body } = await send(raw);
  expect([status, body]).toEqual([200, { outcome: 'received', duplicate: false }]);
};
const newest = async () => (await admin.get('/chat/conversations?channel=email')).body.items[0];
const messagesOf = async (id: number) => (await admin.get(`/chat/conversations/${id}/messages`)).body.items;

/** What left the house for an address, the newest last. */
async function sentTo(address: string, atLeast = 1): Promise<ParsedMail[]> {
  const folder = join(kernel.config.dataDir, 'mailbox');
  return eventually(async () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.eml'));
    const all = await Promise.all(files.map((file) => simpleParser(readFileSync(join(folder, file)))));
    const found = all.filter(({ to }) => JSON.stringify(to).includes(address)).sort((a, b) => a.date!.getTime() - b.date!.getTime());
    expect(found.length).toBeGreaterThanOrEqual(atLeast);
    return found;
  });
}

test('only mail that was signed with the tenant’s secret a moment ago comes in', async () => {
  const raw = mail({});
  const hourAgo = Math.floor(Date.now() / 1000) - 3600;
  for (const signature of ['', 'nonsense', signed(raw, { by: 'another secret of sixteen' }), signed(raw, { at: hourAgo }), signed(`${raw} `)])
    expect((await send(raw, signature)).body.code).toBe('chat.wrong-signature');
  expect((await send(raw, signed(raw), kernel.b)).body.code).toBe('chat.wrong-signature');
  expect((await kernel.visitor(kernel.a).post('/chat/mail/inbound', {})).body.code).toBe('chat.not-mail');
  expect((await send(mail({}, 'x'.repeat(26 * 1024 * 1024)))).status).toBe(413);
});

test('a mail of somebody unknown makes a client and a conversation; the same mail again makes nothing', async () => {
  const raw = mail({ Subject: '=?utf-8?q?Tejado_roto?=' }, 'It leaks.\r\n-- \r\nRosa');
  const both = await Promise.all([send(raw), send(raw)]);
  expect(both.map(({ body }) => body.duplicate).sort()).toEqual([false, true]);
  const conversation = await newest();
  expect(conversation).toMatchObject({ subject: 'Tejado roto', preview: 'It leaks.', client: { name: 'Rosa Vega', email: 'rosa@mail.example' } });
  expect(await messagesOf(conversation.id)).toHaveLength(1);
  expect((await admin.get('/chat/conversations?search=tejado')).body.items).toHaveLength(1);
});

test('an answer leaves in the tenant’s name, in the thread, and what comes back finds its conversation', async () => {
  const first = mail({ Subject: 'Gutters', 'Message-ID': '<gutters@mail.example>' }, 'How much?');
  await received(first);
  const { id } = await newest();
  const form = new FormData();
  form.append('file', new Blob(['Price list']), 'prices.txt');
  const { body: file } = await admin.post('/chat/attachments', form);
  const sent = await admin.post(`/chat/conversations/${id}/messages`, { key: key(), body: 'About 900.\nShall we come by?', attachmentIds: [file.id] });
  expect(sent.body.delivery).toBe('pending');
  const letter = (await sentTo('rosa@mail.example')).at(-1)!;
  expect(letter).toMatchObject({ subject: 'Re: Gutters', inReplyTo: '<gutters@mail.example>', references: '<gutters@mail.example>' });
  expect(letter.text).toContain('Shall we come by?');
  expect(letter.attachments.map(({ filename, content }) => [filename, content.toString()])).toEqual([['prices.txt', 'Price list']]);
  const replyTo = letter.replyTo!.value[0]!.address!;
  expect(replyTo).toMatch(new RegExp(`^inbox\\+c${id}-[0-9a-f]{24}@in\\.a\\.example$`));
  await eventually(async () => expect((await messagesOf(id))[1].delivery).toBe('sent'));

  // By the address alone, as programs that drop References leave it.
  await received(mail({ To: replyTo.toUpperCase().replace('@IN.A.EXAMPLE', '@in.a.example'), Subject: 'AW: something else' }, 'Yes please.\r\n\r\nOn Mon, 2 Mar 2026 at 10:00, Admin <a@a.example> wrote:\r\n> About 900.'));
  // By References alone, from another address of theirs.
  await received(mail({ References: `<x@y> ${letter.messageId}`, From: 'Rosa at work <rosa@work.example>' }, 'Tuesday?'));
  const bodies = (await messagesOf(id)).map(({ body, authorName }: { body: string; authorName: string }) => [body, authorName]);
  expect(bodies).toEqual([
    ['How much?', 'Rosa Vega'],
    ['About 900.\nShall we come by?', 'admin of a'],
    ['Yes please.', 'Rosa Vega'],
    ['Tuesday?', 'Rosa at work'],
  ]);
  // A made-up address leads nowhere but to a conversation of its own.
  await received(mail({ To: `inbox+c${id}-${'0'.repeat(24)}@in.a.example`, Subject: 'Guess' }, 'Guess'));
  expect((await newest()).id).not.toBe(id);
});

test('machines’ words are ignored, and a bounce marks what did not arrive', async () => {
  const before = (await admin.get('/chat/conversations?status=any')).body.total.count;
  for (const headers of [{ 'Auto-Submitted': 'auto-replied' }, { Precedence: 'bulk' }, { From: 'no-reply@shop.example' }, { 'List-Id': '<news.shop.example>' }])
    expect((await send(mail(headers as never))).body.outcome).toBe('ignored');
  expect((await admin.get('/chat/conversations?status=any')).body.total.count).toBe(before);

  const { body: client } = await admin.post('/clients', { name: 'Gone Away', email: 'gone@mail.example' });
  const begin = { clientId: client.id, subject: 'Your quote', key: key(), body: 'Attached.' };
  const started = await admin.post('/chat/conversations', begin);
  expect([started.status, started.body]).toEqual([201, expect.objectContaining({ channel: 'email', assigneeId: kernel.a.users.admin.id })]);
  expect((await admin.post('/chat/conversations', begin)).body.id).toBe(started.body.id);
  const [letter] = await sentTo('gone@mail.example');
  await eventually(async () => expect((await messagesOf(started.body.id))[0].delivery).toBe('sent'));
  const report = ['--b', 'Content-Type: text/plain', '', 'Sorry.', '--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example', '', 'Final-Recipient: rfc822; gone@mail.example', 'Action: failed', 'Status: 5.1.1', 'Diagnostic-Code: smtp; 550 5.1.1 No such user', '', '--b', 'Content-Type: message/rfc822-headers', '', `Message-ID: ${letter!.messageId}`, 'Subject: Your quote', '', '--b--'].join('\r\n');
  const bounce = mail({ From: 'MAILER-DAEMON@mx.example', Subject: 'Undelivered' }, report, 'multipart/report; report-type=delivery-status; boundary=b');
  expect((await send(bounce)).body).toEqual({ outcome: 'bounced', duplicate: false });
  expect((await send(bounce)).body).toEqual({ outcome: 'bounced', duplicate: true });
  const [message, event] = await messagesOf(started.body.id);
  expect(message).toMatchObject({ delivery: 'failed', deliveryError: '550 5.1.1 No such user' });
  expect(event.happened).toMatchObject({ what: 'bounced', params: { reason: '550 5.1.1 No such user' } });
  const retried = await admin.post(`/chat/conversations/${started.body.id}/messages/${message.id}/retry`);
  expect(retried.body.delivery).toBe('pending');
  await sentTo('gone@mail.example', 2);
});

test('an answer that a visitor left before they read goes after them by mail, and theirs comes back into the conversation', async () => {
  const { body: session } = await kernel.visitor(kernel.a).post('/chat/visitor/session', { name: 'Left Early', email: 'left@mail.example' });
  const visitor = kernel.visitor(kernel.a).with({ 'x-visitor': session.token });
  await visitor.post('/chat/visitor/messages', { key: key(), body: 'Anybody?' });
  const { id } = (await visitor.get('/chat/visitor/messages')).body.conversation;
  for (const body of ['We are.', 'How can we help?']) await admin.post(`/chat/conversations/${id}/messages`, { key: key(), body });
  const unread = (sequence: number) => kernel.within(kernel.a, () => kernel.get(MailUnread).send({ conversationId: id, sequence }));
  await unread(2);
  await unread(3);
  const letters = await sentTo('left@mail.example');
  expect(letters).toHaveLength(1);
  expect(letters[0]!.text).toMatch(/We are\.\s+How can we help\?/);
  await received(mail({ From: 'left@mail.example', To: letters[0]!.replyTo!.value[0]!.address! }, 'A leak.'));
  expect((await visitor.get('/chat/visitor/messages?after=3')).body.items).toMatchObject([{ body: 'A leak.', authorName: 'left' }]);
  await admin.post(`/chat/conversations/${id}/messages`, { key: key(), body: 'Coming.' });
  await visitor.post('/chat/visitor/read', {});
  await unread(5);
  expect(await sentTo('left@mail.example')).toHaveLength(1);
});

test('nobody can be written to who has no address, or is out of reach', async () => {
  const { body: client } = await admin.post('/clients', { name: 'No Address' });
  const begin = (caller: Caller, clientId: number) => caller.post('/chat/conversations', { clientId, key: key(), body: 'Hi' });
  expect((await begin(admin, client.id)).body.code).toBe('chat.not-answerable');
  const user = await kernel.as(kernel.a, 'user');
  for (const id of [client.id, 999_999]) expect((await begin(user, id)).body.code).toBe('chat.client-not-found');
  expect((await begin(await kernel.as(kernel.b), client.id)).body.code).toBe('chat.client-not-found');
});

test.each([
  ['Yes.\n\nOn Mon, 2 Mar 2026 at 10:00, Ana <ana@a.example>\nwrote:\n> Shall we?', 'Yes.'],
  ['Sí.\n\nEl lun, 2 mar 2026 a las 10:00, Ana (<ana@a.example>) escribió:\n> ¿Vamos?', 'Sí.'],
  ['نعم\n\nفي الاثنين، كتب Ana:\n> متى؟', 'نعم'],
  ['Fine.\n\n-----Original Message-----\nFrom: Ana', 'Fine.'],
  ['Fine.\n\nFrom: Ana <ana@a.example>\nSent: Monday\nTo: me\n\nOld', 'Fine.'],
  ['My answers:\n> First?\nNo.\n> Second?\nYes.\n\n> Rest', 'My answers:\n> First?\nNo.\n> Second?\nYes.'],
  ['> Only a quotation', '> Only a quotation'],
  ['On Monday I wrote: nothing', 'On Monday I wrote: nothing'],
  ['Thanks\r\n-- \r\nRosa Vega', 'Thanks'],
])('of %j stays %j', (text, kept) => expect(withoutQuoted(text)).toBe(kept));
