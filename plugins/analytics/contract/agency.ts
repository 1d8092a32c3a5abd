import { locale } from '@loctelli/core';
import { z } from 'zod';
import { metricName } from './metrics.ts';
import { rangeChoice, resolvedRange } from './ranges.ts';
import { metricInfo } from './metrics.ts';

/** Totals of the tenants below the agency. */
export const agencyAsk = z.strictObject({ range: rangeChoice, metrics: z.array(metricName).min(1).max(8), locale: locale.optional() }).meta({ id: 'AnalyticsAgencyAsk' });
export type AgencyAskInput = z.input<typeof agencyAsk>;
export type AgencyAsk = z.infer<typeof agencyAsk>;
const figure = z.object({
  value: z.number().nullable(),
  previous: z.number().nullable(),
  /** Of money. */
  currency: z.string().nullable(),
});
/** A number; of money one per currency, that of the most first: amounts of two are never added. */
const figures = z.array(figure).min(1);
export const agencyAnswer = z
  .object({
    range: resolvedRange,
    metrics: z.array(metricInfo),
    totals: z.array(figures),
    items: z.array(z.object({ tenantId: z.number().int(), name: z.string(), /** One per metric; null where the tenant does not have it. */ values: z.array(figures.nullable()) })),
  })
  .meta({ id: 'AnalyticsAgencyAnswer' });
export type AgencyAnswer = z.infer<typeof agencyAnswer>;
