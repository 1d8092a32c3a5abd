import { z } from 'zod';
import { id, line, version } from '@loctelli/core';

/** What a canned reply may say of the client and the sender, written as `{{ client.firstName }}`. Anything else is refused at save. */
export const cannedVariables = [
  'client.name',
  'client.firstName',
  'client.email',
  'client.phone',
  'client.company',
  'user.name',
  'user.firstName',
  'tenant.name',
  'conversation.subject',
] as const;

const shortcut = z.string().trim().toLowerCase().regex(/^[\p{L}\p{N}][\p{L}\p{N}-]*$/u, 'may have letters, digits and hyphens').max(40);
const body = z.string().trim().min(1).max(5000);
/** A private one is its author's alone. */
const visibility = z.enum(['private', 'tenant']);

/** A text kept ready, found by typing `/` and its shortcut. */
export const cannedReply = z
  .object({
    id: z.number().int(),
    shortcut: z.string(),
    title: z.string(),
    body: z.string(),
    visibility,
    ownerId: z.number().int().nullable(),
    ownerName: z.string().nullable(),
    /** Whether the reader may change it. */
    mine: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'CannedReply' });
export type CannedReply = z.infer<typeof cannedReply>;
export const cannedReplyList = z.object({ items: z.array(cannedReply) }).meta({ id: 'CannedReplyList' });
export const cannedReplyCreate = z.strictObject({ shortcut, title: line(100), body, visibility: visibility.default('private') }).meta({ id: 'CannedReplyCreate' });
export type CannedReplyCreate = z.infer<typeof cannedReplyCreate>;
export const cannedReplyUpdate = z
  .strictObject({ version, shortcut: shortcut.optional(), title: line(100).optional(), body: body.optional(), visibility: visibility.optional() })
  .meta({ id: 'CannedReplyUpdate' });
export type CannedReplyUpdate = z.infer<typeof cannedReplyUpdate>;
/** Without a conversation the client's variables are empty. */
export const cannedReplyRender = z.strictObject({ conversationId: id.optional() }).meta({ id: 'CannedReplyRender' });
export type CannedReplyRender = z.infer<typeof cannedReplyRender>;
export const renderedReply = z.object({ body: z.string() }).meta({ id: 'RenderedReply' });
