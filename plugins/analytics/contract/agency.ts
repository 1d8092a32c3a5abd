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
  /** Of money: the currency counted, which for all tenants is the one that most of them have, and others that are not. */
  currency: z.string().nullable(),
  otherCurrencies: z.array(z.string()),
});
export const agencyAnswer = z
  .object({
    range: resolvedRange,
    metrics: z.array(metricInfo),
    totals: z.array(figure),
    items: z.array(z.object({ tenantId: z.number().int(), name: z.string(), /** One per metric; null where the tenant does not have it. */ values: z.array(figure.nullable()) })),
  })
  .meta({ id: 'AnalyticsAgencyAnswer' });
export type AgencyAnswer = z.infer<typeof agencyAnswer>;
