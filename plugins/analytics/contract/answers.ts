import { locale, metricUnits } from '@loctelli/core';
import { z } from 'zod';
import { goal } from './goals.ts';
import { metricFilter, metricName } from './metrics.ts';
import { rangeChoice, resolvedRange } from './ranges.ts';
import { tile, tileKind, tiles } from './tiles.ts';

const number = z.number().nullable();
const metricHead = z.object({ name: z.string(), title: z.string(), unit: z.enum(metricUnits), additive: z.boolean(), /** Of money: the currency counted, and others that are not. */ currency: z.string().nullable(), otherCurrencies: z.array(z.string()) });

/** What a tile shows. Which parts there are is decided by its kind; `missing` names metrics that are gone, off or not the caller's to see. */
export const tileAnswer = z
  .object({
    tileId: z.string(),
    kind: tileKind,
    metrics: z.array(metricHead),
    missing: z.array(z.string()),
    /** Why there is nothing to see although nothing failed. */
    problem: z.enum(['no-metric', 'no-goal']).nullable(),
    /** One per metric: its value over the range, and over that compared with. */
    totals: z.array(z.object({ value: number, previous: number, count: z.number().int() })),
    /** Over time: local days on which the buckets begin, and a line per metric or value. */
    bucket: z.enum(['day', 'week', 'month']).nullable(),
    buckets: z.array(z.string()),
    series: z.array(z.object({ metric: z.string(), key: z.string().nullable(), label: z.string().nullable(), values: z.array(number), previous: z.array(number).nullable() })),
    /** By a dimension: the largest first, a value and what it was per metric. */
    by: z.string().nullable(),
    groups: z.array(z.object({ key: z.string().nullable(), label: z.string().nullable(), values: z.array(z.object({ value: number, previous: number })) })),
    moreGroups: z.boolean(),
    /** Whether a funnel's steps are clients who came from the step before, or each metric's own count. */
    distinct: z.boolean(),
    goal: goal.nullable(),
  })
  .meta({ id: 'AnalyticsTileAnswer' });
export type TileAnswer = z.infer<typeof tileAnswer>;

export const ask = z.strictObject({ range: rangeChoice, filters: metricFilter.default({}), tiles, locale: locale.optional() }).meta({ id: 'AnalyticsAsk' });
export type Ask = z.infer<typeof ask>;
export type AskInput = z.input<typeof ask>;
export const answers = z.object({ range: resolvedRange, items: z.array(tileAnswer) }).meta({ id: 'AnalyticsAnswers' });
export type Answers = z.infer<typeof answers>;

export const exportAsk = z.strictObject({ range: rangeChoice, filters: metricFilter.default({}), tile, locale: locale.optional() }).meta({ id: 'AnalyticsExport' });
export type ExportAsk = z.infer<typeof exportAsk>;
export type ExportAskInput = z.input<typeof exportAsk>;

/** The rows behind a number: of a metric, a range and values of dimensions; `at` narrows it to one bucket. */
export const rowsAsk = z
  .strictObject({
    metric: metricName,
    range: rangeChoice,
    where: metricFilter.default({}),
    at: z.strictObject({ day: z.iso.date(), bucket: z.enum(['day', 'week', 'month']) }).optional(),
    offset: z.number().int().min(0).max(100_000).default(0),
    locale: locale.optional(),
  })
  .meta({ id: 'AnalyticsRowsAsk' });
export type RowsAsk = z.infer<typeof rowsAsk>;
export type RowsAskInput = z.input<typeof rowsAsk>;
export const metricRows = z
  .object({
    metric: metricHead,
    range: resolvedRange,
    total: z.number().int(),
    value: number,
    dimensions: z.array(z.object({ name: z.string(), title: z.string() })),
    items: z.array(z.object({ id: z.string(), label: z.string().nullable(), at: z.string(), value: z.number(), href: z.string().nullable(), dimensions: z.record(z.string(), z.string().nullable()) })),
    hasMore: z.boolean(),
    /** Page of the plugin that lists them. */
    drill: z.string().nullable(),
  })
  .meta({ id: 'AnalyticsRows' });
export type MetricRows = z.infer<typeof metricRows>;
