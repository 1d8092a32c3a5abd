import { Injectable } from '@nestjs/common';
import { kernelErrors, type Page } from '@loctelli/core';
import { Access, Database, problem, seek, type Prisma } from '@loctelli/core/server';
import { bookingStatus, liveStatuses } from '../../contract.ts';
import type { Booking, BookingFilter, BookingQuery, BookingSummary, Calendar, CalendarQuery } from '../../contract.ts';
import { BookingSetup } from '../booking-setup.ts';
import { Zone } from '../engine/zone.ts';
import { BookingReach } from './booking-reach.ts';
import { bookingOf, searchText, withAll } from './booking-row.ts';

const counted = 1000;
const calendarLimit = 2000;
const dayMs = 86_400_000;

/** Many bookings: the list, a calendar's period, what widgets show. */
@Injectable()
export class BookingList {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly reach: BookingReach,
    private readonly setups: BookingSetup,
  ) {}

  /** By start. `total` is counted up to 1,000. */
  async page({ cursor, limit, direction, ...filter }: BookingQuery): Promise<Page<Booking>> {
    const where = { AND: [this.reach.where('bookings.read'), whereOf(filter)] };
    const order = seek({ sort: [{ field: 'startsAt', direction, type: 'date' }], cursor, limit });
    const [rows, count] = await Promise.all([
      this.db.booking.findMany({ where: { AND: [where, order.where] }, orderBy: order.orderBy, take: order.take, include: withAll }),
      cursor ? null : this.db.booking.count({ where, take: counted }),
    ]);
    const page = order.page(rows);
    return { items: page.items.map(bookingOf), nextCursor: page.nextCursor, ...(count !== null && { total: { count, exact: count < counted } }) };
  }

  async calendar({ from, to, hostIds, eventTypeId, cancelled }: CalendarQuery): Promise<Calendar> {
    const ids = hostIds?.split(',').map(Number);
    const where: Prisma.BookingWhereInput = {
      AND: [
        this.reach.where('bookings.read'),
        whereOf({ from, to, eventTypeId }),
        cancelled ? {} : { status: { in: [...liveStatuses] } },
        ids ? { session: { occupancies: { some: { hostId: { in: ids } } } } } : {},
      ],
    };
    const rows = await this.db.booking.findMany({ where, orderBy: [{ startsAt: 'asc' }, { id: 'asc' }], take: calendarLimit + 1, include: withAll });
    return { items: rows.slice(0, calendarLimit).map(bookingOf), truncated: rows.length > calendarLimit };
  }

  /** Days are those of the caller's zone. */
  async summary(): Promise<BookingSummary> {
    const zone = Zone.of(this.access.user.zone ?? (await this.setups.get()).zone.name);
    const now = Date.now();
    const [begin, end] = [0, 1].map((shift) => new Date(zone.firstAt((zone.dayAt(now) + shift) * dayMs))) as [Date, Date];
    const mine = this.reach.where('bookings.read');
    const due = { in: ['pending', 'confirmed'] };
    const month = { AND: [mine, { startsAt: { gte: new Date(now - 30 * dayMs), lt: new Date(now) } }] };
    const [today, next, pending, past, noShows] = await Promise.all([
      this.db.booking.findMany({ where: { AND: [mine, { status: { in: [...liveStatuses] }, startsAt: { gte: begin, lt: end } }] }, orderBy: [{ startsAt: 'asc' }, { id: 'asc' }], take: 50, include: withAll }),
      this.db.booking.findFirst({ where: { AND: [mine, { status: due, startsAt: { gte: new Date(now) } }] }, orderBy: [{ startsAt: 'asc' }, { id: 'asc' }], include: withAll }),
      this.db.booking.count({ where: { AND: [mine, { status: 'pending', startsAt: { gte: new Date(now) } }] } }),
      this.db.booking.count({ where: { AND: [month, { status: { in: ['confirmed', 'no-show'] } }] } }),
      this.db.booking.count({ where: { AND: [month, { status: 'no-show' }] } }),
    ]);
    return { zone: zone.name, today: today.map(bookingOf), next: next && bookingOf(next), pending, past, noShows };
  }
}

type Filter = Partial<Omit<BookingFilter, 'direction'>>;

/** A filter as Prisma takes it. Throws core.invalid-input for a status there is none of. */
export function whereOf({ from, to, status, hostId, eventTypeId, clientId, source, search }: Filter): Prisma.BookingWhereInput {
  const statuses = status?.split(',');
  if (statuses?.some((each) => !bookingStatus.safeParse(each).success)) throw problem(kernelErrors.invalidInput, undefined, [{ path: 'status', code: 'status', message: `must be among ${bookingStatus.options.join(', ')}` }]);
  const words = search ? searchText(search).split(/\s+/).filter(Boolean).slice(0, 6) : [];
  return {
    AND: [
      from ? { endsAt: { gt: new Date(from) } } : {},
      to ? { startsAt: { lt: new Date(to) } } : {},
      statuses ? { status: { in: statuses } } : {},
      hostId ? { session: { occupancies: { some: { hostId } } } } : {},
      eventTypeId ? { eventTypeId } : {},
      clientId ? { clientId } : {},
      source ? { source } : {},
      ...words.map((word) => ({ search: { contains: word } })),
    ],
  };
}
