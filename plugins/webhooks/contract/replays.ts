import { z } from 'zod';
import { id, instant } from '@loctelli/core';
import { eventPattern } from './event-patterns.ts';

/** `dead`: what was given up, of one endpoint or all. `range`: every event of a span of time that the endpoint hears, delivered before or not. */
export const webhookReplayCreate = z
  .discriminatedUnion('what', [
    z.strictObject({ what: z.literal('dead'), endpointId: id.optional() }),
    z.strictObject({ what: z.literal('range'), endpointId: id, from: z.iso.datetime({ offset: true }), to: z.iso.datetime({ offset: true }), types: z.array(eventPattern).max(50).optional() }),
  ])
  .meta({ id: 'WebhookReplayCreate' });
export type WebhookReplayCreate = z.infer<typeof webhookReplayCreate>;

export const webhookReplay = z
  .object({
    id: z.number().int(),
    what: z.enum(['dead', 'range']),
    endpointId: z.number().int().nullable(),
    status: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
    processed: z.number().int(),
    /** Deliveries put in line. */
    queued: z.number().int(),
    createdAt: instant,
    finishedAt: instant.nullable(),
  })
  .meta({ id: 'WebhookReplay' });
export type WebhookReplay = z.infer<typeof webhookReplay>;
/** Those that are under way. */
export const webhookReplayList = z.object({ items: z.array(webhookReplay) }).meta({ id: 'WebhookReplayList' });
