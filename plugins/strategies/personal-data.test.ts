import { eventually, type Caller, type Kernel } from '@loctelli/core/testing';
import { ahead, book, eventType, openHours } from '../bookings/testing.ts';
import { becomes, enrolled, mailStep, running, waitStep } from './enrolment-kernel.ts';
import { bootTalk, published, visitorWrites } from './talk-kernel.ts';

let kernel: Kernel;
let admin: Caller;
let manager: Caller;
let stranger: Caller;
beforeAll(async () => {
  kernel = await bootTalk();
  [admin, manager, stranger] = await Promise.all([kernel.as(kernel.a), kernel.as(kernel.a, 'manager'), kernel.as(kernel.b)]);
}, 90_000);
afterAll(() => kernel?.close());

/** A client who wrote, booked, answered questions, was written to by a cadence and wants no more of it; each plugin keeps a part of that. */
async function knownEverywhere(): Promise<number> {
  const email = 'ana.everywhere@casa.example';
  const { clientId, conversationId } = await visitorWrites(kernel, 'Our roof leaks above the kitchen', { email });
  await admin.post(`/chat/conversations/${conversationId}/messages`, { key: crypto.randomUUID(), kind: 'note', body: 'Sounds urgent' });
  await openHours(admin, kernel.a.users.admin.id);
  const { slug } = await eventType(admin, [kernel.a.users.admin.id]);
  expect((await book(kernel.visitor(kernel.a), slug, ahead(3, 10), { email, zone: 'Europe/Madrid' })).status).toBe(201);
  const cadence = await running(admin, [mailStep('s1', 'We have a free week in May'), waitStep('s2')]);
  const id = await enrolled(admin, cadence.id, clientId);
  await becomes(admin, id, { status: 'active', next: { stepId: 's2' } });
  const script = await published(admin, 'Roofs', { questions: [{ key: 'age', label: 'How old is it?', kind: 'number' }] });
  expect((await admin.put(`/strategies/${script.id}/playbook`, { clientId, answers: { age: 31 }, version: 0 })).status).toBe(200);
  expect((await admin.post('/strategies/opt-outs', { clientId })).status).toBe(201);
  return clientId;
}

test('the file that is handed to a client holds what every plugin keeps of them, also of one that is off, and says what was left out', async () => {
  const clientId = await knownEverywhere();
  await visitorWrites(kernel, 'Written by somebody else', { email: 'else@casa.example' });
  const file = async (caller: Caller) => (await caller.get(`/clients/${clientId}/personal-data`)).body;
  const whole = {
    leftOut: [],
    conversations: expect.arrayContaining([
      expect.objectContaining({ channel: 'web', messages: expect.arrayContaining([expect.objectContaining({ body: 'Our roof leaks above the kitchen' }), expect.objectContaining({ kind: 'note', body: 'Sounds urgent' })]) }),
      expect.objectContaining({ channel: 'email', messages: expect.arrayContaining([expect.objectContaining({ body: expect.stringContaining('a free week in May') })]) }),
    ]),
    chatVisits: [expect.objectContaining({ email: 'ana.everywhere@casa.example', zone: 'Europe/Madrid' })],
    bookings: [expect.objectContaining({ guestEmail: 'ana.everywhere@casa.example', eventType: { title: 'Inspection' }, host: { name: 'admin of a' } })],
    enrolments: [expect.objectContaining({ stopReason: 'unsubscribed', runs: [expect.objectContaining({ kind: 'email', what: 'mailed' }), expect.objectContaining({ kind: 'wait' })] })],
    playbooks: [expect.objectContaining({ strategy: { name: 'Roofs' }, answers: { age: 31 } })],
    unsubscribed: [expect.objectContaining({ source: 'staff' })],
  };
  expect(await file(admin)).toMatchObject(whole);
  expect(JSON.stringify(await file(admin))).not.toContain('Written by somebody else');
  await admin.patch('/plugins/chat', { enabled: false });
  expect(await file(admin)).toMatchObject(whole);
  await admin.patch('/plugins/chat', { enabled: true });
  expect((await stranger.get(`/clients/${clientId}/personal-data`)).status).toBe(404);
});

test('whoever may not read what is kept elsewhere gets the rest, with the names of what is missing', async () => {
  const { body: role } = await admin.post('/roles', { name: 'Privacy desk', grants: { 'clients.read': 'all', 'clients.export': 'all' } });
  const path = `/users/${kernel.a.users.manager.id}`;
  expect((await admin.patch(path, { version: (await admin.get(path)).body.version, role: role.key })).status).toBe(200);
  const { body: found } = await admin.get('/clients?search=ana.everywhere');
  const { body } = await manager.get(`/clients/${found.items[0].id}/personal-data`);
  expect(body).toMatchObject({ client: { email: 'ana.everywhere@casa.example' }, leftOut: expect.arrayContaining(['bookings', 'conversations', 'chatVisits', 'enrolments', 'playbooks', 'unsubscribed']), conversations: [], chatVisits: [], bookings: [], enrolments: [], playbooks: [], unsubscribed: [] });
});

test('whoever is refused a field gets nothing in which it may stand, wherever it is kept', async () => {
  const { body: role } = await admin.post('/roles', { name: 'No addresses', grants: { 'clients.read': 'all', 'clients.export': 'all', 'chat.read': 'all', 'bookings.export': 'all', 'strategies.enrolments': 'all' }, fields: { Client: { email: ['export'] } } });
  const path = `/users/${kernel.a.users.manager.id}`;
  expect((await admin.patch(path, { version: (await admin.get(path)).body.version, role: role.key })).status).toBe(200);
  const { body: found } = await admin.get('/clients?search=ana.everywhere');
  await eventually(async () => {
    const { body } = await manager.get(`/clients/${found.items[0].id}/personal-data`);
    expect(body.leftOut).toEqual(expect.arrayContaining(['email', 'conversations', 'chatVisits', 'bookings', 'enrolments']));
    expect(JSON.stringify(body)).not.toContain('ana.everywhere@casa.example');
  });
});
