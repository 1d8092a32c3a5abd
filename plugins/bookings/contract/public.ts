import { z } from 'zod';
import { email, instant, line, locale, zone } from '@loctelli/core';
import { answers, bookingStatus } from './bookings.ts';
import { locationKind, question, type Question } from './event-types.ts';

/** An event type as visitors see it. */
export const publicEventType = z
  .object({
    slug: z.string(),
    title: z.string(),
    description: z.string().nullable(),
    lengths: z.array(z.number().int()),
    locationKind,
    /** The address, where that is no secret; a link is told when it is booked. */
    location: z.string().nullable(),
    seats: z.number().int(),
    colour: z.number().int(),
    needsConfirmation: z.boolean(),
    questions: z.array(question),
    /** Names of those one may meet. */
    hosts: z.array(z.string()),
    /** First and last moment that could be booked. */
    opensAt: instant,
    closesAt: instant,
  })
  .meta({ id: 'PublicEventType' });
export type PublicEventType = z.infer<typeof publicEventType>;
export type PublicQuestion = Question;
export const publicEventTypeList = z.object({ items: z.array(publicEventType) }).meta({ id: 'PublicEventTypeList' });

const moment = z.iso.datetime({ offset: true });
/** What a visitor sends; with an `Idempotency-Key` it is done once however often it is sent. */
export const publicBook = z
  .strictObject({
    start: moment,
    length: z.number().int().min(5).max(1440).optional(),
    name: line(200),
    email,
    phone: line(40).nullable().optional(),
    zone,
    locale: locale.optional(),
    seats: z.number().int().min(1).max(20).default(1),
    answers: answers.default({}),
    /** For `guest-address` and `other`. */
    location: line(500).nullable().optional(),
    embedded: z.boolean().default(false),
  })
  .meta({ id: 'PublicBook' });
export type PublicBook = z.infer<typeof publicBook>;
export type PublicBookInput = z.input<typeof publicBook>;

/** Why a guest cannot do something any more: `bookings.guestRefusals.<code>`, with `minutes`. */
export const guestRefusal = z.object({ code: z.enum(['not-allowed', 'cutoff', 'past', 'cancelled', 'inactive']), minutes: z.number().int() });
export type GuestRefusal = z.infer<typeof guestRefusal>;
/** A booking as whoever holds its link sees it. */
export const publicBooking = z
  .object({
    /** Part of the address `/book/manage/<token>`. */
    token: z.string(),
    slug: z.string(),
    title: z.string(),
    status: bookingStatus,
    start: instant,
    end: instant,
    zone: z.string(),
    hosts: z.array(z.string()),
    guestName: z.string(),
    seats: z.number().int(),
    locationKind,
    location: z.string().nullable(),
    cancelReason: z.string().nullable(),
    /** Null when it may be done. */
    cancelRefusal: guestRefusal.nullable(),
    rescheduleRefusal: guestRefusal.nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'PublicBooking' });
export type PublicBooking = z.infer<typeof publicBooking>;
export const publicReschedule = z.strictObject({ start: moment, zone: zone.optional() }).meta({ id: 'PublicReschedule' });
export type PublicReschedule = z.infer<typeof publicReschedule>;
export const publicCancel = z.strictObject({ reason: z.string().trim().max(500).nullable().optional() }).meta({ id: 'PublicCancel' });
export type PublicCancel = z.infer<typeof publicCancel>;
