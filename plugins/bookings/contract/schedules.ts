import { z } from 'zod';
import { id, instant, line, version, zone } from '@loctelli/core';

/** Time of day on a clock of the schedule's zone: `09:00`; `24:00` ends a day. */
export const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time of day, like 09:30');
const hours = z.strictObject({ from: clockTime, to: clockTime }).refine(({ from, to }) => from < to, { path: ['to'], message: 'must be later than the beginning' });
export type Hours = z.infer<typeof hours>;
/** ISO weekday: 1 is Monday, 7 Sunday. */
export const weekday = z.number().int().min(1).max(7);
export const weeklyHours = z.strictObject({ day: weekday, from: clockTime, to: clockTime }).refine(({ from, to }) => from < to, { path: ['to'], message: 'must be later than the beginning' });
export type WeeklyHours = z.infer<typeof weeklyHours>;
const days = { from: z.iso.date(), to: z.iso.date() };
const inOrder = ({ from, to }: { from: string; to: string }) => from <= to;
const order = { path: ['to'], message: 'must not be before the first day' };
/** Other hours from one day to another, both included. Without hours it is time off. */
export const scheduleOverride = z.strictObject({ ...days, hours: z.array(hours).max(10), note: line(120).nullable().default(null) }).refine(inOrder, order);
export type ScheduleOverride = z.infer<typeof scheduleOverride>;
/** Hours of these days, both included, are meant in another zone. */
export const travel = z.strictObject({ ...days, zone }).refine(inOrder, order);
export type Travel = z.infer<typeof travel>;

const facts = {
  name: line(80),
  zone,
  weekly: z.array(weeklyHours).max(70),
  overrides: z.array(scheduleOverride).max(500),
  travels: z.array(travel).max(50),
  /** Whether the tenant's holidays are days off. */
  observesHolidays: z.boolean(),
};
export const schedule = z
  .object({
    id: z.number().int(),
    userId: z.number().int(),
    userName: z.string(),
    ...facts,
    /** The one that event types follow unless they name another. */
    isDefault: z.boolean(),
    version: z.number().int(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'BookingSchedule' });
export type Schedule = z.infer<typeof schedule>;
export const scheduleList = z.object({ items: z.array(schedule) }).meta({ id: 'BookingScheduleList' });
/** Without a user: the caller's own. */
export const scheduleQuery = z.strictObject({ userId: id.optional() });
/** Without a user: the caller's own. A user's first schedule is their default one. */
export const scheduleCreate = z
  .strictObject({
    userId: id.optional(),
    name: facts.name,
    zone: facts.zone.optional(),
    weekly: facts.weekly,
    overrides: facts.overrides.default([]),
    travels: facts.travels.default([]),
    observesHolidays: z.boolean().default(true),
    isDefault: z.boolean().default(false),
  })
  .meta({ id: 'BookingScheduleCreate' });
export type ScheduleCreate = z.infer<typeof scheduleCreate>;
export type ScheduleCreateInput = z.input<typeof scheduleCreate>;
export const scheduleUpdate = z
  .strictObject({ version, ...z.object(facts).partial().shape, isDefault: z.literal(true).optional() })
  .meta({ id: 'BookingScheduleUpdate' });
export type ScheduleUpdate = z.infer<typeof scheduleUpdate>;
export type ScheduleUpdateInput = z.input<typeof scheduleUpdate>;

/** A schedule that is being edited, and the days to look at: what it comes to, before it is saved. */
export const schedulePreviewRequest = z
  .strictObject({ zone, weekly: facts.weekly, overrides: facts.overrides.default([]), travels: facts.travels.default([]), observesHolidays: z.boolean().default(true), ...days })
  .refine(inOrder, order)
  .meta({ id: 'BookingSchedulePreviewRequest' });
export type SchedulePreviewRequest = z.infer<typeof schedulePreviewRequest>;
export const schedulePreview = z
  .object({
    items: z.array(
      z.object({
        date: z.iso.date(),
        zone: z.string(),
        /** What makes the day what it is. */
        source: z.enum(['weekly', 'override', 'time-off', 'holiday']),
        note: z.string().nullable(),
        windows: z.array(z.object({ from: instant, to: instant })),
      }),
    ),
  })
  .meta({ id: 'BookingSchedulePreview' });
export type SchedulePreview = z.infer<typeof schedulePreview>;

/** A day off for everybody whose schedule observes holidays. */
export const holiday = z.object({ id: z.number().int(), date: z.iso.date(), name: z.string() }).meta({ id: 'BookingHoliday' });
export type Holiday = z.infer<typeof holiday>;
export const holidayList = z.object({ items: z.array(holiday) }).meta({ id: 'BookingHolidayList' });
export const holidayCreate = z.strictObject({ date: z.iso.date(), name: line(120) }).meta({ id: 'BookingHolidayCreate' });
