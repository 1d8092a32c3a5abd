import { id, instant, version } from '@loctelli/core';
import { z } from 'zod';
import { rangePreset } from './ranges.ts';

export const frequencies = ['daily', 'weekly', 'monthly'] as const;
export const frequency = z.enum(frequencies);
export type Frequency = z.infer<typeof frequency>;

/** When a dashboard is mailed, on the tenant's clocks. Each recipient gets the numbers that they may see. */
export const schedule = z
  .object({
    id: z.number().int(),
    dashboardId: z.number().int(),
    dashboardName: z.string(),
    frequency,
    /** Of a weekly one: 1 is Monday. */
    weekday: z.number().int(),
    /** Of a monthly one; 28 at most, so that every month has it. */
    monthDay: z.number().int(),
    hour: z.number().int(),
    preset: rangePreset,
    recipients: z.array(z.object({ id: z.number().int(), name: z.string().nullable() })),
    isPaused: z.boolean(),
    nextAt: instant.nullable(),
    lastAt: instant.nullable(),
    zone: z.string(),
    mine: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'AnalyticsSchedule' });
export type Schedule = z.infer<typeof schedule>;
export const scheduleList = z.object({ items: z.array(schedule) }).meta({ id: 'AnalyticsScheduleList' });

const times = {
  frequency: frequency.default('weekly'),
  weekday: z.number().int().min(1).max(7).default(1),
  monthDay: z.number().int().min(1).max(28).default(1),
  hour: z.number().int().min(0).max(23).default(8),
  preset: rangePreset.default('last7'),
};
const recipientIds = z.array(id).min(1).max(50);
export const scheduleCreate = z.strictObject({ dashboardId: id, recipientIds, ...times }).meta({ id: 'AnalyticsScheduleCreate' });
export type ScheduleCreate = z.infer<typeof scheduleCreate>;
export type ScheduleCreateInput = z.input<typeof scheduleCreate>;
export const scheduleUpdate = z
  .strictObject({
    version,
    recipientIds: recipientIds.optional(),
    frequency: frequency.optional(),
    weekday: z.number().int().min(1).max(7).optional(),
    monthDay: z.number().int().min(1).max(28).optional(),
    hour: z.number().int().min(0).max(23).optional(),
    preset: rangePreset.optional(),
    isPaused: z.boolean().optional(),
  })
  .meta({ id: 'AnalyticsScheduleUpdate' });
export type ScheduleUpdate = z.infer<typeof scheduleUpdate>;
