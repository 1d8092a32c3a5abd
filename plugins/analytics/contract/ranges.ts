import { z } from 'zod';

/** `this…` presets end today, so that they compare like with like; `last7` and its kin count today in. */
export const rangePresets = ['today', 'yesterday', 'last7', 'last30', 'last90', 'thisWeek', 'lastWeek', 'thisMonth', 'lastMonth', 'thisQuarter', 'lastQuarter', 'thisYear', 'lastYear'] as const;
export const rangePreset = z.enum(rangePresets);
export type RangePreset = (typeof rangePresets)[number];
export const comparison = z.enum(['none', 'previous', 'year']);
export type Comparison = z.infer<typeof comparison>;

const day = z.iso.date().refine((text) => text >= '1970-01-01' && text <= '2199-12-31', 'is not a day that can be asked for');
/** Days in the tenant's zone: a preset, or `custom` with its first and last day. */
export const rangeChoice = z
  .strictObject({ preset: z.enum([...rangePresets, 'custom']).default('last30'), from: day.optional(), to: day.optional(), compare: comparison.default('previous') })
  .refine(({ preset, from, to }) => preset !== 'custom' || (from !== undefined && to !== undefined && from <= to && Date.parse(to) - Date.parse(from) <= 3_660 * 86_400_000), {
    message: 'needs its first and last day, ten years apart at most',
    path: ['from'],
  })
  .meta({ id: 'AnalyticsRange' });
export type RangeChoice = z.infer<typeof rangeChoice>;

const span = z.object({ fromDay: z.string(), toDay: z.string(), from: z.string(), to: z.string() });
/** The days that were meant, both counted in, and the moments they begin and end. */
export const resolvedRange = span
  .extend({ days: z.number().int(), zone: z.string(), preset: z.string(), /** Whether it ends today, so that today is still under way. */ running: z.boolean(), compare: span.nullable() })
  .meta({ id: 'AnalyticsResolvedRange' });
export type ResolvedRange = z.infer<typeof resolvedRange>;
