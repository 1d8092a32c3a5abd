import { Access, Database, dice, type PluginServices } from '@loctelli/core/server';
import { Calendar } from '../engine/calendar.ts';
import { Zone } from '../engine/zone.ts';
import { makeBookings } from './make-bookings.ts';
import { dental, roofing } from './scenes.ts';

const dayMs = 86_400_000;
const dateIn = (days: number) => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);

/** Fills a new demo tenant with what its business would have set up, and with two months of bookings behind it and three weeks ahead. */
export async function seed(services: PluginServices): Promise<void> {
  const db = services.get(Database);
  const { slug, zone } = services.get(Access).tenant;
  const scene = slug.includes('dental') ? dental : roofing;
  const random = dice(`${slug} bookings`);
  const users = await db.user.findMany({ where: { isActive: true }, orderBy: { id: 'asc' }, take: 3, select: { id: true, name: true } });
  if (!users.length) return;
  const user = (index: number) => users[Math.min(index, users.length - 1)]!;

  const year = new Date().getUTCFullYear();
  await db.bookingHoliday.createMany({ data: [year, year + 1].flatMap((each) => scene.holidays.map(({ date, name }) => ({ date: new Date(`${each}-${date}`), name }))) });
  const holidays = new Map([year, year + 1].flatMap((each) => scene.holidays.map(({ date, name }) => [Date.parse(`${each}-${date}`) / dayMs, name] as const)));
  const hosts = [];
  for (const [index, { id, name }] of users.entries()) {
    const { weekdays, hours } = scene.days[index]!;
    const weekly = weekdays.flatMap((day) => hours.map((span) => ({ day, ...span })));
    const overrides = scene.away.filter((away) => away.user === index).map(({ from, to, note }) => ({ from: dateIn(from), to: dateIn(to), hours: [], note }));
    await db.bookingSchedule.create({ data: { userId: id, name: 'Working hours', zone, weekly, overrides, isDefault: true } });
    hosts.push({ id, name, calendar: new Calendar({ zone, weekly, overrides, travels: [], observesHolidays: true }, holidays) });
  }
  const types = [];
  for (const { hosts: taking, share, questions, ...facts } of scene.types) {
    const ids = [...new Set(taking.map((index) => user(index).id))];
    const row = await db.bookingEventType.create({ data: { ...facts, questions: questions as object[], assignment: ids.length > 1 ? facts.assignment : 'single' }, select: { id: true } });
    await db.bookingHost.createMany({ data: ids.map((userId) => ({ eventTypeId: row.id, userId })) });
    types.push({ ...facts, id: row.id, questions, share, hostIds: ids });
  }
  const clients = await db.client.findMany({ where: { deletedAt: null }, orderBy: { id: 'asc' }, select: { id: true, name: true, email: true, phone: true, zone: true } });
  if (!clients.length) return;
  const made = makeBookings({ scene, types, hosts, clients, zone: Zone.of(zone) }, random);
  const sessions = await db.bookingSession.createManyAndReturn({ data: made.map(({ eventTypeId, startsAt, endsAt }) => ({ eventTypeId, startsAt, endsAt })), select: { id: true } });
  await db.bookingOccupancy.createMany({ data: made.map(({ hostId, startsAt, endsAt, status }, index) => ({ sessionId: sessions[index]!.id, hostId, startsAt, endsAt, live: status !== 'cancelled' })) });
  const rows = await db.booking.createManyAndReturn({ data: made.map(({ title: _title, hostName: _host, ...facts }, index) => ({ ...facts, sessionId: sessions[index]!.id })), select: { id: true } });
  const entries = made.flatMap((booking, index) => historyOf(booking, rows[index]!.id));
  await db.timelineEntry.createMany({ data: entries });
}

function historyOf({ clientId, title, hostName, hostId, startsAt, createdAt, cancelledAt, status, source }: ReturnType<typeof makeBookings>[number], id: number) {
  const entry = (what: string, at: Date, actorId: number | null) => ({
    ...{ subject: 'Client', subjectId: clientId, kind: `bookings.${what}`, href: `/bookings?booking=${id}`, permission: 'bookings.read', source: `Booking:${id}:${what}:1`, actorId, at },
    params: { title, host: hostName, at: startsAt.getTime() },
  });
  return [
    entry('booked', createdAt, source === 'staff' ? hostId : null),
    ...(status === 'cancelled' ? [entry('cancelled', cancelledAt!, null)] : []),
    ...(status === 'no-show' ? [entry('no-show', new Date(startsAt.getTime() + 20 * 60_000), hostId)] : []),
  ];
}
