import { Injectable } from '@nestjs/common';
import { problem } from '@loctelli/core/server';
import { bookingErrors } from '../../contract.ts';
import type { PublicSlotQuery, PublicSlots, SlotList, SlotQuery, Why, WhyQuery } from '../../contract.ts';
import { BookingSetup, type EventTypeSetup } from '../booking-setup.ts';
import { freeSlots } from '../engine/free-slots.ts';
import { whyNot } from '../engine/why-not.ts';
import { dateOf, Zone } from '../engine/zone.ts';
import { Scenes, type SceneOptions } from './scenes.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** How far ahead the first free moment is looked for, and in what steps. */
const lookAhead = 62 * dayMs;

/** Which moments are offered, and why others are not. Asks the same engine that commits. */
@Injectable()
export class SlotsService {
  constructor(
    private readonly setups: BookingSetup,
    private readonly scenes: Scenes,
  ) {}

  /** For staff. Throws bookings.event-type-not-found. */
  async list({ eventTypeId, from, to, length, hostId, seats, exceptBookingId }: SlotQuery): Promise<SlotList> {
    const type = await this.#type(eventTypeId);
    const minutes = length ?? type.lengths[0]!;
    const [begin, end] = [Date.parse(from), Date.parse(to)];
    const scene = await this.scenes.load(type, begin, end, { hostIds: hostId ? [hostId] : undefined, exceptBookingId });
    const slots = freeSlots(scene, begin, end, { length: minutes * minuteMs, seats });
    return { items: slots.map((slot) => ({ start: iso(slot.start), end: iso(slot.end), hostIds: slot.hosts.map(({ id }) => id), seatsLeft: slot.seatsLeft })), length: minutes };
  }

  /** For staff. `reasons` is empty exactly when `list` offers the moment. */
  async why({ eventTypeId, at, length, hostId, seats, exceptBookingId }: WhyQuery): Promise<Why> {
    const type = await this.#type(eventTypeId);
    const start = Date.parse(at);
    const scene = await this.scenes.load(type, start, start + dayMs, { hostIds: hostId ? [hostId] : undefined, exceptBookingId });
    const { reasons, hosts } = whyNot(scene, start, { length: (length ?? type.lengths[0]!) * minuteMs, seats });
    return { offered: !reasons.length, at: iso(start), reasons, hosts: hosts.map(({ host, reasons: own }) => ({ hostId: host.id, name: host.name, reasons: own })) };
  }

  /** For visitors, by day of their zone. */
  async days(type: EventTypeSetup, { from, to, zone, length, seats }: PublicSlotQuery, options: SceneOptions = {}): Promise<PublicSlots> {
    const setup = await this.setups.get();
    const clock = Zone.of(zone ?? setup.zone.name);
    const minutes = length ?? type.lengths[0]!;
    const wish = { length: minutes * minuteMs, seats };
    const [begin, end] = [Math.max(Date.parse(from), Date.now()), Date.parse(to)];
    const scene = await this.scenes.load(type, begin, Math.max(begin, end), options);
    const days = new Map<string, PublicSlots['days'][number]['slots']>();
    for (const slot of freeSlots(scene, begin, end, wish)) {
      const date = dateOf(clock.dayAt(slot.start));
      const shown = { start: iso(slot.start), end: iso(slot.end), seatsLeft: slot.seatsLeft };
      days.set(date, [...(days.get(date) ?? []), shown]);
    }
    const next = days.size ? null : await this.#next(type, Math.max(begin, end), wish, options);
    return { zone: clock.name, length: minutes, days: [...days].map(([date, slots]) => ({ date, slots })), nextStart: next === null ? null : iso(next) };
  }

  async #next(type: EventTypeSetup, from: number, wish: { length: number; seats: number }, options: SceneOptions): Promise<number | null> {
    const scene = await this.scenes.load(type, from, from + lookAhead, options);
    for (let at = from; at < Math.min(from + lookAhead, scene.rules.closesAt); at += 7 * dayMs) {
      const [first] = freeSlots(scene, at, at + 7 * dayMs, wish);
      if (first) return first.start;
    }
    return null;
  }

  async #type(id: number): Promise<EventTypeSetup> {
    const type = (await this.setups.get()).types.get(id);
    if (!type) throw problem(bookingErrors.eventTypeNotFound);
    return type;
  }
}

const iso = (instant: number) => new Date(instant).toISOString();
