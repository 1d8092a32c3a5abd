import { Database } from '@loctelli/core/server';
import { eventually, type Caller, type Kernel } from '@loctelli/core/testing';
import { eventType, openHours } from '../bookings/testing.ts';
import type { Strategy } from './contract.ts';
import { AutoReply } from './server/suggestions/auto-reply.ts';
import { bootTalk, published, says, startModel, visitorWrites, type ModelServer } from './talk-kernel.ts';

let kernel: Kernel;
let model: ModelServer;
let admin: Caller;
let atOnce: Strategy;
/** Its replies wait for an hour, so that a test does them when it wants to. */
let roofs: Strategy;
const set = (values: object) => admin.put('/plugins/strategies/settings', { values });

beforeAll(async () => {
  [kernel, model] = await Promise.all([bootTalk(), startModel()]);
  admin = await kernel.as(kernel.a);
  await openHours(admin, kernel.a.users.admin.id);
  const type = await eventType(admin, [kernel.a.users.admin.id], { title: 'Inspection' });
  atOnce = await published(admin, 'At once', { replyDelay: { min: 0, max: 0 } });
  roofs = await published(admin, 'Roofs', { replyDelay: { min: 3600, max: 3600 }, booking: { eventTypeId: type.id } });
  await set({ aiEndpoint: model.url, aiModel: 'small', autoReply: true });
}, 90_000);
afterAll(async () => {
  await kernel?.close();
  await model?.close();
});
beforeEach(() => {
  model.asked.length = 0;
  model.answer = says('Thank you for writing.');
});

/** Puts the client into the strategy, or as one that left it so. */
const enrolled = (clientId: number, more: object = {}, strategy = roofs) =>
  kernel.within(kernel.a, async () => {
    const db = kernel.get(Database);
    const version = await db.strategyVersion.findFirstOrThrow({ where: { strategyId: strategy.id } });
    await db.strategyEnrolment.create({ data: { strategyId: strategy.id, versionId: version.id, clientId, ownerId: kernel.a.users.admin.id, source: 'hand', status: 'held', ...more } });
  });
const outgoing = async (conversationId: number): Promise<{ body: string; authorId: number | null }[]> =>
  (await admin.get(`/chat/conversations/${conversationId}/messages`)).body.items.filter(({ kind }: { kind: string }) => kind === 'outgoing');
/** Does the job that would be done by itself later. */
const attempt = (conversationId: number, sequence: number) => kernel.within(kernel.a, () => kernel.get(AutoReply).reply({ conversationId, sequence }));
const nothing = async (conversationId: number, sequence = 1) => {
  await attempt(conversationId, sequence);
  expect(await outgoing(conversationId)).toEqual([]);
  expect(model.asked).toEqual([]);
};

test('a client in a strategy is answered by itself, once, in nobody’s name', async () => {
  const { conversationId, clientId, say } = await visitorWrites(kernel, 'Hello');
  await enrolled(clientId, {}, atOnce);
  await say('Do you repair roofs?');
  await eventually(async () => expect(await outgoing(conversationId)).toMatchObject([{ body: 'Thank you for writing.', authorId: null }]), 20_000);
  await Promise.all([attempt(conversationId, 2), attempt(conversationId, 2)]);
  expect(await outgoing(conversationId)).toHaveLength(1);
  const rows = await kernel.within(kernel.a, () => kernel.get(Database).strategySuggestion.findMany({ where: { conversationId, status: { not: 'quiet' } } }));
  expect(rows).toMatchObject([{ automatic: true, status: 'sent', userId: null, messageId: expect.any(Number) }]);
});

test('one whom a reply took out of the strategy is answered; others are not', async () => {
  const replied = await visitorWrites(kernel, 'Hello');
  await enrolled(replied.clientId, { status: 'stopped', stopReason: 'reply' });
  await attempt(replied.conversationId, 1);
  expect(await outgoing(replied.conversationId)).toHaveLength(1);
  model.asked.length = 0;
  const none = await visitorWrites(kernel, 'Hello');
  await nothing(none.conversationId);
  const booked = await visitorWrites(kernel, 'Hello');
  await enrolled(booked.clientId, { status: 'stopped', stopReason: 'booking' });
  await nothing(booked.conversationId);
  const gone = await visitorWrites(kernel, 'Hello');
  await enrolled(gone.clientId);
  await kernel.within(kernel.a, async () => void (await kernel.get(Database).strategyOptOut.create({ data: { clientId: gone.clientId, source: 'link' } })));
  await nothing(gone.conversationId);
});

test('nothing goes out where somebody has the conversation, wrote meanwhile, or the client wrote on', async () => {
  const taken = await visitorWrites(kernel, 'Hello');
  await enrolled(taken.clientId);
  await admin.put(`/chat/conversations/${taken.conversationId}/assignment`, { assigneeId: kernel.a.users.admin.id });
  await nothing(taken.conversationId);

  const on = await visitorWrites(kernel, 'Hello');
  await on.say('Are you there?');
  await enrolled(on.clientId);
  await nothing(on.conversationId, 1);

  // A person writes while the model does.
  const raced = await visitorWrites(kernel, 'Hello');
  await enrolled(raced.clientId);
  model.answer = async (response) => {
    await admin.post(`/chat/conversations/${raced.conversationId}/messages`, { key: crypto.randomUUID(), body: 'I am here.' });
    says('Too late.')(response);
  };
  await attempt(raced.conversationId, 1);
  expect(await outgoing(raced.conversationId)).toMatchObject([{ body: 'I am here.' }]);
});

test('a time that is not free, and an endpoint that fails, send nothing', async () => {
  for (const answer of [says('Shall we say tomorrow at 3?'), says('Would [[slot:99]] do?'), (response: { writeHead: (status: number) => { end: () => void } }) => response.writeHead(500).end()]) {
    model.answer = answer as ModelServer['answer'];
    const { conversationId, clientId } = await visitorWrites(kernel, 'When?');
    await enrolled(clientId);
    await attempt(conversationId, 1);
    expect(await outgoing(conversationId)).toEqual([]);
  }
  model.answer = says('Would [[slot:1]] do?');
  const { conversationId, clientId } = await visitorWrites(kernel, 'When?');
  await enrolled(clientId);
  await attempt(conversationId, 1);
  expect((await outgoing(conversationId))[0]!.body).toMatch(/^Would \w+, .*(CET|CEST|GMT.*) do\?$/);
});

test('switched off, nobody is answered', async () => {
  const { conversationId, clientId } = await visitorWrites(kernel, 'Hello');
  await enrolled(clientId);
  await set({ autoReply: false });
  await nothing(conversationId);
});
