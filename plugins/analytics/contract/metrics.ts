import { locale, metricAggregates, metricUnits } from '@loctelli/core';
import { z } from 'zod';

export const metricName = z.string().max(120).regex(/^[a-z][a-z0-9-]*\.[a-zA-Z][\w-]*$/);
export const dimensionName = z.string().max(60).regex(/^[a-zA-Z][\w-]*$/);
/** Dimension → values of which rows have one; null stands for none. */
export const metricFilter = z.record(dimensionName, z.array(z.string().max(200).nullable()).min(1).max(50)).refine((filter) => Object.keys(filter).length <= 10, 'has too many dimensions');
export type Filter = z.infer<typeof metricFilter>;

/** The language words are wanted in; the reader's own, or the tenant's, unless told. */
export const languageQuery = z.strictObject({ locale: locale.optional() });

/** A number that some plugin offers and the caller may see. */
export const metricInfo = z
  .object({
    name: z.string(),
    pluginId: z.string(),
    pluginName: z.string(),
    title: z.string(),
    about: z.string().nullable(),
    unit: z.enum(metricUnits),
    aggregate: z.enum(metricAggregates),
    /** What it can be split and filtered by. */
    dimensions: z.array(z.object({ name: z.string(), title: z.string() })),
    /** Whether clients can be followed through it. */
    followsClients: z.boolean(),
    funnel: z.object({ id: z.string(), order: z.number() }).nullable(),
  })
  .meta({ id: 'AnalyticsMetric' });
export type MetricInfo = z.infer<typeof metricInfo>;
export const metricInfoList = z.object({ items: z.array(metricInfo) }).meta({ id: 'AnalyticsMetricList' });

export const dimensionValue = z.object({ key: z.string().nullable(), label: z.string().nullable(), count: z.number().int() }).meta({ id: 'AnalyticsDimensionValue' });
export const dimensionValueList = z.object({ items: z.array(dimensionValue) }).meta({ id: 'AnalyticsDimensionValueList' });
