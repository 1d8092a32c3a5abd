import { Injectable } from '@nestjs/common';
import type { EventDefinition } from '@loctelli/core';
import { Access, Audit, Events, Jobs, Live, Notifications, Timeline } from '@loctelli/core/server';
import { bookingCancelled, bookingConfirmed, bookingCreated, bookingNoShow, bookingRescheduled, bookingRestored, bookingsChanged, remindGuest } from '../../contract.ts';
import type { BookingSource, BookingStatus } from '../../contract.ts';
import { BookingMails, type MailKind } from '../mail/booking-mails.ts';
import { hostsOf, type BookingRow } from './booking-row.ts';

const minuteMs = 60_000;

/** Whether whom is written to. */
export interface Telling {
  /** The guest, by mail. */
  notify: boolean;
  by: 'host' | 'guest';
}

/** What happened to a booking, told to everybody it concerns, with the unit of work it happened in. */
@Injectable()
export class BookingNews {
  constructor(
    private readonly access: Access,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly timeline: Timeline,
    private readonly notifications: Notifications,
    private readonly live: Live,
    private readonly jobs: Jobs,
    private readonly mails: BookingMails,
  ) {}

  async created(row: BookingRow, telling: Telling): Promise<void> {
    const isPending = row.status === 'pending';
    await this.events.emit(bookingCreated, { ...told(row), source: row.source as BookingSource });
    await this.#record('created', row, { start: [null, row.startsAt.toISOString()], status: [null, row.status] });
    await this.#history(row, 'booked');
    await this.#ring(row, isPending ? 'pending' : 'booked');
    await this.#write(row, isPending ? 'requested' : 'booked', telling);
    await this.remindLater(row);
  }

  async confirmed(row: BookingRow, telling: Telling): Promise<void> {
    await this.#step(bookingConfirmed, row, 'confirmed');
    await this.#write(row, 'booked', telling);
    await this.remindLater(row);
  }

  async rescheduled(row: BookingRow, before: BookingRow, telling: Telling): Promise<void> {
    await this.events.emit(bookingRescheduled, { ...told(row), previousStart: before.startsAt.toISOString(), previousHostId: before.hostId, by: telling.by });
    await this.#record('rescheduled', row, { start: [before.startsAt.toISOString(), row.startsAt.toISOString()], hostId: [before.hostId, row.hostId] });
    await this.#history(row, 'rescheduled', { from: before.startsAt.getTime() });
    await this.#ring(row, 'rescheduled');
    await this.#write(row, 'rescheduled', telling, before.startsAt);
    // Who hands it over no longer has it in their calendar.
    const gone = hostsOf(before).filter(({ id }) => !hostsOf(row).some((host) => host.id === id));
    await this.mails.toHosts(row, 'cancelled', gone);
    await this.remindLater(row);
  }

  async cancelled(row: BookingRow, telling: Telling): Promise<void> {
    const by = row.cancelledBy as 'host' | 'guest' | 'declined';
    await this.events.emit(bookingCancelled, { ...told(row), by, reason: row.cancelReason });
    await this.#record('cancelled', row, { status: [null, 'cancelled'], by });
    await this.#history(row, 'cancelled');
    await this.#ring(row, 'cancelled');
    await this.#write(row, by === 'declined' ? 'declined' : 'cancelled', telling);
  }

  async noShow(row: BookingRow): Promise<void> {
    await this.#step(bookingNoShow, row, 'no-show');
  }

  async restored(row: BookingRow, telling: Telling): Promise<void> {
    await this.#step(bookingRestored, row, 'restored');
    await this.#ring(row, 'restored');
    await this.#write(row, row.status === 'pending' ? 'requested' : 'booked', telling);
    await this.remindLater(row);
  }

  async updated(row: BookingRow, fields: readonly string[]): Promise<void> {
    await this.#record('updated', row, { fields });
  }

  /** Browsers that show bookings fetch them anew. */
  async changed(bookingId: number): Promise<void> {
    await this.live.publish(bookingsChanged, { bookingId }, { permission: 'bookings.read' });
  }

  /** Plans the reminders of a confirmed booking that lie ahead. What is planned is checked when its time has come. */
  async remindLater({ id, status, startsAt, guestEmail, eventTypeId }: BookingRow): Promise<void> {
    if (status !== 'confirmed' || !guestEmail) return;
    for (const minutes of await this.mails.remindersOf(eventTypeId)) {
      const delayMs = startsAt.getTime() - minutes * minuteMs - Date.now();
      if (delayMs > 0) await this.jobs.add(remindGuest, { bookingId: id, start: startsAt.toISOString(), minutes }, { delayMs });
    }
  }

  async #step(event: EventDefinition<ReturnType<typeof told>>, row: BookingRow, what: 'confirmed' | 'no-show' | 'restored'): Promise<void> {
    await this.events.emit(event, told(row));
    await this.#record(what, row, { status: [null, row.status] });
    await this.#history(row, what);
  }

  async #record(what: string, row: BookingRow, changes: Record<string, unknown>): Promise<void> {
    await this.audit.record({ action: `booking.${what}`, subject: 'Booking', subjectId: row.id, changes });
    await this.changed(row.id);
  }

  async #history(row: BookingRow, what: string, more: Record<string, number> = {}): Promise<void> {
    if (row.clientId === null) return;
    const params = { title: row.eventType.title, host: row.host.name, at: row.startsAt.getTime(), ...more };
    await this.timeline.record({ subject: 'Client', subjectId: row.clientId, kind: `bookings.${what}`, params, href: `/bookings?booking=${row.id}`, permission: 'bookings.read', source: `Booking:${row.id}:${what}:${row.version}` });
  }

  /** The hosts' bells; whoever did it knows. */
  async #ring(row: BookingRow, what: string): Promise<void> {
    const actor = this.#actorId;
    const userIds = hostsOf(row).map(({ id }) => id).filter((id) => id !== actor);
    await this.notifications.send({ userIds, kind: `bookings.${what}`, params: { name: row.guestName, title: row.eventType.title, at: row.startsAt.getTime() }, href: `/bookings?booking=${row.id}` });
  }

  async #write(row: BookingRow, kind: MailKind, { notify }: Telling, before?: Date): Promise<void> {
    if (notify) await this.mails.toGuest(row, kind, before);
    await this.mails.toHosts(row, kind, hostsOf(row).filter(({ id }) => id !== this.#actorId), before);
  }

  get #actorId(): number | null {
    return this.access.can('bookings.read') ? this.access.user.id : null;
  }
}

const told = (row: BookingRow) => ({
  bookingId: row.id,
  uid: row.uid,
  eventTypeId: row.eventTypeId,
  title: row.eventType.title,
  hostId: row.hostId,
  clientId: row.clientId,
  name: row.guestName,
  status: row.status as BookingStatus,
  start: row.startsAt.toISOString(),
  end: row.endsAt.toISOString(),
});
