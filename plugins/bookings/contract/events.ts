import { z } from 'zod';
import { defineEvent, defineJob } from '@loctelli/core';
import { bookingSource, bookingStatus } from './bookings.ts';

/** Live message to everybody who may read bookings: `{ bookingId }` of one that is new or has changed. */
export const bookingsChanged = 'bookings.changed';

const told = z.object({
  bookingId: z.number().int(),
  uid: z.string(),
  eventTypeId: z.number().int(),
  title: z.string(),
  hostId: z.number().int(),
  clientId: z.number().int().nullable(),
  name: z.string(),
  status: bookingStatus,
  start: z.string(),
  end: z.string(),
});
export const bookingCreated = defineEvent('booking.created', told.extend({ source: bookingSource }));
export const bookingConfirmed = defineEvent('booking.confirmed', told);
export const bookingRescheduled = defineEvent('booking.rescheduled', told.extend({ previousStart: z.string(), previousHostId: z.number().int(), by: z.enum(['host', 'guest']) }));
export const bookingCancelled = defineEvent('booking.cancelled', told.extend({ by: z.enum(['host', 'guest', 'declined']), reason: z.string().nullable() }));
export const bookingNoShow = defineEvent('booking.no-show', told);
/** Beside none of the others: a cancelled booking, or a no-show, is on again. */
export const bookingRestored = defineEvent('booking.restored', told);

/** Reminds a guest, unless the booking has moved or ended since, or they were reminded already. */
export const remindGuest = defineJob('bookings.remind', z.object({ bookingId: z.number().int(), start: z.iso.datetime(), minutes: z.number().int() }), { attempts: 8 });
