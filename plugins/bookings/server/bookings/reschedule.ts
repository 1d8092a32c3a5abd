import { Injectable } from '@nestjs/common';
import { kernelErrors } from '@loctelli/core';
import { Database, problem, UnitOfWork, updateVersioned } from '@loctelli/core/server';
import { bookingErrors } from '../../contract.ts';
import type { Booking, BookingReschedule } from '../../contract.ts';
import { BookingSetup, type EventTypeSetup } from '../booking-setup.ts';
import { Appointments } from '../commit/appointments.ts';
import { Lanes } from '../commit/lanes.ts';
import { Placing, type Place } from '../commit/placing.ts';
import { BookingNews, type Telling } from './booking-news.ts';
import { BookingReach } from './booking-reach.ts';
import { bookingOf, hostsOf, withAll, type BookingRow } from './booking-row.ts';
import { StaffBooking } from './staff-booking.ts';

const minuteMs = 60_000;

/** Moves bookings to another time or another host. */
@Injectable()
export class Reschedule {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly lanes: Lanes,
    private readonly setups: BookingSetup,
    private readonly reach: BookingReach,
    private readonly staff: StaffBooking,
    private readonly placing: Placing,
    private readonly appointments: Appointments,
    private readonly news: BookingNews,
  ) {}

  /** By staff. Throws bookings.taken, bookings.not-offered, core.version-conflict. */
  async byStaff(id: number, { version, start, length, hostId, override, notify }: BookingReschedule): Promise<Booking> {
    const before = await this.reach.find(id, 'bookings.update');
    const type = await this.#typeOf(before);
    const hosts = hostId === undefined ? undefined : await this.staff.hosts(type, hostId, 'bookings.update');
    const minutes = length ?? (before.endsAt.getTime() - before.startsAt.getTime()) / minuteMs;
    const place = { type, start: Math.floor(Date.parse(start) / minuteMs) * minuteMs, length: minutes, seats: before.seats, hostIds: hosts ?? [before.hostId], by: this.staff.rule(override) };
    return bookingOf(await this.move(before, version, place, { notify, by: 'host' }));
  }

  /** By its guest, who keeps the length and, where the event type says so, the host. */
  async byGuest(before: BookingRow, start: number): Promise<BookingRow> {
    const type = await this.#typeOf(before);
    const place = { type, start, length: (before.endsAt.getTime() - before.startsAt.getTime()) / minuteMs, seats: before.seats, hostIds: this.hostsFor(before, type), by: 'guest' as const };
    return this.move(before, before.version, place, { notify: true, by: 'guest' });
  }

  /** Who may take a booking that its guest moves. */
  hostsFor({ hostId }: BookingRow, type: EventTypeSetup): number[] | undefined {
    const isHost = type.hosts.some(({ userId }) => userId === hostId);
    return type.assignment === 'round-robin' && type.keepsHost && isHost ? [hostId] : undefined;
  }

  /** Gives the old time back and takes the new one, in one unit of work: the one that is open, or one of its own once its turn has come. */
  async move(before: BookingRow, version: number, wanted: Place, telling: Telling): Promise<BookingRow> {
    if (before.status === 'cancelled') throw problem(bookingErrors.alreadyCancelled);
    if (before.version !== version) throw problem(kernelErrors.versionConflict);
    const place = { ...wanted, exceptBookingId: before.id };
    if (this.uow.current) return this.#commit(before, version, place, telling);
    const { type, start, length, seats, hostIds } = place;
    return this.lanes.run(['move', before.id, type.id, start, length, seats, hostIds?.join('+')].join(), async () => {
      await this.placing.check(place);
      return this.uow.run(() => this.#commit(before, version, place, telling));
    });
  }

  async #commit(before: BookingRow, version: number, place: Place, telling: Telling): Promise<BookingRow> {
    await this.placing.lock(place, hostsOf(before).map(({ id }) => id));
    // Its own time is no obstacle to it. Others who share the appointment keep it.
    const isAlone = !(await this.db.booking.findFirst({ where: { sessionId: before.sessionId, id: { not: before.id }, status: { not: 'cancelled' } }, select: { id: true } }));
    if (isAlone) await this.db.bookingOccupancy.updateMany({ where: { sessionId: before.sessionId }, data: { live: false } });
    const { sessionId, hosts, start, end } = await this.placing.put(place);
    const status = before.status === 'no-show' ? 'confirmed' : place.by === 'guest' && place.type.needsConfirmation ? 'pending' : before.status;
    await updateVersioned(this.db.booking, { id: before.id, version }, { sessionId, hostId: hosts[0]!.id, startsAt: start, endsAt: end, status, sequence: { increment: 1 } });
    await this.appointments.forget(before.sessionId);
    const row = await this.db.booking.findFirstOrThrow({ where: { id: before.id }, include: withAll });
    await this.news.rescheduled(row, before, telling);
    return row;
  }

  async #typeOf({ eventTypeId }: BookingRow): Promise<EventTypeSetup> {
    const type = (await this.setups.get()).types.get(eventTypeId);
    if (!type) throw problem(bookingErrors.eventTypeNotFound);
    return type;
  }
}
