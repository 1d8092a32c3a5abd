import { line, locale, metricUnits, version } from '@loctelli/core';
import { z } from 'zod';
import { metricFilter, metricName } from './metrics.ts';

export const goalPeriods = ['week', 'month', 'quarter', 'year'] as const;
export const goalPeriod = z.enum(goalPeriods);
export type GoalPeriod = z.infer<typeof goalPeriod>;
/** `atMost` for what should stay small, such as the time to a first reply. */
export const goalDirection = z.enum(['atLeast', 'atMost']);
export const paceState = z.enum(['reached', 'onTrack', 'behind', 'missed']);
export type PaceState = z.infer<typeof paceState>;

/** A number to be reached in every period, and how it stands in this one, counted over the rows the reader reaches. */
export const goal = z
  .object({
    id: z.number().int(),
    name: z.string(),
    metric: z.string(),
    metricTitle: z.string(),
    unit: z.enum(metricUnits),
    currency: z.string().nullable(),
    where: metricFilter,
    /** What `where` says, in words. */
    whereText: z.string().nullable(),
    target: z.number(),
    direction: goalDirection,
    period: goalPeriod,
    ownerName: z.string().nullable(),
    version: z.number().int(),
    fromDay: z.string(),
    toDay: z.string(),
    value: z.number().nullable(),
    /** Share of the period that is over, 0 to 1. */
    elapsed: z.number(),
    /** What an even pace would have brought by now; the target itself where numbers do not add up. */
    expected: z.number(),
    /** Where it ends if it goes on like this. */
    projected: z.number().nullable(),
    /** How much more than expected; less where it is negative. */
    ahead: z.number().nullable(),
    state: paceState,
  })
  .meta({ id: 'AnalyticsGoal' });
export type Goal = z.infer<typeof goal>;
export const goalList = z.object({ items: z.array(goal) }).meta({ id: 'AnalyticsGoalList' });
export const goalQuery = z.strictObject({ locale: locale.optional() });

const target = z.number().min(0).max(1e12);
export const goalCreate = z
  .strictObject({ name: line(80), metric: metricName, where: metricFilter.default({}), target, direction: goalDirection.default('atLeast'), period: goalPeriod })
  .meta({ id: 'AnalyticsGoalCreate' });
export type GoalCreate = z.infer<typeof goalCreate>;
export type GoalCreateInput = z.input<typeof goalCreate>;
export const goalUpdate = z
  .strictObject({ version, name: line(80).optional(), where: metricFilter.optional(), target: target.optional(), direction: goalDirection.optional(), period: goalPeriod.optional() })
  .meta({ id: 'AnalyticsGoalUpdate' });
export type GoalUpdate = z.infer<typeof goalUpdate>;
