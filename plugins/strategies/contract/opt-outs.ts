import { z } from 'zod';
import { id, instant, pageOf, pageQuery } from '@loctelli/core';

/** A client that no cadence writes to. */
export const optOut = z
  .object({
    id: z.number().int(),
    clientId: z.number().int(),
    clientName: z.string(),
    source: z.enum(['link', 'staff']),
    createdAt: instant,
  })
  .meta({ id: 'StrategyOptOut' });
export type OptOut = z.infer<typeof optOut>;
export const optOutPage = pageOf(optOut, 'StrategyOptOutPage');
export const optOutQuery = pageQuery.extend({ clientId: id.optional() });
export type OptOutQuery = z.infer<typeof optOutQuery>;
export const optOutCreate = z.strictObject({ clientId: id }).meta({ id: 'StrategyOptOutCreate' });
/** What the page behind the link of a mail shows. */
export const unsubscribeState = z
  .object({ company: z.string(), email: z.string().nullable(), unsubscribed: z.boolean() })
  .meta({ id: 'StrategyUnsubscribeState' });
export type UnsubscribeState = z.infer<typeof unsubscribeState>;
export const unsubscribeWrite = z.strictObject({ unsubscribed: z.boolean() }).meta({ id: 'StrategyUnsubscribeWrite' });
/** The signed part of the link. */
export const unsubscribeToken = z.string().regex(/^[A-Za-z0-9_-]{1,100}$/);
