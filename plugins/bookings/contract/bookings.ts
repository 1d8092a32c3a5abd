import { z } from 'zod';
import { email, id, instant, line, locale, pageOf, pageQuery, version, zone } from '@loctelli/core';
import { locationKind } from './event-types.ts';

export const bookingStatus = z.enum(['pending', 'confirmed', 'cancelled', 'no-show']);
export type BookingStatus = z.infer<typeof bookingStatus>;
/** Statuses that take up their hosts' time. */
export const liveStatuses = ['pending', 'confirmed', 'no-show'] as const satisfies BookingStatus[];
export const bookingSource = z.enum(['staff', 'page', 'embed', 'plugin']);
export type BookingSource = z.infer<typeof bookingSource>;
export const cancelledBy = z.enum(['host', 'guest', 'declined']);

/** Answers to the event type's questions, by key. */
export const answers = z.record(z.string().max(40), z.union([z.string().max(5000), z.number(), z.boolean(), z.array(z.string().max(100)).max(50), z.null()]));
export type Answers = z.infer<typeof answers>;

export const booking = z
  .object({
    id: z.number().int(),
    /** Stable over every change; the UID of its calendar entry. */
    uid: z.string(),
    eventTypeId: z.number().int(),
    title: z.string(),
    colour: z.number().int(),
    status: bookingStatus,
    start: instant,
    end: instant,
    /** The one it belongs to; `hosts` are all who take part. */
    hostId: z.number().int(),
    hostName: z.string(),
    hosts: z.array(z.object({ userId: z.number().int(), name: z.string() })),
    clientId: z.number().int().nullable(),
    guestName: z.string(),
    guestEmail: z.string().nullable(),
    guestPhone: z.string().nullable(),
    guestZone: z.string(),
    guestLocale: locale,
    seats: z.number().int(),
    answers: z.array(z.object({ key: z.string(), label: z.string(), value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]) })),
    locationKind,
    location: z.string().nullable(),
    /** Staff only. */
    notes: z.string().nullable(),
    cancelReason: z.string().nullable(),
    cancelledBy: cancelledBy.nullable(),
    source: bookingSource,
    version: z.number().int(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'Booking' });
export type Booking = z.infer<typeof booking>;
export const bookingPage = pageOf(booking, 'BookingPage');

const moment = z.iso.datetime({ offset: true });
export const bookingFilter = z.strictObject({
  /** Bookings that overlap this period. */
  from: moment.optional(),
  to: moment.optional(),
  /** Comma-separated statuses. */
  status: z.string().regex(/^[a-z-]+(,[a-z-]+)*$/).max(60).optional(),
  hostId: id.optional(),
  eventTypeId: id.optional(),
  clientId: id.optional(),
  source: bookingSource.optional(),
  /** Words of the guest's name, address or number. */
  search: z.string().trim().max(100).optional(),
  direction: z.enum(['asc', 'desc']).default('asc'),
});
export type BookingFilter = z.infer<typeof bookingFilter>;
export type BookingFilterInput = z.input<typeof bookingFilter>;
/** By start. */
export const bookingQuery = pageQuery.extend(bookingFilter.shape);
export type BookingQuery = z.infer<typeof bookingQuery>;
export type BookingQueryInput = Partial<z.input<typeof bookingQuery>>;
/** Everything of a period for a calendar, at most 62 days. Cancelled ones only when asked for. */
export const calendarQuery = z
  .strictObject({
    from: moment,
    to: moment,
    /** Comma-separated ids. */
    hostIds: z.string().regex(/^\d{1,10}(,\d{1,10}){0,99}$/).optional(),
    eventTypeId: id.optional(),
    cancelled: z.stringbool().optional(),
  })
  .refine(({ from, to }) => Date.parse(to) >= Date.parse(from) && Date.parse(to) - Date.parse(from) <= 62 * 86_400_000, { path: ['to'], message: 'must not be before the beginning, nor more than 62 days after it' });
export type CalendarQuery = z.infer<typeof calendarQuery>;
export type CalendarQueryInput = { from: string; to: string; hostIds?: string; eventTypeId?: number; cancelled?: boolean };
/** `truncated` when there are more than 2,000. */
export const calendar = z.object({ items: z.array(booking), truncated: z.boolean() }).meta({ id: 'BookingCalendar' });
export type Calendar = z.infer<typeof calendar>;

const guest = {
  name: line(200),
  email: email.nullable().optional(),
  /** As people of the tenant's country write it, or in international form. */
  phone: line(40).nullable().optional(),
  zone: zone.optional(),
  locale: locale.optional(),
};
/**
 * A booking made by staff: for a client, or for a guest who becomes one. Starts need not lie on the slot grid. `override` goes past every
 * reason but a host's other booking, and needs bookings.override.
 */
export const bookingCreate = z
  .strictObject({
    eventTypeId: id,
    start: moment,
    length: z.number().int().min(5).max(1440).optional(),
    /** The host who takes it; without one, whoever's turn it is. */
    hostId: id.optional(),
    clientId: id.optional(),
    /** Needed without a client. */
    guest: z.strictObject(guest).optional(),
    seats: z.number().int().min(1).max(100).default(1),
    answers: answers.default({}),
    location: line(500).nullable().optional(),
    notes: z.string().trim().max(5000).nullable().optional(),
    override: z.boolean().default(false),
    /** Whether the guest is written to. */
    notify: z.boolean().default(true),
  })
  .meta({ id: 'BookingCreate' });
export type BookingCreate = z.infer<typeof bookingCreate>;
export type BookingCreateInput = z.input<typeof bookingCreate>;
/** Facts of the guest and the notes; times, hosts and status have routes of their own. */
export const bookingUpdate = z
  .strictObject({
    version,
    guestName: line(200).optional(),
    guestEmail: email.nullable().optional(),
    guestPhone: line(40).nullable().optional(),
    clientId: id.nullable().optional(),
    location: line(500).nullable().optional(),
    notes: z.string().trim().max(5000).nullable().optional(),
  })
  .meta({ id: 'BookingUpdate' });
export type BookingUpdate = z.infer<typeof bookingUpdate>;
export const bookingReschedule = z
  .strictObject({
    version,
    start: moment,
    length: z.number().int().min(5).max(1440).optional(),
    /** Give it to this host. */
    hostId: id.optional(),
    override: z.boolean().default(false),
    notify: z.boolean().default(true),
    reason: z.string().trim().max(500).nullable().optional(),
  })
  .meta({ id: 'BookingReschedule' });
export type BookingReschedule = z.infer<typeof bookingReschedule>;
export type BookingRescheduleInput = z.input<typeof bookingReschedule>;
/** For cancel and decline. */
export const bookingCancel = z.strictObject({ version, reason: z.string().trim().max(500).nullable().optional(), notify: z.boolean().default(true) }).meta({ id: 'BookingCancel' });
export type BookingCancel = z.infer<typeof bookingCancel>;
export type BookingCancelInput = z.input<typeof bookingCancel>;
/** For confirm, no-show and restore. Restoring takes the time again, if it still is free. */
export const bookingStep = z.strictObject({ version, notify: z.boolean().default(true) }).meta({ id: 'BookingStep' });
export type BookingStep = z.infer<typeof bookingStep>;
export type BookingStepInput = z.input<typeof bookingStep>;

/** What widgets show: the caller's reach, days in the caller's zone. */
export const bookingSummary = z
  .object({
    zone: z.string(),
    today: z.array(booking),
    next: booking.nullable(),
    pending: z.number().int(),
    /** Of the last 30 days: bookings that took place or should have, and those whose guest did not come. */
    past: z.number().int(),
    noShows: z.number().int(),
  })
  .meta({ id: 'BookingSummary' });
export type BookingSummary = z.infer<typeof bookingSummary>;

/** The caller's private calendar address. `url` is told once, when it is made. */
export const feed = z.object({ exists: z.boolean(), url: z.string().nullable(), createdAt: instant.nullable(), lastReadAt: instant.nullable() }).meta({ id: 'BookingFeed' });
export type Feed = z.infer<typeof feed>;
/** What a page needs to embed the tenant's booking page. */
export const embedConfig = z.object({ script: z.string(), page: z.string(), snippet: z.string() }).meta({ id: 'BookingEmbedConfig' });
export type EmbedConfig = z.infer<typeof embedConfig>;
