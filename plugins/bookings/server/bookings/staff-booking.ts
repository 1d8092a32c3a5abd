import { Injectable } from '@nestjs/common';
import { locale } from '@loctelli/core';
import { Access, Procedures, problem } from '@loctelli/core/server';
import { describeClients, reachableClients } from '../../../clients/contract.ts';
import { bookingErrors } from '../../contract.ts';
import type { Booking, BookingCreate } from '../../contract.ts';
import { BookingSetup, type EventTypeSetup } from '../booking-setup.ts';
import type { Place } from '../commit/placing.ts';
import { Book, type Order } from './book.ts';
import { BookingReach } from './booking-reach.ts';
import { bookingOf } from './booking-row.ts';
import { demandPhone } from './guest-phone.ts';

const minuteMs = 60_000;

/** Bookings that staff make. */
@Injectable()
export class StaffBooking {
  constructor(
    private readonly access: Access,
    private readonly setups: BookingSetup,
    private readonly reach: BookingReach,
    private readonly procedures: Procedures,
    private readonly booking: Book,
  ) {}

  async create(input: BookingCreate): Promise<Booking> {
    const type = (await this.setups.get()).types.get(input.eventTypeId);
    if (!type) throw problem(bookingErrors.eventTypeNotFound);
    const { guest, clientId } = await this.#guest(input);
    const place: Place = {
      ...{ type, seats: input.seats, length: input.length ?? type.lengths[0]!, by: this.rule(input.override) },
      start: Math.floor(Date.parse(input.start) / minuteMs) * minuteMs,
      hostIds: await this.hosts(type, input.hostId, 'bookings.create'),
    };
    const { answers, location = null, notes = null, notify } = input;
    return bookingOf(await this.booking.book({ place, guest, clientId, answers, location, notes: notes || null, source: 'staff', notify }));
  }

  /** Which rules hold. Throws bookings.override-refused. */
  rule(override: boolean): Place['by'] {
    if (!override) return 'staff';
    if (!this.access.can('bookings.override')) throw problem(bookingErrors.overrideRefused);
    return 'override';
  }

  /** Who may take it: the one that is named, or all to whom the caller may give it. Undefined for all of them, as for a meeting with everybody. */
  async hosts(type: EventTypeSetup, hostId: number | undefined, permission: string): Promise<number[] | undefined> {
    const ids = type.hosts.map(({ userId }) => userId);
    if (hostId !== undefined && !ids.includes(hostId)) throw problem(bookingErrors.unknownHost);
    const givable = await this.reach.givable(hostId === undefined ? ids : [hostId], permission);
    if (!givable.length) throw problem(bookingErrors.hostOutOfReach);
    return type.assignment === 'collective' ? undefined : givable;
  }

  async #guest({ clientId, guest }: BookingCreate): Promise<Pick<Order, 'guest' | 'clientId'>> {
    const known = clientId === undefined ? null : await this.#client(clientId);
    if (!known && !guest) throw problem(bookingErrors.guestNeeded);
    if (guest?.phone) demandPhone(guest.phone, 'guest.phone');
    return {
      clientId: known?.id ?? null,
      guest: {
        name: guest?.name ?? known!.name,
        email: guest?.email ?? known?.email ?? null,
        phone: guest?.phone ?? known?.phone ?? null,
        zone: guest?.zone ?? known?.zone ?? null,
        locale: locale.safeParse(guest?.locale).data ?? null,
      },
    };
  }

  async #client(id: number) {
    const { clientIds } = await this.procedures.call(reachableClients, { clientIds: [id] });
    const { items } = await this.procedures.call(describeClients, { clientIds });
    if (!items[0]) throw problem(bookingErrors.clientNotFound);
    return items[0];
  }
}
