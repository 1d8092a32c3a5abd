import { z } from 'zod';
import { id, instant, pageOf, pageQuery } from '@loctelli/core';

/** refused: at the door, by its signature or form. waiting → done or failed; failed can be replayed, and so can done. */
export const receiptStatus = z.enum(['waiting', 'done', 'failed', 'refused']);
export type ReceiptStatus = z.infer<typeof receiptStatus>;
/** What became of the client: `unchanged` was found and had all of it, `skipped` was found and left alone by the receiver's rule. */
export const receiptOutcome = z.enum(['created', 'updated', 'unchanged', 'skipped']);
export type ReceiptOutcome = z.infer<typeof receiptOutcome>;

export const webhookReceipt = z
  .object({
    id: z.number().int(),
    receiverId: z.number().int(),
    status: receiptStatus,
    outcome: receiptOutcome.nullable(),
    clientId: z.number().int().nullable(),
    clientName: z.string().nullable(),
    /** Code of the refusal or failure. */
    error: z.string().nullable(),
    detail: z.string().nullable(),
    senderId: z.string().nullable(),
    replays: z.number().int(),
    at: instant,
    doneAt: instant.nullable(),
  })
  .meta({ id: 'WebhookReceipt' });
export type WebhookReceipt = z.infer<typeof webhookReceipt>;
export const webhookReceiptPage = pageOf(webhookReceipt, 'WebhookReceiptPage');
export const webhookReceiptDetail = webhookReceipt
  .extend({ contentType: z.string().nullable(), body: z.string(), headers: z.record(z.string(), z.string()) })
  .meta({ id: 'WebhookReceiptDetail' });
export type WebhookReceiptDetail = z.infer<typeof webhookReceiptDetail>;
export const webhookReceiptQuery = pageQuery.extend({ receiverId: id.optional(), status: receiptStatus.optional() });
export type WebhookReceiptQuery = z.infer<typeof webhookReceiptQuery>;

/** What a sender is answered. `duplicate`: it had been taken in before. */
export const webhookTaken = z.object({ id: z.number().int(), duplicate: z.boolean() }).meta({ id: 'WebhookTaken' });
/** The newest body a receiver got, read as the mapping sees it; null while nothing came. */
export const webhookSample = z.object({ receiptId: z.number().int().nullable(), at: instant.nullable(), payload: z.unknown() }).meta({ id: 'WebhookSample' });
export type WebhookSample = z.infer<typeof webhookSample>;
