import { Database } from '@loctelli/core/server';
import { eventually, type Caller, type Kernel } from '@loctelli/core/testing';
import type { SimulationResult } from './contract.ts';
import { becomes, callStep, enrolled, mailStep, makeClient, running, timePasses, waitStep } from './enrolment-kernel.ts';
import { bootStrategies, makeStrategy, soundDraft } from './strategy-kernel.ts';

let kernel: Kernel;
let admin: Caller;
let user: Caller;
let stranger: Caller;
beforeAll(async () => {
  kernel = await bootStrategies();
  [admin, user, stranger] = [await kernel.as(kernel.a), await kernel.as(kernel.a, 'user'), await kernel.as(kernel.b)];
}, 90_000);
afterAll(() => kernel?.close());

const day = 24 * 60;
/** A Monday morning. */
const startsAt = '2026-11-30T10:00:00Z';
const steps = [
  mailStep('s1', 'Hello {{ client.firstName }}, {{ custom.roof }} roof'),
  waitStep('s2', 2),
  { id: 's3', kind: 'condition', when: [{ field: 'answer:age', operator: 'atLeast', value: 20 }], then: 's4', otherwise: 's5' },
  callStep('s4', { waits: true }),
  mailStep('s5', 'Goodbye'),
];
const script = { questions: [{ key: 'age', label: 'How old?', kind: 'number' }], disqualifications: [{ key: 'new', reason: 'Too new', when: [{ question: 'age', operator: 'atMost', value: 2 }], goodbye: 'Bye' }] };
const draftOf = (cadence: object = {}) => soundDraft({ script, cadence: { steps, window: null, ...cadence } });
const play = async (id: number, scenario: object, caller = admin, more: object = {}): Promise<SimulationResult> => {
  const { status, body } = await caller.post(`/strategies/${id}/simulate`, { ...more, scenario: { startsAt, ...scenario } });
  expect([status, body]).toEqual([200, expect.objectContaining({ events: expect.any(Array) })]);
  return body;
};
const lines = ({ events }: SimulationResult) => events.map(({ what, kind, stepId, note }) => [what, stepId ?? kind, note]);

test('a draft is played through on a clock that jumps, with the same decisions, and nothing is sent or kept', async () => {
  const { id } = await makeStrategy(admin, { draft: draftOf() });
  const client = { name: 'Ana Ruiz', facts: { 'custom:roof': 'slate' } };
  const result = await play(id, { client });
  expect(lines(result)).toEqual([
    ['step', 's1', null],
    ['step', 's2', '2026-12-02T10:00:00.000Z'],
    ['step', 's3', 's5'],
    ['step', 's5', null],
    ['end', 'completed', null],
  ]);
  expect(result).toMatchObject({ startedAt: '2026-11-30T10:00:00.000Z', end: { status: 'completed', reason: null, at: '2026-12-02T10:00:00.000Z' } });
  expect(result.events[0]).toMatchObject({ subject: 'Subject of s1', text: 'Hello Ana, slate roof', variant: 'a' });
  const answered = await play(id, { client, happenings: [{ at: day, what: 'answer', question: 'age', value: 25 }, { at: 4 * day, what: 'task-done' }] });
  expect(lines(answered).slice(3)).toEqual([['step', 's3', 's4'], ['step', 's4', expect.any(String)], ['delay', 's4', null], ['happening', 'task-done', null], ['step', 's5', null], ['end', 'completed', null]]);
  const counts = await kernel.within(kernel.a, async () => {
    const db = kernel.get(Database);
    return [await db.strategyEnrolment.count(), await db.message.count(), await db.clientTask.count(), await db.client.count()];
  });
  expect(counts).toEqual([0, 0, 0, 0]);
});

test('happenings end it as they would, in their order, and what nobody does is waited for', async () => {
  const { id } = await makeStrategy(admin, { draft: draftOf({ stopOn: { bounce: false } }) });
  const end = async (happenings: object[], more: object = {}) => (await play(id, { happenings, ...more })).end;
  expect(await end([{ at: 60, what: 'bounce' }, { at: day, what: 'reply', text: 'Yes' }])).toEqual({ status: 'stopped', reason: 'reply', at: '2026-12-01T10:00:00.000Z' });
  expect((await end([{ at: day, what: 'booking' }])).reason).toBe('booking');
  expect((await end([{ at: day, what: 'unsubscribe' }])).reason).toBe('unsubscribed');
  expect((await end([{ at: day, what: 'answer', question: 'age', value: 1 }])).reason).toBe('disqualified');
  expect((await end([{ at: 60, what: 'answer', question: 'age', value: 30 }])).status).toBe('running');
  expect((await end([], { client: { email: null } })).reason).toBe('unreachable');
  const stages = (await admin.get('/clients/pipelines')).body.items[0].stages as { id: number; kind: string }[];
  const won = stages.find(({ kind }) => kind === 'won')!;
  expect((await end([{ at: 5, what: 'stage', stageId: won.id }])).reason).toBe('won');
  expect((await end([{ at: 5, what: 'stage', stageId: stages[0]!.id }])).reason).toBe(null);
});

test('windows are those of the client’s zone, and delays are told', async () => {
  const { id } = await makeStrategy(admin, { draft: draftOf({ window: { days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00', holidays: ['2026-12-01'] } }) });
  const result = await play(id, { client: { zone: 'America/Los_Angeles' } });
  expect(result.zone).toBe('America/Los_Angeles');
  // Ten in the morning in UTC is two at night there.
  expect(lines(result)[0]).toEqual(['delay', 's1', '2026-11-30T17:00:00.000Z']);
  expect(result.events.find(({ what }) => what === 'step')!.at).toBe('2026-11-30T17:00:00.000Z');
});

test('a real client’s facts and a past conversation are taken, as far as the caller may know them', async () => {
  const strategy = await running(admin, [mailStep('s1', 'Hello {{ client.firstName }}'), waitStep('s2', 5), mailStep('s3')], {}, { sharing: 'tenant' });
  const client = await makeClient(admin, { name: 'Rosa Vega' });
  expect((await play(strategy.id, { client: { clientId: client.id } }, admin, { number: 1 })).events[0]!.text).toBe('Hello Rosa');
  const begun = await admin.post('/chat/conversations', { clientId: client.id, channel: 'email', subject: 'Roof', key: crypto.randomUUID(), body: 'Hello' });
  expect(begun.status).toBe(201);
  await kernel.within(kernel.a, async () => {
    const db = kernel.get(Database);
    await db.message.updateMany({ where: { conversationId: begun.body.id }, data: { createdAt: new Date('2026-11-01T10:00:00Z') } });
    await db.conversation.updateMany({ where: { id: begun.body.id }, data: { lastSequence: { increment: 1 } } });
    const { lastSequence } = await db.conversation.findFirstOrThrow({ where: { id: begun.body.id } });
    await db.message.create({ data: { conversationId: begun.body.id, sequence: lastSequence, kind: 'incoming', body: 'Yes, please', key: crypto.randomUUID(), createdAt: new Date('2026-11-03T10:00:00Z') } });
  });
  const past = await play(strategy.id, { client: { conversationId: begun.body.id } });
  expect(past.events.find(({ what }) => what === 'happening')).toMatchObject({ kind: 'reply', text: 'Yes, please', at: '2026-12-02T10:00:00.000Z' });
  expect(past.end).toMatchObject({ status: 'stopped', reason: 'reply' });
  for (const hidden of [{ clientId: client.id }, { conversationId: begun.body.id }])
    expect((await user.post(`/strategies/${strategy.id}/simulate`, { scenario: { client: hidden } })).body.code).toBe('strategies.client-not-found');
  expect((await stranger.post(`/strategies/${strategy.id}/simulate`, {})).body.code).toBe('strategies.not-found');
  // Where no endpoint is set, a suggestion says why there is none.
  const asked = await play(strategy.id, { suggestions: true, happenings: [{ at: 60, what: 'reply', text: 'When?' }] });
  expect(asked.events.find(({ what }) => what === 'suggestion')).toMatchObject({ text: null, note: 'off' });
});

test('what a role may not read of clients is not played to it either, in words or in conditions', async () => {
  const bySize = { id: 's2', kind: 'condition', when: [{ field: 'company', operator: 'is', value: 'Vega & Sons' }], then: 's3', otherwise: 's4' };
  const strategy = await running(admin, [mailStep('s1', 'We write to {{ client.email }}.'), bySize, callStep('s3'), mailStep('s4')], {}, { sharing: 'tenant' });
  const client = await makeClient(admin, { name: 'Rosa Vega', company: 'Vega & Sons', ownerId: kernel.a.users.user.id });
  const told = async () => {
    const { events } = await play(strategy.id, { client: { clientId: client.id } }, user, { number: 1 });
    return [events[0]!.text, events[1]!.note, JSON.stringify(events).includes(client.email)];
  };
  expect(await told()).toEqual([`We write to ${client.email}.`, 's3', true]);
  const role = (await admin.get('/roles')).body.items.find(({ key }: { key: string }) => key === 'user');
  const changed = await admin.patch(`/roles/${role.id}`, { version: role.version, fields: { Client: { email: ['read'], company: ['read'] } } });
  expect(changed.status).toBe(200);
  await eventually(async () => expect(await told()).toEqual(['We write to .', 's4', false]));
  expect((await admin.patch(`/roles/${role.id}`, { version: changed.body.version, fields: {} })).status).toBe(200);
  await eventually(async () => expect((await told())[2]).toBe(true));
});

test('what is played is what is then carried out, step by step and word by word', async () => {
  const branch = { id: 's3', kind: 'branch', ways: [{ name: 'Dear ones', when: [{ field: 'value', operator: 'atLeast', value: 1_000 }], goTo: 's5' }], otherwise: 'next' };
  const strategy = await running(admin, [mailStep('s1', 'Dear {{ client.name }}'), waitStep('s2', 3, 'workdays', { at: '09:30' }), branch, mailStep('s4', 'Cheap'), mailStep('s5', 'Dear'), callStep('s6')]);
  for (const value of [500, 5_000]) {
    const client = await makeClient(admin, { value });
    const played = await play(strategy.id, { client: { clientId: client.id }, startsAt: null });
    const id = await enrolled(admin, strategy.id, client.id);
    const waiting = await becomes(admin, id, { next: { stepId: 's3' } });
    const [begun, planned] = [Date.parse(played.startedAt), Date.parse(played.events[1]!.note!)];
    expect(Math.abs(Date.parse(waiting.nextAt!) - planned)).toBeLessThan(Date.now() - begun + 1_000);
    await timePasses(kernel, kernel.a, id);
    const { runs } = await becomes(admin, id, { status: 'completed' });
    const said = ({ stepId, text, kind }: { stepId: string | null; text: string | null; kind: string }) => [stepId, kind === 'email' ? text : null];
    expect(runs.map(said)).toEqual(played.events.filter(({ what }) => what === 'step').map(said));
  }
});

test('scenarios are kept with what must come true, and run anew on the draft', async () => {
  const { id, version } = await makeStrategy(admin, { draft: draftOf() });
  const scenario = {
    startsAt,
    assertions: [
      { kind: 'step-runs', stepId: 's5' },
      { kind: 'step-does-not-run', stepId: 's4' },
      { kind: 'ends', status: 'completed' },
      { kind: 'says', text: 'goodbye' },
      { kind: 'never-says', text: 'discount' },
      { kind: 'within', days: 2 },
    ],
  };
  const { status, body: kept } = await admin.post(`/strategies/${id}/simulations`, { name: 'Nobody answers', scenario });
  expect([status, kept]).toEqual([201, expect.objectContaining({ holds: null, version: 1 })]);
  const run = async () => (await admin.post(`/strategies/${id}/simulations/run`)).body.items;
  expect(await run()).toMatchObject([{ id: kept.id, holds: true, result: { assertions: scenario.assertions.map(() => ({ holds: true })) } }]);
  const shorter = draftOf({ steps: steps.slice(0, 2).concat(waitStep('s9', 9) as never) });
  expect((await admin.patch(`/strategies/${id}`, { version, draft: shorter })).status).toBe(200);
  const [failed] = await run();
  expect([failed.holds, failed.result.assertions.map(({ holds }: { holds: boolean }) => holds)]).toEqual([false, [false, true, true, false, true, false]]);
  expect((await admin.get(`/strategies/${id}/simulations`)).body.items).toMatchObject([{ name: 'Nobody answers', holds: false, ranAt: expect.any(String) }]);
  const changed = await admin.patch(`/strategies/simulations/${kept.id}`, { version: 1, name: 'Silence', scenario: { startsAt } });
  expect(changed.body).toMatchObject({ name: 'Silence', holds: null, version: 2 });
  expect((await admin.patch(`/strategies/simulations/${kept.id}`, { version: 1, name: 'Late' })).body.code).toBe('core.version-conflict');
  for (const caller of [user, stranger]) {
    expect((await caller.patch(`/strategies/simulations/${kept.id}`, { version: 2, name: 'Theirs' })).body.code).toBe('strategies.simulation-not-found');
    expect((await caller.get(`/strategies/${id}/simulations`)).body.code).toBe('strategies.not-found');
  }
  expect((await admin.delete(`/strategies/simulations/${kept.id}`)).status).toBe(204);
  expect((await admin.get(`/strategies/${id}/simulations`)).body.items).toEqual([]);
});
