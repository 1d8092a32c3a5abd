import { z } from 'zod';
import { id, instant, zone } from '@loctelli/core';

const moment = z.iso.datetime({ offset: true });
/** How many days of slots one request may ask for. */
export const slotDays = 62;
const period = { from: moment, to: moment };
const isPeriod = ({ from, to }: { from: string; to: string }) => Date.parse(to) >= Date.parse(from) && Date.parse(to) - Date.parse(from) <= slotDays * 86_400_000;
const periodRule = { path: ['to'], message: `must not be before the beginning, nor more than ${slotDays} days after it` };
const length = z.coerce.number().int().min(5).max(1440);

export const slotQuery = z
  .strictObject({
    eventTypeId: id,
    ...period,
    length: length.optional(),
    /** Only slots of this host. */
    hostId: id.optional(),
    seats: z.coerce.number().int().min(1).max(100).default(1),
    /** As if this booking were not there: for moving it. */
    exceptBookingId: id.optional(),
  })
  .refine(isPeriod, periodRule);
export type SlotQuery = z.infer<typeof slotQuery>;
/** A moment that can be booked. `hostIds` are those who could take it, or who take it together. */
export const slot = z.object({ start: instant, end: instant, hostIds: z.array(z.number().int()), seatsLeft: z.number().int() });
export type Slot = z.infer<typeof slot>;
export const slotList = z.object({ items: z.array(slot), length: z.number().int() }).meta({ id: 'BookingSlotList' });
export type SlotList = z.infer<typeof slotList>;

/**
 * Why a moment is not offered. `params` fill the sentence `bookings.why.<code>`: `host` a name, `from`, `to` and `at` instants, `date` a day,
 * `zone` the clock they are meant by, `minutes`, `days`, `limit`, `left` and `seats` numbers, `note` and `name` words of the tenant's own.
 */
export const reasonCode = z.enum([
  'inactive', // the event type is switched off
  'no-hosts',
  'length', // minutes: not one of the lengths offered
  'past',
  'notice', // minutes, at: the earliest start
  'horizon', // at: up to when it can be booked
  'too-early', // at: from when on it can be booked
  'day-limit', // limit, date
  'host-inactive', // host
  'hours', // host, and from, to: the hours nearest to it on that day; date, zone
  'day-off', // host, date: no hours on that weekday
  'time-off', // host, date, note
  'holiday', // host, date, name
  'busy', // host, from, to
  'buffer-after', // host, at: when the booking before ends; minutes
  'buffer-before', // host, at: when the booking after begins; minutes
  'host-day-limit', // host, limit, date
  'host-week-limit', // host, limit, date: the Monday
  'seats', // left, seats: how many are wanted
  'grid', // host, before, after: the starts around it; either may be absent
]);
export type ReasonCode = z.infer<typeof reasonCode>;
export const reason = z
  .object({ code: reasonCode, hostId: z.number().int().nullable(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
  .meta({ id: 'BookingReason' });
export type Reason = z.infer<typeof reason>;
export const whyQuery = z.strictObject({
  eventTypeId: id,
  at: moment,
  length: length.optional(),
  hostId: id.optional(),
  seats: z.coerce.number().int().min(1).max(100).default(1),
  exceptBookingId: id.optional(),
});
export type WhyQuery = z.infer<typeof whyQuery>;
/** `reasons` is empty exactly when the moment is offered. `hosts` says it for each of them. */
export const why = z
  .object({
    offered: z.boolean(),
    at: instant,
    reasons: z.array(reason),
    hosts: z.array(z.object({ hostId: z.number().int(), name: z.string(), reasons: z.array(reason) })),
  })
  .meta({ id: 'BookingWhy' });
export type Why = z.infer<typeof why>;

/** What a visitor asks: lengths and seats as the event type offers them. Days are the visitor's own. */
export const publicSlotQuery = z
  .strictObject({ ...period, zone: zone.optional(), length: length.optional(), seats: z.coerce.number().int().min(1).max(100).default(1) })
  .refine(isPeriod, periodRule);
export type PublicSlotQuery = z.infer<typeof publicSlotQuery>;
/** Slots by day of the visitor's zone; days without any are left out. */
export const publicSlots = z
  .object({
    zone: z.string(),
    length: z.number().int(),
    days: z.array(z.object({ date: z.iso.date(), slots: z.array(z.object({ start: instant, end: instant, seatsLeft: z.number().int() })) })),
    /** The first moment after the period that is free; null when it was not looked for or there is none. */
    nextStart: instant.nullable(),
  })
  .meta({ id: 'BookingPublicSlots' });
export type PublicSlots = z.infer<typeof publicSlots>;
