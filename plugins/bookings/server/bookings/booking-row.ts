import type { Prisma } from '@loctelli/core/server';
import type { Booking } from '../../contract.ts';

/** What a booking is read with, for `bookingOf`. */
export const withAll = {
  host: { select: { name: true } },
  eventType: { select: { title: true, slug: true, colour: true } },
  session: { select: { occupancies: { select: { host: { select: { id: true, name: true, email: true, locale: true, zone: true } } }, orderBy: { id: 'asc' } } } },
} satisfies Prisma.BookingInclude;
export type BookingRow = Prisma.BookingGetPayload<{ include: typeof withAll }>;

/** All who take part, the one it belongs to first. */
export const hostsOf = ({ session, hostId }: BookingRow) => session.occupancies.map(({ host }) => host).sort((a, b) => Number(b.id === hostId) - Number(a.id === hostId));

/** A booking as staff see it. */
export const bookingOf = (row: BookingRow): Booking => ({
  ...{ id: row.id, uid: row.uid, eventTypeId: row.eventTypeId, hostId: row.hostId, clientId: row.clientId, seats: row.seats, version: row.version },
  ...{ guestName: row.guestName, guestEmail: row.guestEmail, guestPhone: row.guestPhone, guestZone: row.guestZone, location: row.location, notes: row.notes, cancelReason: row.cancelReason },
  title: row.eventType.title,
  colour: row.eventType.colour,
  status: row.status as Booking['status'],
  start: row.startsAt.toISOString(),
  end: row.endsAt.toISOString(),
  hostName: row.host.name,
  hosts: hostsOf(row).map(({ id, name }) => ({ userId: id, name })),
  guestLocale: row.guestLocale as Booking['guestLocale'],
  answers: row.answers as unknown as Booking['answers'],
  locationKind: row.locationKind as Booking['locationKind'],
  cancelledBy: row.cancelledBy as Booking['cancelledBy'],
  source: row.source as Booking['source'],
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

/** What search looks through: words without accents and case, numbers without signs. */
export const searchText = (...texts: (string | null | undefined)[]): string =>
  texts
    .filter(Boolean)
    .join(' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();
