import { eventually, type Caller, type Kernel } from '@loctelli/core/testing';
import { ahead, book, bootBookings, eventType, openHours } from './testing.ts';

let kernel: Kernel;
let admin: Caller;
let manager: Caller;
let user: Caller;
let stranger: Caller;
let visitor: Caller;
const idOf = (role: 'admin' | 'manager' | 'user') => kernel.a.users[role].id;

beforeAll(async () => {
  kernel = await bootBookings();
  [admin, manager, user] = [await kernel.as(kernel.a), await kernel.as(kernel.a, 'manager'), await kernel.as(kernel.a, 'user')];
  stranger = await kernel.as(kernel.b);
  visitor = kernel.visitor(kernel.a);
  for (const role of ['admin', 'manager', 'user'] as const) await openHours(admin, idOf(role));
}, 60_000);
afterAll(() => kernel?.close());

const codes = (body: { errors?: { code: string }[] }) => body.errors?.map(({ code }) => code);
const starts = async (slug: string, from: string, to: string) => (await visitor.get(`/bookings/public/event-types/${slug}/slots?from=${from}&to=${to}&zone=UTC`)).body.days.flatMap(({ slots }: { slots: { start: string }[] }) => slots.map(({ start }) => start));

test('a visitor sees what is listed, books a slot and becomes a client; the slot is gone, and the other tenant knows nothing of it', async () => {
  const type = await eventType(admin, [idOf('user')], { title: 'Roof inspection', bufferAfter: 30 });
  expect(type).toMatchObject({ slug: 'roof-inspection', seats: 1, url: expect.stringContaining('/book/roof-inspection') });
  await eventType(admin, [idOf('user')], { title: 'Secret', listed: false });
  const listed = (await visitor.get('/bookings/public/event-types')).body.items;
  expect(listed.map(({ slug }: { slug: string }) => slug)).toEqual(['roof-inspection']);
  expect(JSON.stringify(listed)).not.toContain('userId');
  const [from, to] = [ahead(3, 0), ahead(4, 0)];
  expect(await starts('roof-inspection', from, to)).toHaveLength(8);
  const made = await book(visitor, 'roof-inspection', ahead(3, 10));
  expect([made.status, made.body]).toEqual([201, expect.objectContaining({ status: 'confirmed', title: 'Roof inspection', hosts: ['user of a'], location: '1 Main Street', cancelRefusal: null })]);
  // The hour itself, and the one whose beginning lies in the buffer; the one before would end right at its beginning with half an hour of its own.
  expect((await starts('roof-inspection', from, to)).map((start: string) => start.slice(11, 16))).toEqual(['12:00', '13:00', '14:00', '15:00', '16:00']);
  const again = await book(visitor, 'roof-inspection', ahead(3, 10));
  expect([again.status, again.body.code, again.body.errors]).toEqual([409, 'bookings.taken', undefined]);
  const [found] = (await admin.get('/bookings?search=RUIZ')).body.items;
  expect(found).toMatchObject({ guestName: 'Ana Ruiz', hostId: idOf('user'), source: 'page', clientId: expect.any(Number) });
  expect((await admin.get(`/clients/${found.clientId}`)).body).toMatchObject({ name: 'Ana Ruiz', email: 'ana@guest.example', ownerId: idOf('user') });
  expect((await admin.get(`/clients/${found.clientId}/timeline`)).body.items.map(({ kind }: { kind: string }) => kind)).toContain('bookings.booked');
  expect((await user.get('/notifications')).body.items[0]).toMatchObject({ kind: 'bookings.booked', params: { name: 'Ana Ruiz' } });
  expect((await stranger.get('/bookings')).body.items).toEqual([]);
  expect((await stranger.get(`/bookings/${found.id}`)).body.code).toBe('bookings.not-found');
  expect((await kernel.visitor(kernel.b).get(`/bookings/public/manage/${made.body.token}`)).body.code).toBe('bookings.link-not-found');
  expect((await kernel.visitor(kernel.b).get('/bookings/public/event-types/roof-inspection')).status).toBe(404);
});

test('a request that is sent twice books once, and its key serves no other request', async () => {
  await eventType(admin, [idOf('admin')], { title: 'Twice' });
  const key = { 'idempotency-key': crypto.randomUUID() };
  const first = await book(visitor, 'twice', ahead(5, 9), {}, key);
  const second = await book(visitor, 'twice', ahead(5, 9), {}, key);
  expect([first.status, second.status, second.body.token]).toEqual([201, 201, first.body.token]);
  expect((await book(visitor, 'twice', ahead(5, 11), {}, key)).body.code).toBe('core.idempotency-mismatch');
  const twins = await Promise.all([1, 2, 3].map(() => book(visitor, 'twice', ahead(5, 13), {}, { 'idempotency-key': 'twin' })));
  expect(new Set(twins.map(({ body }) => body.token)).size).toBe(1);
});

test('what a visitor may not send is refused by name', async () => {
  const questions = [{ key: 'roof', label: 'What roof?', type: 'select', required: true, options: ['Flat', 'Tile'] }, { key: 'year', label: 'Year', type: 'number' }];
  await eventType(admin, [idOf('admin')], { title: 'Asked', questions });
  const start = ahead(6, 9);
  expect((await book(visitor, 'asked', start, { answers: { roof: 'Gold', year: 'old', hat: 1 } })).body.errors.map(({ path }: { path: string }) => path).sort()).toEqual(['answers.hat', 'answers.roof', 'answers.year']);
  expect((await book(visitor, 'asked', start)).body).toMatchObject({ code: 'bookings.wrong-answers', errors: [{ path: 'answers.roof', code: 'required' }] });
  expect((await book(visitor, 'asked', start, { email: 'none', seats: 0, admin: true })).status).toBe(400);
  expect((await book(visitor, 'asked', start, { answers: { roof: 'Flat' }, zone: 'Mars/North' })).status).toBe(400);
  for (const moment of [ahead(6, 9, 30), ahead(6, 20), ahead(-1, 9), ahead(900, 9)])
    expect((await book(visitor, 'asked', moment, { answers: { roof: 'Flat' } })).body.code).toBe('bookings.not-offered');
  expect((await book(visitor, 'asked', start, { answers: { roof: 'Flat' }, length: 45 })).body.code).toBe('bookings.not-offered');
  expect((await book(visitor, 'nowhere', start)).body.code).toBe('bookings.event-type-not-found');
  const made = await book(visitor, 'asked', start, { answers: { roof: 'Flat', year: 1990 } });
  const [row] = (await admin.get(`/bookings?from=${start}&to=${ahead(6, 10)}`)).body.items;
  expect([made.status, row.answers]).toEqual([201, [{ key: 'roof', label: 'What roof?', value: 'Flat' }, { key: 'year', label: 'Year', value: 1990 }]]);
});

test('why a moment is not offered is said for each host, and nothing is said of one that is', async () => {
  const type = await eventType(admin, [idOf('manager')], { title: 'Why', bufferAfter: 60, minimumNotice: 240, dailyLimit: 2 });
  const why = async (at: string) => (await admin.get(`/bookings/why?eventTypeId=${type.id}&at=${at}`)).body;
  expect(await why(ahead(7, 9))).toMatchObject({ offered: true, reasons: [] });
  expect((await book(visitor, 'why', ahead(7, 13))).status).toBe(201);
  const seen = async (at: string) => (await why(at)).reasons.map(({ code, params }: { code: string; params: object }) => [code, params]);
  expect(await seen(ahead(7, 14))).toEqual([['buffer-after', { host: 'manager of a', at: ahead(7, 14), minutes: 60 }]]);
  expect(await seen(ahead(7, 13))).toEqual([['busy', { host: 'manager of a', from: ahead(7, 13), to: ahead(7, 14) }]]);
  expect(await seen(ahead(7, 18))).toEqual([['hours', expect.objectContaining({ host: 'manager of a', from: ahead(7, 9), to: ahead(7, 17), zone: 'UTC' })]]);
  expect(await seen(ahead(7, 9, 20))).toEqual([['grid', { host: 'manager of a', before: ahead(7, 9), after: ahead(7, 10) }]]);
  expect((await seen(new Date(Date.now() + 3_600_000).toISOString())).map(([code]: [string]) => code)).toContain('notice');
  expect((await seen(ahead(7, 9).replace(/^\d+/, '2001'))).map(([code]: [string]) => code)).toContain('past');
  await book(visitor, 'why', ahead(7, 9));
  expect((await seen(ahead(7, 16))).map(([code]: [string]) => code)).toEqual(['day-limit']);
  const refused = await admin.post('/bookings', { eventTypeId: type.id, start: ahead(7, 14), guest: { name: 'Bo' } });
  expect([refused.status, refused.body.errors[0].message]).toEqual([409, expect.stringMatching(/2 bookings on|buffer after/)]);
});

test('staff book starts of their own, go past the rules with a permission, and never past another booking', async () => {
  const type = await eventType(admin, [idOf('user')], { title: 'Staff', minimumNotice: 60 * 24 * 20 });
  const input = { eventTypeId: type.id, guest: { name: 'Walk In', email: 'walk@guest.example' } };
  expect(codes((await user.post('/bookings', { ...input, start: ahead(8, 9, 10) })).body)).toEqual(['notice']);
  expect((await user.post('/bookings', { ...input, start: ahead(8, 9, 10), override: true })).body.code).toBe('bookings.override-refused');
  const made = await manager.post('/bookings', { ...input, start: ahead(8, 9, 10), override: true, notes: 'Bring a ladder' });
  expect([made.status, made.body]).toEqual([201, expect.objectContaining({ start: ahead(8, 9, 10), end: ahead(8, 10, 10), source: 'staff', notes: 'Bring a ladder', hostId: idOf('user') })]);
  expect((await manager.post('/bookings', { ...input, start: ahead(8, 10), override: true })).body.code).toBe('bookings.taken');
  expect((await user.get(`/bookings/${made.body.id}`)).body).toEqual(made.body);
  const own = await eventType(admin, [idOf('admin')], { title: 'Admins only' });
  expect((await user.post('/bookings', { ...input, eventTypeId: own.id, start: ahead(8, 9) })).body.code).toBe('bookings.host-out-of-reach');
  const theirs = await admin.post('/bookings', { ...input, eventTypeId: own.id, start: ahead(8, 9) });
  expect((await user.get(`/bookings/${theirs.body.id}`)).status).toBe(404);
  expect((await user.get('/bookings?limit=100')).body.items.every(({ hostId }: { hostId: number }) => hostId === idOf('user'))).toBe(true);
});

test('a booking for a client takes what is known of the client', async () => {
  const type = await eventType(admin, [idOf('admin')], { title: 'For a client' });
  const client = (await admin.post('/clients', { name: 'Known Client', email: 'known@guest.example', phone: '+14155550123', zone: 'America/Denver' })).body;
  const { body } = await admin.post('/bookings', { eventTypeId: type.id, start: ahead(9, 9), clientId: client.id });
  expect(body).toMatchObject({ clientId: client.id, guestName: 'Known Client', guestEmail: 'known@guest.example', guestPhone: '+14155550123', guestZone: 'America/Denver' });
  expect((await admin.get(`/bookings?clientId=${client.id}`)).body.items).toHaveLength(1);
  expect((await admin.post('/bookings', { eventTypeId: type.id, start: ahead(9, 10), clientId: 999_999 })).body.code).toBe('bookings.client-not-found');
  expect((await admin.post('/bookings', { eventTypeId: type.id, start: ahead(9, 10) })).body.code).toBe('bookings.guest-needed');
});

test('moving, cancelling and restoring give time back and take it, and each needs the version it began from', async () => {
  const type = await eventType(admin, [idOf('admin')], { title: 'Moves' });
  const first = (await admin.post('/bookings', { eventTypeId: type.id, start: ahead(10, 9), guest: { name: 'First' } })).body;
  const second = (await admin.post('/bookings', { eventTypeId: type.id, start: ahead(10, 11), guest: { name: 'Second' } })).body;
  const step = (id: number, what: string, body: object) => admin.post(`/bookings/${id}/${what}`, body);
  expect((await step(first.id, 'reschedule', { version: 1, start: ahead(10, 11) })).body.code).toBe('bookings.taken');
  // Half over its own time.
  const moved = await step(first.id, 'reschedule', { version: 1, start: ahead(10, 9, 30) });
  expect([moved.status, moved.body.start, moved.body.version]).toEqual([200, ahead(10, 9, 30), 2]);
  expect((await step(first.id, 'reschedule', { version: 1, start: ahead(10, 13) })).body.code).toBe('core.version-conflict');
  expect((await step(second.id, 'cancel', { version: 1, reason: 'Rain' })).body).toMatchObject({ status: 'cancelled', cancelReason: 'Rain', cancelledBy: 'host' });
  expect((await step(second.id, 'cancel', { version: 2 })).body.code).toBe('bookings.already-cancelled');
  const third = await step(first.id, 'reschedule', { version: 2, start: ahead(10, 11) });
  expect(third.status).toBe(200);
  expect((await step(second.id, 'restore', { version: 2 })).body.code).toBe('bookings.taken');
  await step(first.id, 'cancel', { version: 3 });
  expect((await step(second.id, 'restore', { version: 2 })).body).toMatchObject({ status: 'confirmed', cancelReason: null });
  expect((await step(second.id, 'no-show', { version: 3 })).body.code).toBe('bookings.not-begun');
  expect((await admin.get(`/bookings/calendar?from=${ahead(10, 0)}&to=${ahead(11, 0)}`)).body.items.map(({ id }: { id: number }) => id)).toEqual([second.id]);
});

test('what needs confirmation holds its time until it is confirmed or declined', async () => {
  const type = await eventType(admin, [idOf('admin')], { title: 'Asks first', needsConfirmation: true });
  const first = await book(visitor, 'asks-first', ahead(11, 9));
  expect(first.body.status).toBe('pending');
  expect((await book(visitor, 'asks-first', ahead(11, 9))).status).toBe(409);
  const [row] = (await admin.get(`/bookings?status=pending&eventTypeId=${type.id}`)).body.items;
  expect((await admin.post(`/bookings/${row.id}/decline`, { version: 1, reason: 'Full' })).body).toMatchObject({ status: 'cancelled', cancelledBy: 'declined' });
  await book(visitor, 'asks-first', ahead(11, 9));
  const [next] = (await admin.get(`/bookings?status=pending&eventTypeId=${type.id}`)).body.items;
  expect((await admin.post(`/bookings/${next.id}/confirm`, { version: 1 })).body.status).toBe('confirmed');
  expect((await admin.post(`/bookings/${next.id}/confirm`, { version: 2 })).body.code).toBe('bookings.not-pending');
  expect((await admin.get('/bookings?status=late')).status).toBe(400);
});

test('seats are shared up to the last one, and given back', async () => {
  const type = await eventType(admin, [idOf('manager')], { title: 'Class', seats: 3 });
  const start = ahead(12, 9);
  const left = async () => (await visitor.get(`/bookings/public/event-types/class/slots?from=${ahead(12, 0)}&to=${ahead(13, 0)}&zone=UTC`)).body.days[0].slots.find((slot: { start: string }) => slot.start === start)?.seatsLeft;
  expect(await left()).toBe(3);
  expect((await book(visitor, 'class', start, { seats: 2, email: 'one@guest.example' })).status).toBe(201);
  expect(await left()).toBe(1);
  expect((await book(visitor, 'class', start, { seats: 2, email: 'two@guest.example' })).body.code).toBe('bookings.taken');
  const last = await book(visitor, 'class', start, { email: 'three@guest.example' });
  expect([last.status, await left()]).toEqual([201, undefined]);
  const rows = (await admin.get(`/bookings?eventTypeId=${type.id}`)).body.items;
  expect((await admin.post(`/bookings/${rows[0].id}/cancel`, { version: 1 })).status).toBe(200);
  expect(await left()).toBe(2);
  await admin.post(`/bookings/${rows[1].id}/cancel`, { version: 1 });
  expect(await left()).toBe(3);
  await book(visitor, 'class', start, { email: 'four@guest.example' });
  expect((await admin.post(`/bookings/${rows[0].id}/restore`, { version: 2 })).status).toBe(200);
  expect((await admin.post(`/bookings/${rows[1].id}/restore`, { version: 2 })).body.code).toBe('bookings.taken');
});

test('hosts in turn share the work, and those who meet together must all be free', async () => {
  const [turn, all] = [[idOf('admin'), idOf('manager')], [idOf('manager'), idOf('user')]];
  await eventType(admin, turn, { title: 'Turns' });
  const hosts = [];
  for (const hour of [9, 9, 10, 10]) hosts.push((await book(visitor, 'turns', ahead(14, hour))).body.hosts[0]);
  expect(hosts.sort()).toEqual(['admin of a', 'admin of a', 'manager of a', 'manager of a']);
  expect((await book(visitor, 'turns', ahead(14, 9))).status).toBe(409);
  const together = await eventType(admin, all, { title: 'Together', assignment: 'collective' });
  // The manager is taken at nine and ten.
  expect((await starts('together', ahead(14, 0), ahead(15, 0))).map((start: string) => start.slice(11, 13))).toEqual(['11', '12', '13', '14', '15', '16']);
  const made = await book(visitor, 'together', ahead(14, 11));
  expect(made.body.hosts.sort()).toEqual(['manager of a', 'user of a']);
  const [row] = (await user.get(`/bookings?eventTypeId=${together.id}`)).body.items;
  expect(row.hosts).toHaveLength(2);
});

test('a list is filtered, walked through and exported without formulas', async () => {
  const type = await eventType(admin, [idOf('admin')], { title: 'Listed' });
  for (const hour of [9, 10, 11]) await admin.post('/bookings', { eventTypeId: type.id, start: ahead(15, hour), guest: { name: `=cmd ${hour}` } });
  const first = (await admin.get(`/bookings?eventTypeId=${type.id}&limit=2`)).body;
  const second = (await admin.get(`/bookings?eventTypeId=${type.id}&limit=2&cursor=${first.nextCursor}`)).body;
  expect([...first.items, ...second.items].map(({ start }: { start: string }) => start)).toEqual([9, 10, 11].map((hour) => ahead(15, hour)));
  expect([first.total, second.nextCursor]).toEqual([{ count: 3, exact: true }, null]);
  expect((await admin.get(`/bookings/by-user/${idOf('admin')}?eventTypeId=${type.id}`)).body.items).toHaveLength(3);
  const csv = (await admin.get(`/bookings/export?eventTypeId=${type.id}`)).body as string;
  expect(csv.split('\r\n')).toHaveLength(5);
  expect(csv).toContain("'=cmd 9");
  expect((await user.get('/bookings/export')).status).toBe(403);
  expect((await admin.get('/bookings/summary')).body).toMatchObject({ zone: expect.any(String), pending: expect.any(Number) });
});

test('facts of the guest and notes are changed by version, and every step stands in the audit log', async () => {
  const type = await eventType(admin, [idOf('admin')], { title: 'Facts' });
  const { body } = await admin.post('/bookings', { eventTypeId: type.id, start: ahead(16, 9), guest: { name: 'Quiet' }, notify: false });
  expect((await admin.patch(`/bookings/${body.id}`, { version: 1, notes: 'Late', guestName: 'Loud' })).body).toMatchObject({ notes: 'Late', guestName: 'Loud', version: 2 });
  expect((await admin.patch(`/bookings/${body.id}`, { version: 1, notes: 'Later' })).body.code).toBe('core.version-conflict');
  await eventually(async () => expect((await admin.get('/audit?limit=50')).body.items.map(({ action }: { action: string }) => action)).toEqual(expect.arrayContaining(['booking.created', 'booking.updated'])));
});
