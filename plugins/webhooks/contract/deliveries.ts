import { z } from 'zod';
import { id, instant, pageOf, pageQuery } from '@loctelli/core';

/** waiting: for its turn, its next attempt or for its endpoint to be switched on. dead: given up, until somebody replays it. */
export const deliveryStatus = z.enum(['waiting', 'delivered', 'dead']);
export type DeliveryStatus = z.infer<typeof deliveryStatus>;
/**
 * Why an attempt failed: `status` an answer that is no 2xx, `timeout` and `network` none at all, `address` and `url` one that may not be called,
 * `schema` data that is not what its type promises, `unpublished` a type nobody declares (any more), `expired` too old.
 */
export const failureReason = z.enum(['status', 'timeout', 'network', 'address', 'url', 'schema', 'unpublished', 'expired']);
export type FailureReason = z.infer<typeof failureReason>;

export const webhookDelivery = z
  .object({
    id: z.number().int(),
    endpointId: z.number().int(),
    endpointUrl: z.string(),
    /** The event's own id, the same at every attempt and replay: what is sent as `webhook-id`. */
    eventId: z.string(),
    type: z.string(),
    isTest: z.boolean(),
    status: deliveryStatus,
    attempts: z.number().int(),
    reason: failureReason.nullable(),
    /** The answer's status at the last attempt. */
    answerStatus: z.number().int().nullable(),
    durationMs: z.number().int().nullable(),
    occurredAt: instant,
    nextAt: instant.nullable(),
    lastAt: instant.nullable(),
    replays: z.number().int(),
  })
  .meta({ id: 'WebhookDelivery' });
export type WebhookDelivery = z.infer<typeof webhookDelivery>;
export const webhookDeliveryPage = pageOf(webhookDelivery, 'WebhookDeliveryPage');

export const webhookAttempt = z
  .object({
    id: z.number().int(),
    at: instant,
    durationMs: z.number().int(),
    status: z.number().int().nullable(),
    reason: failureReason.nullable(),
    detail: z.string().nullable(),
    /** Beginning of the answer. */
    answer: z.string().nullable(),
    answerHeaders: z.record(z.string(), z.string()),
  })
  .meta({ id: 'WebhookAttempt' });
export type WebhookAttempt = z.infer<typeof webhookAttempt>;
export const webhookDeliveryDetail = webhookDelivery
  .extend({
    /** The text that was sent last, or would be sent now. */
    body: z.string(),
    /** What was sent with it; values of the endpoint's own headers are left out. */
    headers: z.record(z.string(), z.string()),
    /** The newest first. */
    log: z.array(webhookAttempt),
  })
  .meta({ id: 'WebhookDeliveryDetail' });
export type WebhookDeliveryDetail = z.infer<typeof webhookDeliveryDetail>;

export const webhookDeliveryQuery = pageQuery.extend({
  endpointId: id.optional(),
  status: deliveryStatus.optional(),
  type: z.string().max(100).optional(),
  eventId: z.uuid().optional(),
});
export type WebhookDeliveryQuery = z.infer<typeof webhookDeliveryQuery>;
