import { Injectable } from '@nestjs/common';
import { Implements, problem } from '@loctelli/core/server';
import type { z } from 'zod';
import { bookingErrors, bookSlot, findFreeSlots, listEventTypes, listHolidays } from '../contract.ts';
import type { BookingStatus } from '../contract.ts';
import { BookingSetup, type EventTypeSetup } from './booking-setup.ts';
import { Book } from './bookings/book.ts';
import { dateOf } from './engine/zone.ts';
import { freeSlots } from './engine/free-slots.ts';
import { BookingLinks } from './links.ts';
import { Scenes } from './slots/scenes.ts';

const minuteMs = 60_000;
type Input<T extends { input: z.ZodType }> = z.infer<T['input']>;

/** What other plugins may ask of this one. */
@Injectable()
export class BookingProcedures {
  constructor(
    private readonly setups: BookingSetup,
    private readonly scenes: Scenes,
    private readonly booking: Book,
    private readonly links: BookingLinks,
  ) {}

  @Implements(findFreeSlots)
  async freeSlots({ eventTypeId, from, to, length, seats, limit }: Input<typeof findFreeSlots>) {
    const type = await this.#type(eventTypeId);
    const minutes = length ?? type.lengths[0]!;
    const [begin, end] = [Date.parse(from), Date.parse(to)];
    const slots = freeSlots(await this.scenes.load(type, begin, end), begin, end, { length: minutes * minuteMs, seats });
    const items = slots.slice(0, limit).map((slot) => ({ start: iso(slot.start), end: iso(slot.end), hostIds: slot.hosts.map(({ id }) => id) }));
    return { title: type.title, url: await this.links.page(type.slug), length: minutes, items };
  }

  @Implements(bookSlot)
  async book({ eventTypeId, start, length, seats, clientId, answers, key, ...given }: Input<typeof bookSlot>) {
    const type = await this.#type(eventTypeId);
    const row = await this.booking.book({
      place: { type, start: Date.parse(start), length: length ?? type.lengths[0]!, seats, by: 'guest' },
      guest: { name: given.name, email: given.email ?? null, phone: given.phone ?? null, zone: given.zone ?? null, locale: given.locale ?? null },
      ...{ clientId: clientId ?? null, answers, location: given.location ?? null, notes: null, source: 'plugin', notify: true, key },
    });
    const { id, uid, status, startsAt, endsAt, hostId } = row;
    return { bookingId: id, uid, status: status as BookingStatus, start: startsAt.toISOString(), end: endsAt.toISOString(), hostId, clientId: row.clientId, manageUrl: await this.links.manage(uid) };
  }

  @Implements(listEventTypes)
  async eventTypes() {
    const { types } = await this.setups.get();
    const origin = await this.links.origin();
    return { items: [...types.values()].map(({ id, title, slug, lengths, active }) => ({ id, title, slug, lengths, active, url: `${origin}/book/${slug}` })) };
  }

  @Implements(listHolidays)
  async holidays() {
    return { dates: [...(await this.setups.get()).holidays.keys()].sort((a, b) => a - b).map(dateOf) };
  }

  async #type(id: number): Promise<EventTypeSetup> {
    const type = (await this.setups.get()).types.get(id);
    if (!type) throw problem(bookingErrors.eventTypeNotFound);
    return type;
  }
}

const iso = (instant: number) => new Date(instant).toISOString();
