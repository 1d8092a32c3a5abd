import type { Caller, Kernel } from '@loctelli/core/testing';
import { bootStrategies, makePublished, makeStrategy, soundDraft } from './strategy-kernel.ts';

let kernel: Kernel;
let admin: Caller;
let manager: Caller;
let user: Caller;
let stranger: Caller;

beforeAll(async () => {
  kernel = await bootStrategies();
  [admin, manager, user] = [await kernel.as(kernel.a), await kernel.as(kernel.a, 'manager'), await kernel.as(kernel.a, 'user')];
  stranger = await kernel.as(kernel.b);
}, 60_000);
afterAll(() => kernel?.close());

const codes = (body: { faults: { path: string; code: string }[] }) => body.faults.map(({ path, code }) => `${path} ${code}`);

test('a strategy is made, read, changed by whoever saw it last, and deleted; another tenant knows nothing of it', async () => {
  const made = await makeStrategy(user, { tag: 'roof', industry: 'Roofing' });
  expect(made).toMatchObject({ sharing: 'private', ownerId: kernel.a.users.user.id, editable: true, stepCount: 3, publishedVersion: null, faults: [], draft: { script: { tone: 'friendly' } } });
  const changed = await user.patch(`/strategies/${made.id}`, { version: 1, name: 'Roof repair, spring', draft: soundDraft({ cadence: { steps: [] } }) });
  expect([changed.status, changed.body]).toEqual([200, expect.objectContaining({ name: 'Roof repair, spring', stepCount: 0, version: 2 })]);
  expect((await user.patch(`/strategies/${made.id}`, { version: 1, name: 'Late' })).body.code).toBe('core.version-conflict');
  expect((await admin.get('/strategies?search=spring ROOF')).body.items).toMatchObject([{ id: made.id, results: { enrolled: 0, won: 0 } }]);
  expect((await stranger.get('/strategies')).body.items).toEqual([]);
  for (const send of [stranger.get(`/strategies/${made.id}`), stranger.patch(`/strategies/${made.id}`, { version: 2, name: 'Mine' }), stranger.delete(`/strategies/${made.id}`), stranger.post(`/strategies/${made.id}/duplicate`)])
    expect(await send).toMatchObject({ status: 404, body: { code: 'strategies.not-found' } });
  expect((await user.delete(`/strategies/${made.id}`)).status).toBe(403);
  expect((await admin.delete(`/strategies/${made.id}`)).status).toBe(204);
  expect((await admin.get(`/strategies/${made.id}`)).body.code).toBe('strategies.not-found');
});

test('who sees a strategy follows its sharing, and who edits it does not', async () => {
  const made = await makeStrategy(manager);
  expect((await user.get(`/strategies/${made.id}`)).status).toBe(404);
  const shared = await manager.patch(`/strategies/${made.id}`, { version: 1, sharing: 'team' });
  expect(shared.body).toMatchObject({ sharing: 'team', teamId: expect.any(Number) });
  expect((await user.get(`/strategies/${made.id}`)).body).toMatchObject({ id: made.id, editable: false });
  expect((await user.patch(`/strategies/${made.id}`, { version: 2, name: 'Mine' })).body.code).toBe('strategies.not-found');
  const other = await kernel.as(kernel.b, 'user');
  expect((await other.get(`/strategies/${made.id}`)).status).toBe(404);
  await manager.patch(`/strategies/${made.id}`, { version: 2, sharing: 'tenant' });
  expect((await user.get(`/strategies?ownerId=${kernel.a.users.manager.id}`)).body.items).toMatchObject([{ id: made.id, sharing: 'tenant', editable: false }]);
  expect((await manager.patch(`/strategies/${made.id}`, { version: 3, sharing: 'template' })).body.code).toBe('strategies.not-an-agency');
  // The admin is in no team, so their strategy has none to be shared with.
  const lone = await makeStrategy(admin);
  expect((await admin.patch(`/strategies/${lone.id}`, { version: 1, sharing: 'team' })).body.code).toBe('core.no-team');
  expect((await admin.patch(`/strategies/${lone.id}`, { version: 1, sharing: 'team', teamId: 999_999 })).body.code).toBe('strategies.unknown-team');
});

test('a strategy goes to somebody else only as far as the giver’s permission reaches', async () => {
  const made = await makeStrategy(user);
  expect((await user.patch(`/strategies/${made.id}`, { version: 1, ownerId: kernel.a.users.manager.id })).body.code).toBe('core.forbidden');
  expect((await admin.patch(`/strategies/${made.id}`, { version: 1, ownerId: kernel.b.users.admin.id })).body.code).toBe('strategies.unknown-owner');
  expect((await admin.patch(`/strategies/${made.id}`, { version: 1, ownerId: kernel.a.users.manager.id })).body).toMatchObject({ ownerName: 'manager of a' });
  expect((await user.get(`/strategies/${made.id}`)).status).toBe(404);
});

test('a copy is private, the caller’s own, and says what they could read', async () => {
  const made = await makePublished(manager, { name: 'Hail', sharing: 'tenant' });
  await manager.patch(`/strategies/${made.id}`, { version: made.version, draft: soundDraft({ script: { opening: 'Not yet' } }) });
  const copy = await user.post(`/strategies/${made.id}/duplicate`);
  expect([copy.status, copy.body]).toEqual([201, expect.objectContaining({ name: 'Hail 2', sharing: 'private', status: 'draft', ownerId: kernel.a.users.user.id, publishedVersion: null })]);
  expect(copy.body.draft.script.opening).toContain('{{ client.firstName }}');
  const own = await manager.post(`/strategies/${made.id}/duplicate`);
  expect(own.body).toMatchObject({ name: 'Hail 3', draft: { script: { opening: 'Not yet' } } });
});

test('what was never published cannot run; what rests, is put away and comes back says so', async () => {
  const { id } = await makeStrategy(admin);
  const state = (status: string, version: number) => admin.post(`/strategies/${id}/state`, { version, status });
  expect((await state('active', 1)).body.code).toBe('strategies.not-running');
  expect((await state('archived', 1)).body).toMatchObject({ status: 'archived', version: 2 });
  expect((await admin.get('/strategies?search=Roof')).body.items.map(({ id: each }: { id: number }) => each)).not.toContain(id);
  expect((await admin.get('/strategies?status=archived')).body.items).toMatchObject([{ id }]);
  expect((await state('active', 2)).body).toMatchObject({ status: 'draft', version: 3 });
  await admin.post(`/strategies/${id}/publish`, { version: 3 });
  expect((await state('paused', 4)).body).toMatchObject({ status: 'paused' });
  expect((await state('active', 4)).body.code).toBe('core.version-conflict');
  expect((await state('active', 5)).body).toMatchObject({ status: 'active' });
  expect((await user.post(`/strategies/${id}/state`, { version: 6, status: 'paused' })).status).toBe(403);
});

test('each fault of a draft is named with its place, and publishing asks for none', async () => {
  const draft = {
    script: {
      opening: 'Hi {{ client.shoeSize }}',
      questions: [{ key: 'size', label: 'Size?', kind: 'select', options: [], writesTo: 'custom:nowhere' }, { key: 'size', label: 'Again?' }],
      disqualifications: [{ key: 'small', reason: 'Too small', when: [{ question: 'area', operator: 'atMost', value: 1 }, { question: 'size', operator: 'anyOf', value: 'S' }] }],
      objections: [{ key: 'price', objection: 'Too dear', answer: '' }],
      booking: { eventTypeId: 999_999 },
    },
    cadence: {
      steps: [
        { id: 's1', kind: 'message', variants: [{ id: 'a', body: '', weight: 0 }, { id: 'b', body: '{% if %}', weight: 0 }] },
        { id: 's2', kind: 'email', variants: [{ id: 'a', body: 'Hello', subject: '' }] },
        { id: 's3', kind: 'condition', when: [{ field: 'value', operator: 'atLeast', value: 'much' }], then: 's1', otherwise: 's9' },
        { id: 's1', kind: 'task', title: 'Look' },
        { id: 's4', kind: 'branch', ways: [{ name: 'Big', when: [{ field: 'custom:area', operator: 'notEmpty' }, { field: 'stageId', operator: 'is', value: 999_999 }], goTo: 's4' }] },
      ],
      stopOn: { stageIds: [999_999] },
      triggers: [{ event: 'strategy.enrolled' }, { event: 'client.created', when: [{ field: 'answer:area', operator: 'is', value: 'x' }] }],
    },
  };
  const made = await makeStrategy(admin, { draft });
  expect(codes(made)).toEqual([
    'script.opening wrong-template',
    'script.questions.1.key duplicate-key',
    'script.questions.0.options no-options',
    'script.questions.0.writesTo unknown-field',
    'script.disqualifications.0.when.0 unknown-question',
    'script.disqualifications.0.when.1 wrong-rule',
    'script.objections.0.answer text-missing',
    'script.booking.eventTypeId unknown-event-type',
    'cadence.steps.3.id duplicate-key',
    'cadence.steps.0.variants weights-zero',
    'cadence.steps.0.variants.0.body text-missing',
    'cadence.steps.0.variants.1.body wrong-template',
    'cadence.steps.1.variants.0.subject subject-missing',
    'cadence.steps.2.when.0 wrong-rule',
    'cadence.steps.2.then backward-destination',
    'cadence.steps.2.otherwise unknown-destination',
    'cadence.steps.4.ways.0.when.0 unknown-field',
    'cadence.steps.4.ways.0.when.1 unknown-stage',
    'cadence.steps.4.ways.0.goTo backward-destination',
    'cadence.stopOn.stageIds.0 unknown-stage',
    'cadence.triggers.0.event unknown-event',
    'cadence.triggers.1.when.0 unknown-question',
  ]);
  const refused = await admin.post(`/strategies/${made.id}/publish`, { version: 1 });
  expect([refused.status, refused.body.code, refused.body.errors.length]).toEqual([422, 'strategies.draft-has-faults', 22]);
  expect(codes(await makeStrategy(admin, { draft: undefined }))).toEqual(['script no-content']);
});

test('events that carry a client may enrol, whatever plugin declares them, but none of its own', async () => {
  const { items } = (await admin.get('/strategies/triggers')).body;
  expect(items).toEqual(expect.arrayContaining([{ event: 'client.created', plugin: 'clients' }, { event: 'booking.no-show', plugin: 'bookings' }]));
  expect(items.filter(({ event }: { event: string }) => /^(strategy|clients)\./.test(event))).toEqual([]);
});
