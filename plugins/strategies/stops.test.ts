import { Database, Events, UnitOfWork } from '@loctelli/core/server';
import { eventually, type Caller, type Kernel } from '@loctelli/core/testing';
import { bookingCreated } from '../bookings/contract.ts';
import { messageFailed, messageReceived } from '../chat/contract.ts';
import { clientDisqualified, type StopRules } from './contract.ts';
import { becomes, callStep, enrolled, mailStep, makeClient, running, shown, timePasses, waitStep } from './enrolment-kernel.ts';
import { bootStrategies } from './strategy-kernel.ts';

let kernel: Kernel;
let admin: Caller;
let stranger: Caller;
beforeAll(async () => {
  kernel = await bootStrategies();
  [admin, stranger] = [await kernel.as(kernel.a), await kernel.as(kernel.b)];
}, 90_000);
afterAll(() => kernel?.close());

/** Somebody who was written to once and waits for the next mail. */
async function underWay(stopOn: Partial<StopRules> = {}, client?: { id: number }): Promise<{ id: number; clientId: number; strategyId: number }> {
  const strategy = await running(admin, [mailStep('s1'), waitStep('s2'), mailStep('s3')], { stopOn });
  const { id: clientId } = client ?? (await makeClient(admin));
  const id = await enrolled(admin, strategy.id, clientId);
  await becomes(admin, id, { status: 'active', next: { stepId: 's3' } });
  return { id, clientId, strategyId: strategy.id };
}
const emit = (work: (events: Events) => Promise<void>, tenant = kernel.a) => kernel.within(tenant, () => kernel.get(UnitOfWork).run(() => work(kernel.get(Events))));
const message = (clientId: number) => ({ conversationId: 7, clientId, channel: 'email', messageId: 9, sequence: 1 });
const booking = (clientId: number) => ({ bookingId: 1, uid: crypto.randomUUID(), eventTypeId: 1, title: 'Visit', hostId: kernel.a.users.admin.id, clientId, name: 'Ana', status: 'confirmed' as const, start: new Date().toISOString(), end: new Date().toISOString(), source: 'page' as const });
const conversationOf = async (clientId: number) => (await admin.get(`/chat/conversations?clientId=${clientId}&status=any`)).body.items[0];

test('a reply ends it, is ascribed to the message it answers, and nobody else’s', async () => {
  const { id, clientId, strategyId } = await underWay();
  const other = await underWay();
  await emit((events) => events.emit(messageReceived, { ...message(clientId), first: true }), kernel.b);
  await emit((events) => events.emit(messageReceived, { ...message(clientId), first: true }));
  const stopped = await becomes(admin, id, { status: 'stopped', stopReason: 'reply', stopHref: '/chat/7', next: null, nextAt: null, repliedAt: expect.any(String) });
  expect(stopped.runs.map(({ stepId, replied }) => [stepId, replied])).toEqual([['s1', true], ['s2', false]]);
  expect(await shown(admin, other.id)).toMatchObject({ status: 'active', repliedAt: null });
  const { items } = (await admin.get(`/clients/${clientId}/timeline?limit=20`)).body;
  expect(items).toContainEqual(expect.objectContaining({ kind: 'strategies.stopped', params: expect.objectContaining({ reason: 'reply' }) }));
  await eventually(async () => expect((await admin.get(`/strategies/${strategyId}/results`)).body).toMatchObject({ enrolled: 1, reached: 1, replied: 1, stops: [{ reason: 'reply', count: 1 }] }));
});

test('what a client writes on the website ends it, with the conversation as the reason', async () => {
  const client = await makeClient(admin);
  const { id } = await underWay({}, client);
  const { body: session } = await kernel.visitor(kernel.a).post('/chat/visitor/session', { name: 'Ana Ruiz', email: client.email });
  const { body: written } = await kernel.visitor(kernel.a).with({ 'x-visitor': session.token }).post('/chat/visitor/messages', { key: crypto.randomUUID(), body: 'I read your mail' });
  const stopped = await becomes(admin, id, { status: 'stopped', stopReason: 'reply', repliedAt: expect.any(String) });
  expect(written.sequence).toBe(1);
  const { body: conversation } = await admin.get(stopped.stopHref!.replace('/chat/', '/chat/conversations/'));
  expect(conversation).toMatchObject({ channel: 'web', client: { id: client.id } });
});

test('where a reply does not end it, conditions know of it, and bookings are ascribed as well', async () => {
  const strategy = await running(admin, [mailStep('s1'), waitStep('s2'), { id: 's3', kind: 'condition', when: [{ field: 'replied', operator: 'is', value: true }, { field: 'booked', operator: 'is', value: true }], then: 's4', otherwise: 'end' }, callStep('s4')], { stopOn: { reply: false, booking: false } });
  const client = await makeClient(admin);
  const id = await enrolled(admin, strategy.id, client.id);
  await becomes(admin, id, { next: { stepId: 's3' } });
  await emit(async (events) => {
    await events.emit(messageReceived, { ...message(client.id), first: true });
    await events.emit(bookingCreated, booking(client.id));
  });
  await becomes(admin, id, { status: 'active', repliedAt: expect.any(String), bookedAt: expect.any(String) });
  await timePasses(kernel, kernel.a, id);
  await becomes(admin, id, { status: 'completed', runs: [{}, {}, { what: 'then', text: 's4' }, { what: 'call' }] });
});

test('a booking ends it; one that was made before it began does not', async () => {
  const { id, clientId } = await underWay();
  await emit((events) => events.emit(bookingCreated, booking(clientId)));
  await becomes(admin, id, { status: 'stopped', stopReason: 'booking', stopHref: '/bookings' });
  const again = await underWay({}, { id: clientId });
  expect(await shown(admin, again.id)).toMatchObject({ status: 'active', bookedAt: null });
});

test('a message that did not arrive ends it', async () => {
  const { id, clientId } = await underWay();
  const kept = await underWay({ bounce: false }, { id: clientId });
  const { id: conversationId } = await conversationOf(clientId);
  await emit((events) => events.emit(messageFailed, { ...message(clientId), conversationId, reason: '550 No such user' }));
  await becomes(admin, id, { status: 'stopped', stopReason: 'bounce', stopHref: `/chat/${conversationId}` });
  expect((await shown(admin, kept.id)).status).toBe('active');
});

test('stages that were named end it; won and lost always do, and won is ascribed, also after the end', async () => {
  const { body: pipelines } = await admin.get('/clients/pipelines');
  const { stages } = pipelines.items[0] as { stages: { id: number; kind: string }[] };
  const [first, second] = stages.filter(({ kind }) => kind === 'open');
  const [won, lost] = ['won', 'lost'].map((kind) => stages.find((stage) => stage.kind === kind)!);
  const move = async (clientId: number, stageId: number, more = {}) => admin.patch(`/clients/${clientId}`, { stageId, ...more, version: (await admin.get(`/clients/${clientId}`)).body.version });
  const named = await underWay({ stageIds: [second!.id] });
  const unnamed = await underWay();
  for (const { clientId } of [named, unnamed]) expect((await move(clientId, second!.id)).status).toBe(200);
  await becomes(admin, named.id, { stopReason: 'stage', stopHref: `/clients/${named.clientId}` });
  expect((await shown(admin, unnamed.id)).status).toBe('active');
  const { body: reason } = await admin.post('/clients/lost-reasons', { label: 'Too dear' });
  expect((await move(unnamed.clientId, lost!.id, { lostReasonId: reason.id })).status).toBe(200);
  await becomes(admin, unnamed.id, { stopReason: 'lost', wonAt: null });
  expect((await move(named.clientId, won!.id)).status).toBe(200);
  await becomes(admin, named.id, { stopReason: 'stage', wonAt: expect.any(String), runs: [{ stepId: 's1' }, {}] });
  expect(first!.id).not.toBe(second!.id);
});

test('before it writes a step looks itself: nobody who just replied, was won or deleted is written to', async () => {
  const replied = await underWay();
  const { id: conversationId } = await conversationOf(replied.clientId);
  await kernel.within(kernel.a, () => kernel.get(UnitOfWork).run(async () => void (await replyQuietly(conversationId))));
  await timePasses(kernel, kernel.a, replied.id);
  await becomes(admin, replied.id, { stopReason: 'reply', stopHref: `/chat/${conversationId}` });
  const gone = await underWay();
  const { version } = (await admin.get(`/clients/${gone.clientId}`)).body;
  expect((await admin.delete(`/clients/${gone.clientId}?version=${version}`)).status).toBeLessThan(300);
  await becomes(admin, gone.id, { stopReason: 'client-gone' });
});

test('who does not qualify is stopped in that strategy alone', async () => {
  const { id, clientId, strategyId } = await underWay();
  const other = await underWay({}, { id: clientId });
  await emit((events) => events.emit(clientDisqualified, { strategyId, clientId, reason: 'Too far away' }));
  await becomes(admin, id, { stopReason: 'disqualified' });
  expect((await shown(admin, other.id)).status).toBe('active');
});

test('enrolments follow a client into a merge and back; where both were in one strategy, one of them ends', async () => {
  const [keeps, goes] = [await makeClient(admin, { name: 'Kept Person' }), await makeClient(admin, { name: 'Kept Persson' })];
  const [both, twin] = [await underWay({}, keeps), await enrolledInSame(keeps, goes)];
  const alone = await underWay({}, goes);
  const versions = Object.fromEntries(await Promise.all([keeps.id, goes.id].map(async (id) => [id, (await admin.get(`/clients/${id}`)).body.version])));
  const merge = await admin.post('/clients/merges', { survivorId: keeps.id, ids: [goes.id], versions });
  expect(merge.status).toBeLessThan(300);
  await becomes(admin, alone.id, { clientId: keeps.id, status: 'active' });
  await becomes(admin, twin.second, { status: 'stopped', stopReason: 'client-gone' });
  expect((await shown(admin, twin.first)).status).toBe('active');
  expect((await admin.post(`/clients/merges/${merge.body.id}/undo`)).status).toBe(200);
  await becomes(admin, alone.id, { clientId: goes.id });
  expect((await shown(admin, both.id)).clientId).toBe(keeps.id);
});

test('a client that is erased takes its enrolments along', async () => {
  const client = await makeClient(admin, { name: 'Erased Person' });
  const { id } = await underWay({}, client);
  expect((await admin.post(`/clients/${client.id}/erase`, { confirm: 'Erased Person' })).status).toBeLessThan(300);
  await eventually(async () => expect((await admin.get(`/strategies/enrolments/${id}`)).status).toBe(404));
  expect((await stranger.get('/strategies/enrolments')).body.items).toEqual([]);
});

async function enrolledInSame(one: { id: number }, other: { id: number }): Promise<{ first: number; second: number }> {
  const strategy = await running(admin, [waitStep('s1'), mailStep('s2')]);
  return { first: await enrolled(admin, strategy.id, one.id), second: await enrolled(admin, strategy.id, other.id) };
}

/** An answer whose event is still on its way. */
async function replyQuietly(conversationId: number): Promise<void> {
  const db = kernel.get(Database);
  const { lastSequence } = await db.conversation.update({ where: { id: conversationId }, data: { lastSequence: { increment: 1 } } });
  await db.message.create({ data: { conversationId, sequence: lastSequence, kind: 'incoming', body: 'Yes, please call me', key: crypto.randomUUID() } });
}
