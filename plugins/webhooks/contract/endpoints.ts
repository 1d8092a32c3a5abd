import { z } from 'zod';
import { instant, line, version } from '@loctelli/core';
import { eventPattern } from './event-patterns.ts';
import { jsonPath } from './paths.ts';

/** Live message to everybody who may read webhooks: `{ endpointId }` or `{ receiverId }` of what has news. */
export const webhooksChanged = 'webhooks.changed';

/** closed: deliveries go out. open: it failed several times in a row, what comes waits. half-open: one delivery tries whether it works again. */
export const breakerState = z.enum(['closed', 'open', 'half-open']);
export type BreakerState = z.infer<typeof breakerState>;
/** Why an endpoint is off: by a person, because it answered 410 Gone, or because it failed for days. */
export const offReason = z.enum(['person', 'gone', 'failing']);
export type OffReason = z.infer<typeof offReason>;

/** Headers that are the product's own to write. */
const ownHeaders = /^(host|connection|content-length|content-type|content-encoding|transfer-encoding|te|trailer|upgrade|expect|keep-alive|user-agent|proxy-.*|webhook-.*)$/;
const headerName = z.string().trim().toLowerCase().min(1).max(60).regex(/^[a-z0-9!#$%&'*+.^_`|~-]+$/, 'must be the name of a header').refine((name) => !ownHeaders.test(name), 'is written by the product itself');
/** Without a value, the one that is stored stays. */
const header = z.strictObject({ name: headerName, value: z.string().max(1_000).regex(/^[\t\x20-\x7e]*$/, 'must be plain text in one line').optional() });
const address = z.string().trim().max(2_000);
const events = z.array(eventPattern).min(1).max(100);
/** Pattern of events → the paths of `data` that are sent; a pattern that is not here sends all. */
const fields = z.record(eventPattern, z.array(jsonPath).min(1).max(100));

const facts = { url: address, description: line(200).nullable(), events, fields, headers: z.array(header).max(20) };
export const webhookEndpointCreate = z
  .strictObject({ ...facts, description: facts.description.optional(), fields: fields.optional(), headers: facts.headers.optional(), active: z.boolean().optional() })
  .meta({ id: 'WebhookEndpointCreate' });
export type WebhookEndpointCreate = z.infer<typeof webhookEndpointCreate>;
export const webhookEndpointUpdate = z.strictObject({ version, ...z.strictObject({ ...facts, active: z.boolean() }).partial().shape }).meta({ id: 'WebhookEndpointUpdate' });
export type WebhookEndpointUpdate = z.infer<typeof webhookEndpointUpdate>;

/** How an endpoint did in the last 24 hours, and what waits. */
export const webhookHealth = z.object({
  delivered: z.number().int(),
  failedAttempts: z.number().int(),
  waiting: z.number().int(),
  dead: z.number().int(),
  medianMs: z.number().int().nullable(),
  /** Attempts per hour, the oldest first: 24 of them. */
  hours: z.array(z.object({ ok: z.number().int(), failed: z.number().int() })),
});
export type WebhookHealth = z.infer<typeof webhookHealth>;

export const webhookEndpoint = z
  .object({
    id: z.number().int(),
    url: z.string(),
    description: z.string().nullable(),
    events: z.array(z.string()),
    fields: z.record(z.string(), z.array(z.string())),
    /** Their values are secret and never shown. */
    headers: z.array(z.string()),
    active: z.boolean(),
    offReason: offReason.nullable(),
    offAt: instant.nullable(),
    breaker: breakerState,
    /** When the next try is due while the breaker is open. */
    openUntil: instant.nullable(),
    failuresInARow: z.number().int(),
    /** The last characters of the secret, to tell it by. */
    secretEnd: z.string(),
    /** Until when the secret before this one signs as well. */
    previousSecretUntil: instant.nullable(),
    health: webhookHealth,
    version: z.number().int(),
    createdAt: instant,
  })
  .meta({ id: 'WebhookEndpoint' });
export type WebhookEndpoint = z.infer<typeof webhookEndpoint>;
export const webhookEndpointList = z.object({ items: z.array(webhookEndpoint) }).meta({ id: 'WebhookEndpointList' });

/** With the secret, which is shown this once. */
export const webhookEndpointWithSecret = webhookEndpoint.extend({ secret: z.string() }).meta({ id: 'WebhookEndpointWithSecret' });
export type WebhookEndpointWithSecret = z.infer<typeof webhookEndpointWithSecret>;

/** How many hours the secret that is replaced goes on signing beside the new one; 24 unless told, 0 ends it at once. */
export const webhookRotate = z.strictObject({ overlapHours: z.number().int().min(0).max(720).default(24) }).meta({ id: 'WebhookRotate' });
export const webhookTest = z.strictObject({ type: z.string().max(100) }).meta({ id: 'WebhookTest' });
