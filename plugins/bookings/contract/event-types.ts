import { z } from 'zod';
import { id, instant, line, version } from '@loctelli/core';

/** Where people meet. `address` and `link` carry a value; `phone` is the guest's number, `guest-address` what the guest writes. */
export const locationKind = z.enum(['address', 'link', 'phone', 'guest-address', 'other']);
export type LocationKind = z.infer<typeof locationKind>;
/** Who of the hosts takes a booking: the only one, one of them in turn, or all of them together. */
export const assignment = z.enum(['single', 'round-robin', 'collective']);
export type Assignment = z.infer<typeof assignment>;
export const horizonKind = z.enum(['days', 'range']);
export const questionType = z.enum(['text', 'long-text', 'number', 'select', 'multiselect', 'boolean', 'date', 'url']);
export type QuestionType = z.infer<typeof questionType>;
/** How many colours there are: an event type names one by its index, and the theme says what it looks like. */
export const colourCount = 8;

const minutes = (max: number) => z.number().int().min(0).max(max);
const day = 24 * 60;
/** Path of its public page below `/book/`. */
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and single hyphens').max(80);

/** What a guest is asked. `key` names the answer; `options` are those of a select. */
export const question = z.strictObject({
  key: z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/),
  label: line(200),
  type: questionType,
  required: z.boolean().default(false),
  options: z.array(line(100)).max(50).default([]),
});
export type Question = z.infer<typeof question>;

const host = z.object({
  userId: z.number().int(),
  name: z.string(),
  isActive: z.boolean(),
  /** The schedule it follows for this event type; null for the host's default one. */
  scheduleId: z.number().int().nullable(),
  /** Higher is asked first. */
  priority: z.number().int(),
  /** Share of the bookings, against that of hosts with the same priority. */
  weight: z.number().int(),
});
export type EventTypeHost = z.infer<typeof host>;

const shared = {
  title: line(120),
  slug,
  description: z.string().trim().max(5000).nullable(),
  /** Minutes a booking may take; the first is what is offered unless the guest chooses. */
  lengths: z.array(z.number().int().min(5).max(day)).min(1).max(10),
  locationKind,
  locationValue: z.string().trim().max(500).nullable(),
  /** Minutes kept free before and after each booking. */
  bufferBefore: minutes(day),
  bufferAfter: minutes(day),
  /** Minutes between now and the earliest start. */
  minimumNotice: minutes(365 * day),
  horizonKind,
  /** How many days ahead may be booked, today not counted; for `days`. */
  horizonDays: z.number().int().min(1).max(730),
  /** First and last day that may be booked, in the tenant's zone; for `range`. */
  rangeFrom: z.iso.date().nullable(),
  rangeTo: z.iso.date().nullable(),
  /** Bookings of this type per day of the tenant's zone; null without limit. */
  dailyLimit: z.number().int().min(1).max(1000).nullable(),
  /** Bookings of this type per host and day, and per host and week (Monday to Sunday), in the zone of the host's schedule. */
  hostDailyLimit: z.number().int().min(1).max(1000).nullable(),
  hostWeeklyLimit: z.number().int().min(1).max(1000).nullable(),
  /** Minutes from one start to the next; null for the booking's own length. */
  slotStep: z.number().int().min(5).max(day).nullable(),
  /** How many guests share one appointment; 1 for a meeting of its own. */
  seats: z.number().int().min(1).max(1000),
  /** Index of a colour of the theme. */
  colour: z.number().int().min(0).max(colourCount - 1),
  assignment,
  /** Round robin: whether a booking keeps its host when it is moved. */
  keepsHost: z.boolean(),
  /** Whether a host has to confirm what a guest books. */
  needsConfirmation: z.boolean(),
  guestMayCancel: z.boolean(),
  guestMayReschedule: z.boolean(),
  /** Minutes before the start after which a guest can no longer do so. */
  cancelCutoff: minutes(365 * day),
  rescheduleCutoff: minutes(365 * day),
  /** Minutes before the start at which guests are reminded. */
  reminders: z.array(z.number().int().min(5).max(30 * day)).max(5),
  questions: z.array(question).max(20),
  /** Whether anybody can book it at all. */
  active: z.boolean(),
  /** Whether `/book` lists it; one that is not listed can still be booked by its address. */
  listed: z.boolean(),
};

export const eventType = z
  .object({
    id: z.number().int(),
    ...shared,
    slug: z.string(),
    hosts: z.array(host),
    /** Its public page on the tenant's own host. */
    url: z.string(),
    version: z.number().int(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'BookingEventType' });
export type EventType = z.infer<typeof eventType>;
export const eventTypeList = z.object({ items: z.array(eventType) }).meta({ id: 'BookingEventTypeList' });

const hostWrite = z.strictObject({
  userId: id,
  scheduleId: id.nullable().default(null),
  priority: z.number().int().min(0).max(10).default(0),
  weight: z.number().int().min(1).max(100).default(1),
});
const writable = { ...shared, hosts: z.array(hostWrite).min(1).max(50) };
const { title, slug: slugField, lengths, hosts, ...others } = writable;
/** What is left out takes a default: half an hour, sixty days ahead, four hours' notice, listed. Without a slug, one is made of the title. */
export const eventTypeCreate = z
  .strictObject({ title, slug: slugField.optional(), lengths: lengths.default([30]), hosts, ...z.object(others).partial().shape })
  .meta({ id: 'BookingEventTypeCreate' });
export type EventTypeCreate = z.infer<typeof eventTypeCreate>;
export type EventTypeCreateInput = z.input<typeof eventTypeCreate>;
/** `hosts` and `questions` are replaced as a whole. */
export const eventTypeUpdate = z.strictObject({ version, ...z.object(writable).partial().shape }).meta({ id: 'BookingEventTypeUpdate' });
export type EventTypeUpdate = z.infer<typeof eventTypeUpdate>;
export type EventTypeUpdateInput = z.input<typeof eventTypeUpdate>;

/** Users who can be hosts, as far as a form needs them. */
export const hostChoices = z
  .object({ items: z.array(z.object({ userId: z.number().int(), name: z.string(), hasSchedule: z.boolean() })) })
  .meta({ id: 'BookingHostChoices' });
export type HostChoices = z.infer<typeof hostChoices>;
