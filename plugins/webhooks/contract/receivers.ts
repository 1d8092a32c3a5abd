import { z } from 'zod';
import { id, instant, line, version } from '@loctelli/core';
import { mapping } from './mapping.ts';

/** How a sender proves itself. `none` must be chosen: then the address is the only secret. */
export const receiverScheme = z.enum(['standard', 'hmac', 'basic', 'none']);
export type ReceiverScheme = z.infer<typeof receiverScheme>;

const headerName = z.string().trim().toLowerCase().min(1).max(60).regex(/^[a-z0-9-]+$/, 'must be the name of a header');
/** How HMAC-SHA256 is told and over what; the other schemes need none of it. */
export const hmacOptions = z
  .strictObject({
    header: headerName.default('x-signature'),
    encoding: z.enum(['hex', 'base64']).default('hex'),
    /** What stands before the signature in its header, such as `sha256=`. */
    prefix: z.string().max(20).default(''),
    /** Header with unix seconds; the signature is then over `<timestamp>.<body>`. */
    timestampHeader: headerName.nullable().default(null),
    toleranceSeconds: z.number().int().min(10).max(86_400).default(300),
  })
  .meta({ id: 'WebhookHmacOptions' });
export type HmacOptions = z.infer<typeof hmacOptions>;

/** Which client something belongs to: by address, then by number; by one of them; or a new one each time. */
export const matchBy = z.enum(['email-or-phone', 'email', 'phone', 'none']);
export type MatchBy = z.infer<typeof matchBy>;
/** What happens to a client that is there already. */
export const onMatch = z.enum(['update', 'skip']);

const facts = {
  name: line(100),
  active: z.boolean(),
  scheme: receiverScheme,
  hmac: hmacOptions,
  /** Header in which the sender numbers its messages, so that one sent twice is taken once. */
  idHeader: headerName.nullable(),
  mapping,
  matchBy,
  onMatch,
  /** Where new clients came from. */
  source: line(100),
  tags: z.array(line(40)).max(20),
  stageId: id.nullable(),
  ownerId: id.nullable(),
};
/** For `standard` and `hmac` the secret, for `basic` `name:password`. Made here unless given, and for `hmac` and `basic` shown once. */
const secret = z.string().min(8).max(500).optional();
export const webhookReceiverCreate = z
  .strictObject({ ...z.strictObject(facts).partial().shape, name: facts.name, scheme: facts.scheme, secret })
  .meta({ id: 'WebhookReceiverCreate' });
export type WebhookReceiverCreate = z.input<typeof webhookReceiverCreate>;
export const webhookReceiverUpdate = z.strictObject({ version, ...z.strictObject(facts).partial().shape, secret }).meta({ id: 'WebhookReceiverUpdate' });
export type WebhookReceiverUpdate = z.input<typeof webhookReceiverUpdate>;

export const webhookReceiver = z
  .object({
    id: z.number().int(),
    ...facts,
    mapping: z.array(z.object({ target: z.string(), paths: z.array(z.string()), fallback: z.string().nullable() })),
    /** Path of its address below the tenant's host. */
    path: z.string(),
    hasSecret: z.boolean(),
    stageId: z.number().int().nullable(),
    ownerId: z.number().int().nullable(),
    /** In the last 24 hours. */
    recent: z.object({ done: z.number().int(), failed: z.number().int(), refused: z.number().int() }),
    lastAt: instant.nullable(),
    version: z.number().int(),
    createdAt: instant,
  })
  .meta({ id: 'WebhookReceiver' });
export type WebhookReceiver = z.infer<typeof webhookReceiver>;
export const webhookReceiverList = z.object({ items: z.array(webhookReceiver) }).meta({ id: 'WebhookReceiverList' });
/** With a secret that was made here, shown this once. */
export const webhookReceiverWithSecret = webhookReceiver.extend({ secret: z.string().nullable() }).meta({ id: 'WebhookReceiverWithSecret' });
export type WebhookReceiverWithSecret = z.infer<typeof webhookReceiverWithSecret>;
