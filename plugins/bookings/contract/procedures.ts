import { z } from 'zod';
import { defineProcedure, email, id, line, locale, zone } from '@loctelli/core';
import { answers, bookingStatus } from './bookings.ts';
import { slotDays } from './slots.ts';

const moment = z.iso.datetime({ offset: true });
const which = { eventTypeId: id, length: z.number().int().min(5).max(1440).optional(), seats: z.number().int().min(1).max(100).default(1) };

/** What is free between two instants, at most 62 days apart, as a guest would be offered it. Asks for no signed-in user. */
export const findFreeSlots = defineProcedure(
  'bookings.free-slots',
  z
    .object({ ...which, from: moment, to: moment, limit: z.number().int().min(1).max(1000).default(100) })
    .refine(({ from, to }) => Date.parse(to) >= Date.parse(from) && Date.parse(to) - Date.parse(from) <= slotDays * 86_400_000, { path: ['to'] }),
  z.object({ title: z.string(), url: z.string(), length: z.number().int(), items: z.array(z.object({ start: z.string(), end: z.string(), hostIds: z.array(z.number().int()) })) }),
);

/**
 * Books as a guest would, held to every rule, in the caller's unit of work. `key` makes it happen once. Throws bookings.taken and
 * bookings.not-offered, after which the unit of work must end.
 */
export const bookSlot = defineProcedure(
  'bookings.book',
  z.object({
    ...which,
    start: moment,
    clientId: id.nullish(),
    name: line(200),
    email: email.nullish(),
    phone: line(40).nullish(),
    zone: zone.nullish(),
    locale: locale.nullish(),
    answers: answers.default({}),
    location: line(500).nullish(),
    key: z.string().min(1).max(200).optional(),
  }),
  z.object({ bookingId: z.number().int(), uid: z.string(), status: bookingStatus, start: z.string(), end: z.string(), hostId: z.number().int(), clientId: z.number().int().nullable(), manageUrl: z.string() }),
);

/** What can be booked, for other plugins' forms. */
export const listEventTypes = defineProcedure(
  'bookings.event-types',
  z.object({}),
  z.object({ items: z.array(z.object({ id: z.number().int(), title: z.string(), slug: z.string(), lengths: z.array(z.number().int()), active: z.boolean(), url: z.string() })) }),
);

/** Days off of everybody whose schedule observes them, as dates. */
export const listHolidays = defineProcedure('bookings.holidays', z.object({}), z.object({ dates: z.array(z.string()) }));
