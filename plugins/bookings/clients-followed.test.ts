import { eventually, type Caller, type Kernel } from '@loctelli/core/testing';
import { ahead, book, bootBookings, eventType, openHours } from './testing.ts';
import { seed } from './server/demo/seed.ts';

let kernel: Kernel;
let admin: Caller;
let visitor: Caller;
const hostId = () => kernel.a.users.admin.id;

beforeAll(async () => {
  kernel = await bootBookings();
  [admin, visitor] = [await kernel.as(kernel.a), kernel.visitor(kernel.a)];
  await openHours(admin, hostId());
  await eventType(admin, [hostId()], { title: 'Visit', questions: [{ key: 'need', label: 'What for?', type: 'text' }] });
}, 60_000);
afterAll(() => kernel?.close());

const clientOf = async (hour: number, day = 3): Promise<number> => (await admin.get(`/bookings?from=${ahead(day, hour)}&to=${ahead(day, hour, 30)}`)).body.items[0].clientId;

test('bookings go with a client that is merged into another, and come back when that is undone', async () => {
  await book(visitor, 'visit', ahead(3, 9), { email: 'keeps@guest.example', name: 'Kept Person' });
  await book(visitor, 'visit', ahead(3, 10), { email: 'goes@guest.example', name: 'Kept Persson' });
  const [survivorId, goneId] = [await clientOf(9), await clientOf(10)];
  const versions = Object.fromEntries(await Promise.all([survivorId, goneId].map(async (id) => [id, (await admin.get(`/clients/${id}`)).body.version])));
  const merge = await admin.post('/clients/merges', { survivorId, ids: [goneId], versions });
  expect(merge.status).toBeLessThan(300);
  await eventually(async () => expect((await admin.get(`/bookings?clientId=${survivorId}`)).body.items).toHaveLength(2), 20_000);
  expect((await admin.post(`/clients/merges/${merge.body.id}/undo`)).status).toBe(200);
  await eventually(async () => expect((await admin.get(`/bookings?clientId=${goneId}`)).body.items).toHaveLength(1), 20_000);
});

test('a client that is erased leaves bookings that tell of nobody, and what lay ahead gives its time back', async () => {
  const email = 'erased@guest.example';
  await book(visitor, 'visit', ahead(5, 9), { email, name: 'Erased Person', answers: { need: 'a secret' } });
  const id = await clientOf(9, 5);
  expect((await admin.post(`/clients/${id}/erase`, { confirm: 'Erased Person' })).status).toBeLessThan(300);
  const [row] = (await admin.get(`/bookings?from=${ahead(5, 9)}&to=${ahead(5, 10)}`)).body.items;
  expect(row).toMatchObject({ status: 'cancelled', guestName: '', guestEmail: null, clientId: null, answers: [], notes: null });
  expect((await admin.get('/bookings?search=erased')).body.items).toEqual([]);
  expect(JSON.stringify((await admin.get('/audit?limit=100')).body)).not.toContain('Erased Person');
  expect((await book(visitor, 'visit', ahead(5, 9))).status).toBe(201);
});

test('taking a client off a booking erases nothing', async () => {
  await book(visitor, 'visit', ahead(6, 9), { email: 'linked@guest.example', name: 'Linked' });
  const [row] = (await admin.get(`/bookings?search=linked`)).body.items;
  expect((await admin.patch(`/bookings/${row.id}`, { version: 1, clientId: null })).body).toMatchObject({ clientId: null, guestName: 'Linked', status: 'confirmed' });
});

test('a demo tenant has event types, hours and bookings that do not overlap, the same at every start', async () => {
  const other = await kernel.as(kernel.b);
  for (let n = 0; n < 12; n++) await other.post('/clients', { name: `Client ${n}`, email: `client${n}@demo.example` });
  await kernel.within(kernel.b, () => seed({ get: (type) => kernel.get(type as never) }));
  const types = (await other.get('/bookings/event-types')).body.items;
  expect(types.map(({ slug }: { slug: string }) => slug)).toEqual(expect.arrayContaining(['roof-inspection', 'estimate']));
  const { items } = (await other.get(`/bookings/calendar?from=${ahead(-20, 0)}&to=${ahead(20, 0)}`)).body;
  expect(items.length).toBeGreaterThan(60);
  const slots = (await kernel.visitor(kernel.b).get(`/bookings/public/event-types/roof-inspection/slots?from=${ahead(1, 0)}&to=${ahead(20, 0)}`)).body;
  expect(slots.days.length).toBeGreaterThan(3);
  expect((await other.get('/bookings/summary')).body.past).toBeGreaterThan(20);
});
