import { Agent, fetch } from 'undici';
import { Database, Procedures, runAs, UnitOfWork } from '@loctelli/core/server';
import type { Caller, Kernel } from '@loctelli/core/testing';
import { ahead, bootBookings, eventType, openHours } from './testing.ts';
import { bookSlot } from './contract.ts';

/** `BOOKING_CONTENDERS=1000 BOOKING_ROUNDS=20` is the run of docs; the suite takes a smaller one. */
const contenders = Number(process.env.BOOKING_CONTENDERS ?? 150);
const rounds = Number(process.env.BOOKING_ROUNDS ?? 3);
const limits = { RATE_LIMIT_TENANT: '1000000', RATE_LIMIT_USER: '1000000', DATABASE_POOL: '20' };

let kernel: Kernel;
let admin: Caller;
const hostId = () => kernel.a.users.user.id;
/** Everybody at once, each on a connection of their own. */
const agent = new Agent({ connections: contenders, pipelining: 1 });

beforeAll(async () => {
  kernel = await bootBookings({ env: limits });
  admin = await kernel.as(kernel.a);
  await openHours(admin, hostId());
  await openHours(admin, kernel.a.users.manager.id);
}, 60_000);
afterAll(async () => {
  await agent.close();
  await kernel?.close();
});

async function attempt(slug: string, start: string, n: number): Promise<number> {
  const response = await fetch(`${kernel.origin}/api/v1/bookings/public/event-types/${slug}/book`, {
    method: 'POST',
    dispatcher: agent,
    headers: { 'content-type': 'application/json', 'x-forwarded-host': kernel.a.host },
    body: JSON.stringify({ start, name: `Guest ${n}`, email: `guest${n}@crowd.example`, zone: 'UTC' }),
  });
  await response.text();
  return response.status;
}
const count = (statuses: number[]) => Object.fromEntries([...new Set(statuses)].sort().map((status) => [status, statuses.filter((each) => each === status).length]));

test(`${contenders} contenders for one slot, ${rounds} times over: one gets it, all others are told it is taken, and nothing fails`, async () => {
  const { id } = await eventType(admin, [hostId()], { title: 'Crowd' });
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = ahead(2 + Math.floor(round / 8), 9 + (round % 8));
    const began = performance.now();
    const statuses = await Promise.all(Array.from({ length: contenders }, (_, n) => attempt('crowd', start, n)));
    times.push(Math.round(performance.now() - began));
    expect(count(statuses)).toEqual({ 201: 1, 409: contenders - 1 });
  }
  process.stderr.write(`  ${contenders} contenders: ${times.join(', ')} ms\n`);
  expect((await admin.get(`/bookings?eventTypeId=${id}&limit=100`)).body.items).toHaveLength(rounds);
}, 180_000);

test('two hosts in turn are booked once each, and seats are sold to the last one and no further', async () => {
  await eventType(admin, [hostId(), kernel.a.users.manager.id], { title: 'Turns' });
  await eventType(admin, [kernel.a.users.manager.id], { title: 'Class', seats: 5 });
  const crowd = async (slug: string, start: string) => count(await Promise.all(Array.from({ length: 60 }, (_, n) => attempt(slug, start, n))));
  expect(await crowd('turns', ahead(20, 9))).toEqual({ 201: 2, 409: 58 });
  expect(await crowd('class', ahead(20, 11))).toEqual({ 201: 5, 409: 55 });
});

test('transactions of several processes for one host wait for each other instead of finding a deadlock', async () => {
  const { id } = await eventType(admin, [hostId()], { title: 'Beneath' });
  const start = ahead(21, 9);
  // Inside a unit of work nothing but the database keeps them apart, as it does processes.
  const work = (n: number) => kernel.get(UnitOfWork).run(() => kernel.get(Procedures).call(bookSlot, { eventTypeId: id, start, name: `P ${n}`, email: `p${n}@crowd.example`, seats: 1, answers: {} }));
  const results = await kernel.within(kernel.a, () => Promise.allSettled(Array.from({ length: 16 }, (_, n) => runAs(tenant(), () => work(n)))));
  const failures = results.filter((result) => result.status === 'rejected').map(({ reason }) => (reason as { definition?: { code: string } }).definition?.code ?? String(reason));
  // Where the machine is slow, a wait may reach its bound.
  expect([results.length - failures.length, failures.filter((code) => code !== 'bookings.taken' && code !== 'bookings.contended')]).toEqual([1, []]);
});

test('moves of two bookings onto each other’s time end in two bookings that do not overlap', async () => {
  const { id } = await eventType(admin, [hostId()], { title: 'Swap' });
  const make = async (hour: number) => (await admin.post('/bookings', { eventTypeId: id, start: ahead(22, hour), guest: { name: `At ${hour}` } })).body;
  const [first, second] = [await make(9), await make(11)];
  const moves = await Promise.all(
    [first, second].flatMap((booking) => Array.from({ length: 10 }, () => admin.post(`/bookings/${booking.id}/reschedule`, { version: 1, start: ahead(22, 13) }))),
  );
  expect(count(moves.map(({ status }) => status))).toEqual({ 200: 1, 409: 19 });
});

test('PostgreSQL itself refuses two live appointments of a host that overlap, and lets them be when one is not live or of another tenant', async () => {
  const row = (hours: [number, number], live = true) => ({ startsAt: new Date(ahead(30, hours[0])), endsAt: new Date(ahead(30, hours[1])), live });
  await kernel.within(kernel.a, async () => {
    const db = kernel.get(Database);
    const { id: eventTypeId } = await db.bookingEventType.findFirstOrThrow();
    const insert = async (hours: [number, number], live = true) => {
      const { live: isLive, ...times } = row(hours, live);
      const session = await db.bookingSession.create({ data: { eventTypeId, ...times } });
      return db.bookingOccupancy.create({ data: { sessionId: session.id, hostId: hostId(), ...times, live: isLive } });
    };
    await insert([9, 10]);
    await expect(insert([9, 11])).rejects.toThrow();
    await insert([10, 11]);
    const resting = await insert([9, 11], false);
    await expect(db.bookingOccupancy.update({ where: { id: resting.id }, data: { live: true } })).rejects.toThrow();
  });
});

const tenant = () => {
  const { id, slug } = kernel.a;
  return { id, slug, name: 'A', kind: 'business' as const, status: 'active' as const, locale: 'en' as const, zone: 'UTC', country: 'US', registration: false };
};
