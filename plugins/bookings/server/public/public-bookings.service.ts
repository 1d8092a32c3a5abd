import { Injectable } from '@nestjs/common';
import { Access, problem } from '@loctelli/core/server';
import { bookingErrors } from '../../contract.ts';
import type { PublicBook, PublicBooking, PublicEventType, PublicSlotQuery, PublicSlots } from '../../contract.ts';
import { BookingSetup, type EventTypeSetup, type Setup } from '../booking-setup.ts';
import { Book } from '../bookings/book.ts';
import { demandPhone } from '../bookings/guest-phone.ts';
import { rulesOf } from '../slots/scenes.ts';
import { SlotsService } from '../slots/slots.service.ts';
import { GuestLinks } from './guest-links.ts';

/** What anybody may see and do on the tenant's booking page. */
@Injectable()
export class PublicBookings {
  constructor(
    private readonly access: Access,
    private readonly setups: BookingSetup,
    private readonly slots: SlotsService,
    private readonly booking: Book,
    private readonly guests: GuestLinks,
  ) {}

  async list(): Promise<{ items: PublicEventType[] }> {
    const setup = await this.setups.get();
    return { items: [...setup.types.values()].filter(({ active, listed }) => active && listed).map((type) => shown(type, setup)) };
  }

  /** Throws bookings.event-type-not-found, also for one that is switched off. */
  async get(slug: string): Promise<PublicEventType> {
    return shown(await this.#type(slug), await this.setups.get());
  }

  async days(slug: string, query: PublicSlotQuery): Promise<PublicSlots> {
    return this.slots.days(await this.#type(slug), query);
  }

  /** @param key the request's Idempotency-Key */
  async book(slug: string, input: PublicBook, key?: string): Promise<PublicBooking> {
    const type = await this.#type(slug);
    if (input.phone) demandPhone(input.phone, 'phone');
    const { name, email, phone = null, zone, answers, seats } = input;
    const row = await this.booking.book({
      place: { type, start: Date.parse(input.start), length: input.length ?? type.lengths[0]!, seats, by: 'guest' },
      guest: { name, email, phone: phone || null, zone, locale: input.locale ?? this.access.tenant.locale },
      ...{ clientId: null, answers, location: input.location || null, notes: null, source: input.embedded ? 'embed' : 'page', notify: true, key },
    });
    return this.guests.shown(row);
  }

  async #type(slug: string): Promise<EventTypeSetup> {
    const type = (await this.setups.get()).bySlug(slug);
    if (!type?.active) throw problem(bookingErrors.eventTypeNotFound);
    return type;
  }
}

function shown(type: EventTypeSetup, setup: Setup): PublicEventType {
  const { opensAt, closesAt, notice } = rulesOf(type, setup);
  const hosts = type.hosts.map(({ userId }) => setup.user(userId)).filter((user) => user?.isActive);
  return {
    ...{ slug: type.slug, title: type.title, description: type.description, lengths: type.lengths, seats: type.seats, colour: type.colour, needsConfirmation: type.needsConfirmation, questions: type.questions },
    locationKind: type.locationKind as PublicEventType['locationKind'],
    location: type.locationKind === 'address' || type.locationKind === 'other' ? type.locationValue : null,
    hosts: hosts.map((user) => user!.name),
    opensAt: new Date(Math.max(opensAt, Date.now() + notice)).toISOString(),
    closesAt: new Date(closesAt).toISOString(),
  };
}
