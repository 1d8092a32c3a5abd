import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { kernelErrors, type Locale } from '@loctelli/core';
import { Access, Database, Procedures, problem, UnitOfWork, type Prisma } from '@loctelli/core/server';
import { findOrCreateClient } from '../../../clients/contract.ts';
import { bookingErrors } from '../../contract.ts';
import type { Answers, BookingSource } from '../../contract.ts';
import type { EventTypeSetup } from '../booking-setup.ts';
import { Lanes } from '../commit/lanes.ts';
import { Placing, type Place } from '../commit/placing.ts';
import { answersOf } from '../guest-answers.ts';
import { BookingNews } from './booking-news.ts';
import { searchText, withAll, type BookingRow } from './booking-row.ts';

/** A booking that is wanted. */
export interface Order {
  place: Place;
  guest: { name: string; email: string | null; phone: string | null; zone: string | null; locale: Locale | null };
  /** A client that is known; otherwise the guest is looked for among the clients, or becomes one. */
  clientId: number | null;
  answers: Answers;
  location: string | null;
  notes: string | null;
  source: BookingSource;
  /** Whether the guest is written to. */
  notify: boolean;
  /** Makes it happen once, however often it is asked for. */
  key?: string | undefined;
}

/** Makes bookings, for guests, for staff and for other plugins. */
@Injectable()
export class Book {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly uow: UnitOfWork,
    private readonly lanes: Lanes,
    private readonly placing: Placing,
    private readonly procedures: Procedures,
    private readonly news: BookingNews,
  ) {}

  /**
   * Takes the slot and writes it all down, or nothing. Inside of a unit of work it takes part in it; otherwise it waits its turn without holding
   * a connection.
   * @throws bookings.taken, bookings.not-offered, bookings.contended, bookings.wrong-answers, bookings.location-needed, bookings.phone-needed
   */
  async book(order: Order): Promise<BookingRow> {
    const facts = factsOf(order);
    const request = requestOf(order);
    if (this.uow.current) return this.#commit(order, facts, request);
    const { type, start, length, seats, hostIds } = order.place;
    return this.lanes.run([type.id, start, length, seats, hostIds?.join('+')].join(), async () => {
      const done = await this.#done(request);
      if (done) return done;
      await this.placing.check(order.place);
      return this.uow.run(() => this.#commit(order, facts, request));
    });
  }

  async #commit(order: Order, facts: ReturnType<typeof factsOf>, request: Request): Promise<BookingRow> {
    const { guest, place, notes, source, notify } = order;
    await this.placing.lock(place);
    const done = await this.#done(request);
    if (done) return done;
    const { sessionId, hosts, start, end } = await this.placing.put(place);
    const hostId = hosts[0]!.id;
    const clientId = order.clientId ?? (await this.#client(order, hostId));
    const row = await this.db.booking.create({
      data: {
        ...{ uid: crypto.randomUUID(), eventTypeId: place.type.id, sessionId, hostId, clientId, startsAt: start, endsAt: end, seats: place.seats, notes, source },
        ...{ guestName: guest.name, guestEmail: guest.email, guestPhone: guest.phone, guestZone: guest.zone ?? this.access.tenant.zone, guestLocale: guest.locale ?? this.access.tenant.locale },
        ...facts,
        ...request,
        status: source !== 'staff' && place.type.needsConfirmation ? 'pending' : 'confirmed',
        search: searchText(guest.name, guest.email, guest.phone),
        createdById: source === 'staff' ? this.access.user.id : null,
      },
      include: withAll,
    });
    await this.news.created(row, { notify, by: source === 'staff' ? 'host' : 'guest' });
    return row;
  }

  async #client({ guest, source }: Order, hostId: number): Promise<number> {
    const given = { name: guest.name, email: guest.email, phone: guest.phone, zone: guest.zone, source: clientSource[source], ownerId: hostId };
    return (await this.procedures.call(findOrCreateClient, given)).clientId;
  }

  /** What the same request made before. Throws core.idempotency-mismatch for another request under its key. */
  async #done({ requestKey, requestDigest }: Request): Promise<BookingRow | null> {
    if (requestKey === null) return null;
    const row = await this.db.booking.findFirst({ where: { requestKey }, include: withAll });
    if (row && row.requestDigest !== requestDigest) throw problem(kernelErrors.idempotencyMismatch);
    return row;
  }
}

const clientSource: Record<BookingSource, string> = { page: 'Booking page', embed: 'Booking page', staff: 'Booking', plugin: 'Booking' };

interface Request {
  requestKey: string | null;
  requestDigest: string | null;
}
const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('base64url');

function requestOf({ key, place, guest, answers, location }: Order): Request {
  if (!key) return { requestKey: null, requestDigest: null };
  return { requestKey: digest([key, place.type.id]), requestDigest: digest([place.start, place.length, place.seats, guest, answers, location]) };
}

/** What is written down of the event type and the guest's answers. Programs and guests answer all that is required; staff may leave it for later. */
function factsOf({ place: { type, by }, answers, location, guest }: Order): { answers: Prisma.InputJsonArray; locationKind: string; location: string | null } {
  const isGuest = by === 'guest';
  if (isGuest && type.locationKind === 'phone' && !guest.phone) throw problem(bookingErrors.phoneNeeded, undefined, [{ path: 'phone', code: 'required', message: bookingErrors.phoneNeeded.detail }]);
  const where = locationOf(type, location, guest.phone);
  if (isGuest && type.locationKind === 'guest-address' && !where) throw problem(bookingErrors.locationNeeded, undefined, [{ path: 'location', code: 'required', message: bookingErrors.locationNeeded.detail }]);
  return { answers: answersOf(type.questions, answers, isGuest) as unknown as Prisma.InputJsonArray, locationKind: type.locationKind, location: where };
}

function locationOf({ locationKind, locationValue }: EventTypeSetup, given: string | null, phone: string | null): string | null {
  if (locationKind === 'phone') return phone;
  if (locationKind === 'guest-address') return given;
  return given ?? locationValue;
}
