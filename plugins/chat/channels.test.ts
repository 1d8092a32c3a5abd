import { Controller, Inject, Injectable, Module, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Answer, definePlugin, Implements, problem, Procedures, Public } from '@loctelli/core/server';
import { bootKernel, eventually, pluginWithRequired, type Caller, type Kernel } from '@loctelli/core/testing';
import { z } from 'zod';
import { chatErrors, defineChannel, readAttachment, readHistory, receiveMessage, reportDelivery, sendToClient, type ChannelDelivery } from './contract.ts';

/** A whole channel, as another plugin would bring it: one procedure that sends, one door that takes in. */
const pager = defineChannel('pager');
const paged: ChannelDelivery[] = [];
let breakdowns = 0;

@Injectable()
class Pager {
  @Implements(pager.deliver)
  async deliver(message: ChannelDelivery) {
    if (message.text === 'impossible') throw problem(chatErrors.notAnswerable);
    if (message.text === 'later' && breakdowns++ < 1) throw new Error('The network is away.');
    paged.push(message);
    return { state: 'sent' as const, externalId: `p-${message.messageId}` };
  }
}
@Controller('pager')
@Public()
class PagerController {
  constructor(@Inject(Procedures) private readonly procedures: Procedures) {}
  @Post('in')
  @Answer(receiveMessage.output)
  take(@Req() { body }: FastifyRequest) {
    return this.procedures.call(receiveMessage, { attachments: [], channel: 'pager', ...(body as { externalId: string; text: string; from: { address: string } }) });
  }
  @Post('receipt')
  @Answer(z.object({ known: z.boolean() }))
  told(@Req() { body }: FastifyRequest) {
    return this.procedures.call(reportDelivery, { channel: 'pager', ...(body as { externalId: string; state: 'read' }) });
  }
}
@Module({ providers: [Pager], controllers: [PagerController] })
class PagerModule {}
const manifest = { id: 'pager', name: 'Pager', description: 'A channel.', version: '0.1.0', core: '^0.1.0', requires: { chat: '*' } };

let kernel: Kernel;
let admin: Caller;
beforeAll(async () => {
  kernel = await bootKernel({ plugins: [...pluginWithRequired('chat'), { manifest, load: async () => ({ default: definePlugin({ module: PagerModule }) }) }] });
  admin = await kernel.as(kernel.a);
}, 60_000);
afterAll(() => kernel?.close());

const key = () => crypto.randomUUID();
const page = (externalId: string, text: string, from: object = { address: '+14155550199', name: 'Pat', phone: '+14155550199' }, tenant = kernel.a) =>
  kernel.visitor(tenant).post('/pager/in', { externalId, text, from });
const messagesOf = async (id: number) => (await admin.get(`/chat/conversations/${id}/messages`)).body.items;
const answer = (id: number, body: string) => admin.post(`/chat/conversations/${id}/messages`, { key: key(), body });
const ask = <T>(work: (procedures: Procedures) => Promise<T>, tenant = kernel.a) => kernel.within(tenant, () => work(kernel.get(Procedures)));

test('what comes in makes a client and one conversation per writer, each message once', async () => {
  const all = await Promise.all([page('1', 'Help'), page('1', 'Help'), page('2', 'Me')]);
  expect(new Set(all.map(({ body }) => body.conversationId)).size).toBe(1);
  expect(all.map(({ body }) => body.duplicate).sort()).toEqual([false, false, true]);
  const { conversationId: id } = all[0]!.body;
  expect((await messagesOf(id)).map(({ sequence }: { sequence: number }) => sequence)).toEqual([1, 2]);
  expect((await admin.get(`/chat/conversations/${id}`)).body).toMatchObject({ channel: 'pager', client: { name: 'Pat', phone: '+14155550199' } });
  expect((await admin.get('/chat/people')).body.channels).toEqual(['email', 'pager', 'web']);
  expect((await page('1', 'Help', undefined, kernel.b)).body.duplicate).toBe(false);
});

test('answers go out by the channel, are tried again, and what can never arrive says so', async () => {
  const { conversationId: id } = (await page('3', 'Still there?')).body;
  await answer(id, 'Yes');
  await answer(id, 'later');
  await eventually(() => expect(paged.map(({ text, address }) => [text, address])).toEqual([['Yes', '+14155550199'], ['later', '+14155550199']]));
  await eventually(async () => expect((await messagesOf(id)).slice(-2).map(({ delivery }: { delivery: string }) => delivery)).toEqual(['sent', 'sent']));
  const receipt = (externalId: string, tenant = kernel.a) => kernel.visitor(tenant).post('/pager/receipt', { externalId, state: 'read' });
  expect((await receipt(`p-${paged[0]!.messageId}`, kernel.b)).body).toEqual({ known: false });
  expect((await receipt(`p-${paged[0]!.messageId}`)).body).toEqual({ known: true });
  expect((await messagesOf(id)).slice(-2).map(({ delivery }: { delivery: string }) => delivery)).toEqual(['read', 'sent']);
  await answer(id, 'impossible');
  await eventually(async () => expect((await messagesOf(id)).at(-1)).toMatchObject({ delivery: 'failed', deliveryError: chatErrors.notAnswerable.detail }));
  expect((await admin.get('/notifications')).body.items).toMatchObject([{ kind: 'chat.failed', params: { client: 'Pat' }, href: `/chat/${id}` }]);
  const { messageId, sequence } = (({ id: messageId, sequence }) => ({ messageId, sequence }))((await messagesOf(id)).at(-1));
  await eventually(async () => {
    const { items } = (await admin.get('/events?types=message.failed')).body;
    expect(items.map(({ data }: { data: object }) => data)).toMatchObject([{ conversationId: id, messageId, sequence, channel: 'pager', reason: chatErrors.notAnswerable.detail }]);
  });
});

test('a channel that is switched off takes nothing more', async () => {
  const { conversationId: id } = (await page('4', 'Hi')).body;
  await admin.patch('/plugins/pager', { enabled: false });
  await eventually(async () => expect((await answer(id, 'Hello')).body.code).toBe('chat.channel-away'));
  await admin.patch('/plugins/pager', { enabled: true });
  await eventually(async () => expect((await answer(id, 'Hello again')).status).toBe(201));
});

test('other plugins write to a client once, where they are, and read what was said', async () => {
  const { conversationId: id, clientId } = (await page('5', 'Question')).body;
  const once = { clientId, key: key(), text: 'From a cadence', subject: null, authorId: null };
  const sent = await Promise.all([1, 2].map(() => ask((procedures) => procedures.call(sendToClient, once))));
  expect(sent[0]).toMatchObject({ conversationId: id, channel: 'pager' });
  expect(sent[1]).toEqual(sent[0]);
  const { items } = await ask((procedures) => procedures.call(readHistory, { clientId, limit: 2 }));
  expect(items.map(({ kind, text }) => [kind, text])).toEqual([['outgoing', 'From a cadence'], ['incoming', 'Question']]);
  const { body: mailed } = await admin.post('/clients', { name: 'By Mail', email: 'mail@client.example' });
  const begun = await ask((procedures) => procedures.call(sendToClient, { ...once, key: key(), clientId: mailed.id, subject: 'News' }));
  expect(begun).toMatchObject({ channel: 'email', sequence: 1 });
  const { body: nowhere } = await admin.post('/clients', { name: 'Nowhere' });
  await expect(ask((procedures) => procedures.call(sendToClient, { ...once, clientId: nowhere.id, key: key() }))).rejects.toMatchObject({ definition: { code: 'chat.not-answerable' } });
  await expect(ask((procedures) => procedures.call(sendToClient, { ...once, key: key() }), kernel.b)).rejects.toMatchObject({ definition: { code: 'chat.not-answerable' } });
  expect((await ask((procedures) => procedures.call(readHistory, { clientId, limit: 2 }), kernel.b)).items).toEqual([]);
});

test('files come with a message, and are read by whoever carries it on', async () => {
  const { body } = await kernel.visitor(kernel.a).post('/pager/in', { externalId: '6', text: '', from: { address: '+14155550199' }, attachments: [{ name: 'note.txt', content: Buffer.from('In a file').toString('base64') }] });
  const [file] = (await messagesOf(body.conversationId)).at(-1).attachments;
  expect(file).toMatchObject({ name: 'note.txt', mime: 'text/plain', size: 9 });
  expect(await ask((procedures) => procedures.call(readAttachment, { attachmentId: file.id }))).toMatchObject({ content: Buffer.from('In a file').toString('base64') });
  await expect(ask((procedures) => procedures.call(readAttachment, { attachmentId: file.id }), kernel.b)).rejects.toMatchObject({ definition: { code: 'chat.attachment-not-found' } });
});
