import { Procedures } from '@loctelli/core/server';
import type { Caller, Kernel } from '@loctelli/core/testing';
import { ahead, bootBookings, eventType, openHours } from './testing.ts';
import { listHolidays } from './contract.ts';

let kernel: Kernel;
let admin: Caller;
let manager: Caller;
let user: Caller;
let stranger: Caller;
const idOf = (role: 'admin' | 'manager' | 'user') => kernel.a.users[role].id;

beforeAll(async () => {
  kernel = await bootBookings();
  [admin, manager, user, stranger] = [await kernel.as(kernel.a), await kernel.as(kernel.a, 'manager'), await kernel.as(kernel.a, 'user'), await kernel.as(kernel.b)];
}, 60_000);
afterAll(() => kernel?.close());

const slots = async (eventTypeId: number, day: number) => (await admin.get(`/bookings/slots?eventTypeId=${eventTypeId}&from=${ahead(day, 0)}&to=${ahead(day + 1, 0)}`)).body.items;
const hours = async (eventTypeId: number, day: number) => (await slots(eventTypeId, day)).map(({ start }: { start: string }) => Number(start.slice(11, 13)));
const date = (day: number) => ahead(day, 12).slice(0, 10);

test('everybody sets their own hours; those of a team and of all need a wider permission; other tenants’ are not there', async () => {
  const own = await openHours(user, idOf('user'));
  expect(own).toMatchObject({ isDefault: true, version: 1 });
  expect((await user.post('/bookings/schedules', { userId: idOf('admin'), name: 'x', weekly: [] })).body.code).toBe('bookings.host-out-of-reach');
  expect((await manager.get(`/bookings/schedules?userId=${idOf('user')}`)).body.items).toHaveLength(1);
  expect((await manager.post('/bookings/schedules', { userId: idOf('admin'), name: 'x', weekly: [] })).body.code).toBe('bookings.host-out-of-reach');
  expect((await stranger.get(`/bookings/schedules/${own.id}`)).body.code).toBe('bookings.schedule-not-found');
  expect((await stranger.post('/bookings/schedules', { userId: idOf('user'), name: 'x', weekly: [] })).body.code).toBe('bookings.unknown-host');
  const second = await openHours(user, idOf('user'), { name: 'Summer', isDefault: true });
  expect((await user.get('/bookings/schedules')).body.items.map(({ name, isDefault }: { name: string; isDefault: boolean }) => [name, isDefault])).toEqual([['Summer', true], ['Working hours', false]]);
  expect((await user.delete(`/bookings/schedules/${second.id}`)).body.code).toBe('bookings.last-schedule');
  expect((await user.delete(`/bookings/schedules/${own.id}`)).status).toBe(204);
  expect((await user.patch(`/bookings/schedules/${second.id}`, { version: 1, weekly: [{ day: 1, from: '10:00', to: '09:00' }] })).status).toBe(400);
});

test('overrides, time off, holidays and travel change what is offered, and only that', async () => {
  const type = await eventType(admin, [idOf('user')], { title: 'Hours' });
  const [{ id }] = (await user.get('/bookings/schedules')).body.items;
  expect(await hours(type.id, 5)).toEqual([9, 10, 11, 12, 13, 14, 15, 16]);
  const overrides = [{ from: date(5), to: date(6), hours: [{ from: '20:00', to: '22:00' }], note: 'Late shift' }, { from: date(7), to: date(7), hours: [], note: 'Dentist' }];
  const travels = [{ from: date(8), to: date(8), zone: 'Asia/Kathmandu' }];
  expect((await user.patch(`/bookings/schedules/${id}`, { version: 1, overrides, travels })).status).toBe(200);
  expect([await hours(type.id, 5), await hours(type.id, 6), await hours(type.id, 7)]).toEqual([[20, 21], [20, 21], []]);
  expect((await slots(type.id, 8))[0].start).toBe(ahead(8, 3, 15));
  const why = (await admin.get(`/bookings/why?eventTypeId=${type.id}&at=${ahead(7, 10)}`)).body;
  expect(why.reasons).toEqual([{ code: 'time-off', hostId: idOf('user'), params: { host: 'user of a', date: date(7), zone: 'UTC', note: 'Dentist' } }]);

  const holiday = await admin.post('/bookings/holidays', { date: date(9), name: 'Founders’ day' });
  expect([holiday.status, await hours(type.id, 9)]).toEqual([201, []]);
  for (const [tenant, dates] of [[kernel.a, [date(9)]], [kernel.b, []]] as const) expect(await kernel.within(tenant, () => kernel.get(Procedures).call(listHolidays, {}))).toEqual({ dates });
  expect((await admin.post('/bookings/holidays', { date: date(9), name: 'Again' })).body.code).toBe('bookings.holiday-exists');
  expect((await user.post('/bookings/holidays', { date: date(10), name: 'Mine' })).status).toBe(403);
  expect((await user.patch(`/bookings/schedules/${id}`, { version: 2, observesHolidays: false })).status).toBe(200);
  expect(await hours(type.id, 9)).toHaveLength(8);
  expect((await admin.delete(`/bookings/holidays/${holiday.body.id}`)).status).toBe(204);
  expect((await stranger.get('/bookings/holidays')).body.items).toEqual([]);
});

test('a schedule shows what it comes to before it is kept', async () => {
  const preview = { zone: 'America/Denver', weekly: [{ day: 7, from: '01:00', to: '04:00' }], from: '2026-03-07', to: '2026-03-09' };
  const { items } = (await user.post('/bookings/schedules/preview', preview)).body;
  expect(items.map(({ windows }: { windows: unknown[] }) => windows.length)).toEqual([0, 2, 0]);
  // Two hours, as three o'clock follows one right after two.
  expect(items[1].windows).toEqual([{ from: '2026-03-08T08:00:00.000Z', to: '2026-03-08T09:00:00.000Z' }, { from: '2026-03-08T09:00:00.000Z', to: '2026-03-08T10:00:00.000Z' }]);
});

test('event types are checked, changed by version, and kept while somebody booked them', async () => {
  const input = { title: 'Crew visit', hosts: [{ userId: idOf('user') }] };
  const create = (more: object) => admin.post('/bookings/event-types', { ...input, ...more });
  expect((await user.post('/bookings/event-types', input)).status).toBe(403);
  const made = (await create({})).body;
  expect(made).toMatchObject({ slug: 'crew-visit', lengths: [30], minimumNotice: 240, horizonDays: 60, reminders: [1440], hosts: [{ userId: idOf('user'), weight: 1 }] });
  expect((await create({})).body.slug).toBe('crew-visit-2');
  expect((await create({ slug: 'crew-visit' })).body.code).toBe('bookings.slug-taken');
  expect((await create({ slug: 'manage' })).body.code).toBe('bookings.slug-taken');
  expect((await create({ hosts: [{ userId: kernel.b.users.user.id }] })).body.code).toBe('bookings.unknown-host');
  expect((await create({ hosts: [{ userId: idOf('user') }, { userId: idOf('admin') }] })).body.code).toBe('bookings.wrong-hosts');
  expect((await create({ horizonKind: 'range', rangeFrom: '2030-02-01', rangeTo: '2030-01-01' })).body.code).toBe('bookings.wrong-range');
  expect((await create({ questions: [{ key: 'a', label: 'A', type: 'select' }] })).body.code).toBe('bookings.wrong-questions');
  expect((await create({ colour: '#ff0000' })).status).toBe(400);
  const [{ id: scheduleId }] = (await user.get('/bookings/schedules')).body.items;
  expect((await create({ hosts: [{ userId: idOf('admin'), scheduleId }] })).body.code).toBe('bookings.unknown-schedule');
  const changed = await admin.patch(`/bookings/event-types/${made.id}`, { version: 1, seats: 4, hosts: [{ userId: idOf('user'), weight: 3, scheduleId }] });
  expect(changed.body).toMatchObject({ version: 2, seats: 4, hosts: [{ weight: 3, scheduleId }] });
  expect((await admin.patch(`/bookings/event-types/${made.id}`, { version: 1, seats: 5 })).body.code).toBe('core.version-conflict');
  expect((await stranger.patch(`/bookings/event-types/${made.id}`, { version: 2, seats: 5 })).body.code).toBe('bookings.event-type-not-found');
  const start = (await slots(made.id, 20))[0].start;
  expect((await admin.post('/bookings', { eventTypeId: made.id, start, guest: { name: 'G' } })).status).toBe(201);
  expect((await admin.delete(`/bookings/event-types/${made.id}`)).body.code).toBe('bookings.event-type-in-use');
  expect((await admin.patch(`/bookings/event-types/${made.id}`, { version: 2, active: false })).status).toBe(200);
  expect((await kernel.visitor(kernel.a).get('/bookings/public/event-types/crew-visit')).status).toBe(404);
  expect((await admin.get('/bookings/hosts')).body.items).toContainEqual({ userId: idOf('user'), name: 'user of a', hasSchedule: true });
  expect((await admin.get('/bookings/embed')).body.snippet).toContain('/x/bookings/embed.js');
});

test('a range of days is what can be booked, in the tenant’s zone', async () => {
  const type = await eventType(admin, [idOf('user')], { title: 'Fair', horizonKind: 'range', rangeFrom: date(12), rangeTo: date(13) });
  expect([(await slots(type.id, 11)).length, (await slots(type.id, 12)).length, (await slots(type.id, 13)).length, (await slots(type.id, 14)).length]).toEqual([0, 8, 8, 0]);
});
