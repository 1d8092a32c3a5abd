import { Injectable } from '@nestjs/common';
import { kernelErrors } from '@loctelli/core';
import { Database, problem, Procedures, updateVersioned } from '@loctelli/core/server';
import { reachableClients } from '../../../clients/contract.ts';
import { bookingErrors } from '../../contract.ts';
import type { Booking, BookingCancel, BookingStep, BookingUpdate } from '../../contract.ts';
import { Appointments } from '../commit/appointments.ts';
import { BookingNews } from './booking-news.ts';
import { BookingReach } from './booking-reach.ts';
import { bookingOf, hostsOf, searchText, withAll, type BookingRow } from './booking-row.ts';
import { demandPhone } from './guest-phone.ts';

/** What becomes of a booking, but for its time: reschedule.ts. */
@Injectable()
export class ChangeBooking {
  constructor(
    private readonly db: Database,
    private readonly reach: BookingReach,
    private readonly appointments: Appointments,
    private readonly procedures: Procedures,
    private readonly news: BookingNews,
  ) {}

  async get(id: number): Promise<Booking> {
    return bookingOf(await this.reach.find(id, 'bookings.read'));
  }

  /** Facts of the guest and the notes. */
  async update(id: number, { version, ...input }: BookingUpdate): Promise<Booking> {
    const before = await this.reach.find(id, 'bookings.update');
    if (input.guestPhone) demandPhone(input.guestPhone, 'guestPhone');
    if (input.clientId) {
      const { clientIds } = await this.procedures.call(reachableClients, { clientIds: [input.clientId] });
      if (!clientIds.length) throw problem(bookingErrors.clientNotFound);
    }
    const after = { ...before, ...input };
    const data = { ...input, ...(input.notes !== undefined && { notes: input.notes || null }), search: searchText(after.guestName, after.guestEmail, after.guestPhone) };
    const row = await this.#change(id, version, data);
    await this.news.updated(row, Object.keys(input));
    return bookingOf(row);
  }

  /** Throws bookings.not-pending. */
  async confirm(id: number, { version, notify }: BookingStep): Promise<Booking> {
    const before = await this.reach.find(id, 'bookings.update');
    if (before.status !== 'pending') throw problem(bookingErrors.notPending);
    const row = await this.#change(id, version, { status: 'confirmed' });
    await this.news.confirmed(row, { notify, by: 'host' });
    return bookingOf(row);
  }

  /** Throws bookings.not-pending. */
  async decline(id: number, input: BookingCancel): Promise<Booking> {
    const before = await this.reach.find(id, 'bookings.update');
    if (before.status !== 'pending') throw problem(bookingErrors.notPending);
    return bookingOf(await this.end(before, { ...input, by: 'declined' }));
  }

  /** Throws bookings.already-cancelled. */
  async cancel(id: number, input: BookingCancel): Promise<Booking> {
    return bookingOf(await this.end(await this.reach.find(id, 'bookings.delete'), { ...input, by: 'host' }));
  }

  /** Cancels for whoever may: frees the time and tells everybody. */
  async end(before: BookingRow, { version, reason, notify, by }: BookingCancel & { by: 'host' | 'guest' | 'declined' }): Promise<BookingRow> {
    if (before.status === 'cancelled') throw problem(bookingErrors.alreadyCancelled);
    await this.#lock(before);
    const row = await this.#change(before.id, version, { status: 'cancelled', cancelReason: reason || null, cancelledBy: by, cancelledAt: new Date(), sequence: { increment: 1 } });
    await this.appointments.release(before.sessionId);
    await this.news.cancelled(row, { notify, by: by === 'guest' ? 'guest' : 'host' });
    return row;
  }

  /** Throws bookings.not-begun, or bookings.already-cancelled. */
  async markNoShow(id: number, { version }: BookingStep): Promise<Booking> {
    const before = await this.reach.find(id, 'bookings.update');
    if (before.status === 'cancelled') throw problem(bookingErrors.alreadyCancelled);
    if (before.startsAt > new Date()) throw problem(bookingErrors.notBegun);
    const row = await this.#change(id, version, { status: 'no-show' });
    await this.news.noShow(row);
    return bookingOf(row);
  }

  /** A cancelled booking takes its time again; throws bookings.taken where it is not free any more. */
  async restore(id: number, { version, notify }: BookingStep): Promise<Booking> {
    const before = await this.reach.find(id, 'bookings.update');
    if (before.status !== 'cancelled' && before.status !== 'no-show') throw problem(bookingErrors.notRestorable);
    const isBack = before.status === 'cancelled';
    if (isBack) {
      await this.#lock(before);
    }
    const sessionId = isBack ? await this.#seatAgain(before) : before.sessionId;
    const row = await this.#change(id, version, { status: 'confirmed', sessionId, ...(isBack && { cancelReason: null, cancelledBy: null, cancelledAt: null, sequence: { increment: 1 } }) });
    await this.news.restored(row, { notify: notify && isBack, by: 'host' });
    return bookingOf(row);
  }

  /** The appointment it comes back to: its own, or the one that others share at that time by now. Throws bookings.taken. */
  async #seatAgain({ sessionId, eventTypeId, startsAt, endsAt, hostId, seats }: BookingRow): Promise<number> {
    const type = await this.db.bookingEventType.findFirstOrThrow({ where: { id: eventTypeId }, select: { seats: true } });
    const open = type.seats > 1 ? await this.db.bookingSession.findFirst({ where: { eventTypeId, startsAt, endsAt, occupancies: { some: { hostId, live: true } } }, select: { id: true } }) : null;
    const target = open?.id ?? sessionId;
    const taken = await this.db.booking.aggregate({ where: { sessionId: target, status: { not: 'cancelled' } }, _sum: { seats: true } });
    const held = taken._sum.seats ?? 0;
    if (held && held + seats > type.seats) throw problem(bookingErrors.taken);
    await this.appointments.retake(target);
    return target;
  }

  async #lock(row: BookingRow): Promise<void> {
    await this.appointments.lock(hostsOf(row).map(({ id }) => id));
  }

  async #change(id: number, version: number, data: object): Promise<BookingRow> {
    if (version === undefined) throw problem(kernelErrors.versionRequired);
    await updateVersioned(this.db.booking, { id, version }, data);
    return this.db.booking.findFirstOrThrow({ where: { id }, include: withAll });
  }
}
