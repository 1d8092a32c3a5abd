import { Database } from '@loctelli/core/server';
import { eventually, type Caller, type Kernel } from '@loctelli/core/testing';
import { ahead, eventType, openHours } from '../bookings/testing.ts';
import type { Playbook, Strategy } from './contract.ts';
import { bootTalk, published } from './talk-kernel.ts';

let kernel: Kernel;
let admin: Caller;
let manager: Caller;
let user: Caller;
let stranger: Caller;
let roofs: Strategy;
let typeId: number;

const questions = [
  { key: 'mail', label: 'Where can we write to you, {{ client.firstName }}?', kind: 'email', required: true, writesTo: 'email' },
  { key: 'size', label: 'How large is the roof?', kind: 'number', required: true, writesTo: 'custom:size' },
  { key: 'kind', label: 'What is it made of?', kind: 'select', options: ['Tile', 'Slate'], writesTo: 'custom:material' },
  { key: 'owner', label: 'Is it your own house?', kind: 'boolean' },
  { key: 'when', label: 'Since when does it leak?', kind: 'date' },
  { key: 'parts', label: 'What leaks?', kind: 'multiselect', options: ['Chimney', 'Gutter, pipe'] },
  { key: 'budget', label: 'What may it cost?', kind: 'money', writesTo: 'value' },
];

beforeAll(async () => {
  kernel = await bootTalk();
  [admin, manager, user, stranger] = await Promise.all([kernel.as(kernel.a), kernel.as(kernel.a, 'manager'), kernel.as(kernel.a, 'user'), kernel.as(kernel.b)]);
  for (const caller of [admin, stranger]) {
    await caller.post('/clients/fields', { key: 'size', label: 'Size', type: 'number' });
    await caller.post('/clients/fields', { key: 'material', label: 'Material', type: 'text' });
  }
  await openHours(admin, kernel.a.users.admin.id);
  typeId = (await eventType(admin, [kernel.a.users.admin.id], { title: 'Inspection' })).id;
  roofs = await published(admin, 'Roofs', {
    persona: { name: 'Marta', role: 'roofer' },
    opening: 'Hello {{ client.firstName }}, this is {{ persona.name }} of {{ tenant.name }}.',
    questions,
    disqualifications: [{ key: 'renter', reason: 'Does not own the house', when: [{ question: 'owner', operator: 'is', value: false }], goodbye: 'Thank you, {{ client.firstName }}.' }],
    objections: [{ key: 'price', objection: 'Too expensive', answer: 'You pay after {{ answers.size }} m².' }],
    booking: { eventTypeId: typeId, instructions: 'Offer a visit.' },
  });
}, 90_000);
afterAll(() => kernel?.close());

const made = async (caller: Caller, name = 'Ana Ruiz', more: object = {}): Promise<number> => (await caller.post('/clients', { name, ...more })).body.id;
const playbook = (caller: Caller, clientId: number, id = roofs.id) => caller.get(`/strategies/${id}/playbook?clientId=${clientId}`);
const write = (caller: Caller, clientId: number, answers: object, version: number, id = roofs.id) => caller.put(`/strategies/${id}/playbook`, { clientId, answers, version });

test('a script is read with the client’s facts in it, and what is known already is answered', async () => {
  const clientId = await made(admin, 'Luis Vega', { email: 'luis@vega.example' });
  const { status, body } = await playbook(admin, clientId);
  expect(status).toBe(200);
  expect(body).toMatchObject({ number: 1, version: 0, answers: { mail: 'luis@vega.example' }, missing: ['size'], disqualified: null, enrolmentId: null });
  const { script } = body as Playbook;
  expect(script.opening).toMatch(/^Hello Luis, this is Marta of /);
  expect(script.questions[0]!.label).toBe('Where can we write to you, Luis?');
  expect((await admin.get(`/strategies/playbooks?clientId=${clientId}`)).body.items).toMatchObject([{ strategyId: roofs.id, name: 'Roofs', enrolled: false, answered: 0, disqualified: false }]);
});

test('answers are kept, and write to the client what they are told to', async () => {
  const clientId = await made(admin);
  const { body } = await write(admin, clientId, { mail: ' Ana@Casa.example ', size: 1.234, kind: 'Slate', budget: 1200.5, parts: ['Gutter, pipe'], when: '2026-02-03' }, 0);
  expect(body).toMatchObject({ version: 1, missing: [], answers: { mail: 'ana@casa.example', size: 1.234, kind: 'Slate', budget: 1200.5, parts: ['Gutter, pipe'] }, updatedByName: expect.any(String) });
  expect(body.script.objections[0].answer).toBe('You pay after 1.234 m².');
  expect((await admin.get(`/clients/${clientId}`)).body).toMatchObject({ email: 'ana@casa.example', value: 1200.5, customFields: { size: 1.234, material: 'Slate' } });
  // What is changed on the client's page is what is known.
  const { version } = (await admin.get(`/clients/${clientId}`)).body;
  await admin.patch(`/clients/${clientId}`, { version, customFields: { size: 200 } });
  expect((await playbook(admin, clientId)).body.answers).toMatchObject({ size: 200 });
  const taken = await write(admin, clientId, { parts: null }, 1);
  expect(taken.body.answers.parts).toBeUndefined();
  expect((await admin.get(`/strategies/playbooks?clientId=${clientId}`)).body.items[0].answered).toBe(5);
});

test('an answer that is none is refused at its question, and two people do not overwrite each other', async () => {
  const clientId = await made(admin);
  const wrong = await write(admin, clientId, { mail: 'nobody', size: 'large', kind: 'Straw', owner: 'yes', when: 'soon', parts: ['Roof'], budget: -1, other: 'x' }, 0);
  expect([wrong.status, wrong.body.code]).toEqual([422, 'strategies.wrong-answer']);
  expect(wrong.body.errors.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`)).toEqual(['answers.mail email', 'answers.size number', 'answers.kind select', 'answers.owner boolean', 'answers.when date', 'answers.parts multiselect', 'answers.budget money', 'answers.other unknown']);
  expect((await playbook(admin, clientId)).body.version).toBe(0);
  expect((await write(admin, clientId, { owner: true }, 0)).status).toBe(200);
  const late = await Promise.all([write(admin, clientId, { size: 1 }, 0), write(manager, clientId, { size: 2 }, 1), write(admin, clientId, { size: 3 }, 1)]);
  expect(late.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
});

test('a rule that holds turns the client away once, with words to say, and is taken back with the answer', async () => {
  const clientId = await made(admin);
  const { body } = await write(admin, clientId, { owner: false }, 0);
  expect(body.disqualified).toMatchObject({ key: 'renter', reason: 'Does not own the house', goodbye: 'Thank you, Ana.', at: expect.any(String) });
  await write(admin, clientId, { size: 100 }, 1);
  await eventually(async () => {
    const { items } = (await admin.get('/events?types=strategy.disqualified&limit=50')).body;
    const mine = items.filter(({ data, payload }: any) => (data ?? payload).clientId === clientId);
    expect(mine).toHaveLength(1);
  });
  const timeline = (await admin.get(`/clients/${clientId}/timeline`)).body.items;
  expect(timeline).toContainEqual(expect.objectContaining({ kind: 'strategies.disqualified', params: { strategy: 'Roofs', reason: 'Does not own the house' } }));
  expect((await write(admin, clientId, { owner: true }, 2)).body.disqualified).toBeNull();
});

test('free times are offered in the client’s zone and booked for the client, once', async () => {
  const clientId = await made(admin, 'Eva Soto', { email: 'eva@soto.example', zone: 'Europe/Madrid' });
  const slots = (await admin.get(`/strategies/${roofs.id}/slots?clientId=${clientId}`)).body;
  expect(slots).toMatchObject({ title: 'Inspection', length: 60, zone: 'Europe/Madrid', url: expect.stringContaining('/book/inspection') });
  const { start } = slots.items.find((slot: { start: string }) => slot.start >= ahead(2, 0));
  const booked = await admin.post(`/strategies/${roofs.id}/book`, { clientId, start });
  expect([booked.status, booked.body]).toEqual([201, { bookingId: expect.any(Number), start, manageUrl: expect.any(String) }]);
  expect((await admin.get(`/bookings?clientId=${clientId}`)).body.items).toMatchObject([{ id: booked.body.bookingId, guestName: 'Eva Soto', guestZone: 'Europe/Madrid', source: 'plugin' }]);
  const again = await admin.post(`/strategies/${roofs.id}/book`, { clientId, start });
  expect([again.status, again.body.code]).toEqual([409, 'bookings.taken']);
  expect((await admin.get(`/strategies/${roofs.id}/slots?clientId=${clientId}`)).body.items.map((slot: { start: string }) => slot.start)).not.toContain(start);
  const plain = await published(admin, 'Nothing to book', {});
  expect((await admin.get(`/strategies/${plain.id}/slots?clientId=${clientId}`)).body.code).toBe('strategies.no-event-type');
});

test('an enrolment keeps its words when the strategy is published anew', async () => {
  const clientId = await made(admin);
  const strategy = await published(admin, 'Keeps', { opening: 'First' });
  await kernel.within(kernel.a, async () => {
    const db = kernel.get(Database);
    const version = await db.strategyVersion.findFirstOrThrow({ where: { strategyId: strategy.id } });
    await db.strategyEnrolment.create({ data: { strategyId: strategy.id, versionId: version.id, clientId, ownerId: kernel.a.users.admin.id, source: 'hand' } });
  });
  const draft = { ...strategy.draft, script: { ...strategy.draft.script, opening: 'Second' } };
  const { body: edited } = await admin.patch(`/strategies/${strategy.id}`, { version: strategy.version, draft });
  expect((await admin.post(`/strategies/${strategy.id}/publish`, { version: edited.version })).status).toBe(200);
  expect((await playbook(admin, clientId, strategy.id)).body).toMatchObject({ number: 1, script: { opening: 'First' }, enrolmentId: expect.any(Number) });
  expect((await playbook(admin, await made(admin), strategy.id)).body).toMatchObject({ number: 2, script: { opening: 'Second' }, enrolmentId: null });
  expect((await admin.get(`/strategies/playbooks?clientId=${clientId}`)).body.items[0]).toMatchObject({ name: 'Keeps', enrolled: true });
});

test('nobody follows what they may not read, of a client they may not read; who may not change a client writes nothing to it', async () => {
  const theirs = await made(admin);
  const secret = await published(admin, 'Secret', {}, { sharing: 'private' });
  const mine = await made(user);
  for (const caller of [user, stranger]) {
    expect((await playbook(caller, theirs)).status).toBe(caller === user ? 422 : 404);
    expect((await playbook(caller, mine, secret.id)).body.code).toBe('strategies.not-found');
    expect((await write(caller, theirs, { size: 1 }, 0)).status).toBeGreaterThanOrEqual(404);
    expect((await caller.get(`/strategies/${roofs.id}/slots?clientId=${theirs}`)).status).toBeGreaterThanOrEqual(404);
    expect((await caller.post(`/strategies/${roofs.id}/book`, { clientId: theirs, start: ahead(3, 10) })).status).toBeGreaterThanOrEqual(404);
  }
  expect((await stranger.get(`/strategies/playbooks?clientId=${theirs}`)).body.code).toBe('strategies.client-not-found');
  expect((await user.get(`/strategies/playbooks?clientId=${mine}`)).body.items.map(({ name }: { name: string }) => name)).not.toContain('Secret');
  expect((await write(user, mine, { size: 80 }, 0)).status).toBe(200);
  expect((await kernel.visitor(kernel.a).get(`/strategies/playbooks?clientId=${mine}`)).status).toBe(401);

  // Whoever may not change clients keeps the answers in the playbook alone.
  const role = (await admin.get('/roles')).body.items.find(({ key }: { key: string }) => key === 'user');
  expect((await admin.patch(`/roles/${role.id}`, { version: role.version, grants: { 'clients.read': 'own', 'strategies.read': 'own', 'strategies.play': 'all' } })).status).toBe(200);
  const { body } = await write(user, mine, { size: 90 }, 1);
  expect((await admin.get(`/clients/${mine}`)).body.customFields).toEqual({ size: 80 });
  expect(body).toMatchObject({ version: 2, answers: { size: 90 } });
});
