import { z } from 'zod';
import { id, instant, pageOf } from '@loctelli/core';

/** `note` is for staff alone; `event` tells what was done to the conversation. */
export const messageKind = z.enum(['incoming', 'outgoing', 'note', 'event']);
export type MessageKind = z.infer<typeof messageKind>;
/** How far what was written to the client came. `read` is known of channels that tell it. */
export const deliveryState = z.enum(['pending', 'sent', 'delivered', 'read', 'failed']);
export type DeliveryState = z.infer<typeof deliveryState>;

/** A file that came with a message; its type as found in the bytes. Pictures have a size and may be shown. */
export const chatAttachment = z
  .object({
    id: z.number().int(),
    name: z.string(),
    mime: z.string(),
    size: z.number().int(),
    width: z.number().int().nullable(),
    height: z.number().int().nullable(),
  })
  .meta({ id: 'ChatAttachment' });
export type ChatAttachment = z.infer<typeof chatAttachment>;

/** What was done to a conversation. Its words are `chat.happened.<what>`. */
export const messageEvent = z
  .object({
    // prettier-ignore
    what: z.enum(['opened', 'assigned', 'unassigned', 'team-changed', 'labelled', 'prioritised', 'snoozed', 'woken', 'closed', 'reopened', 'client-linked', 'bounced']),
    params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  })
  .meta({ id: 'ChatHappening' });
export type MessageEvent = z.infer<typeof messageEvent>;

export const chatMessage = z
  .object({
    id: z.number().int(),
    conversationId: z.number().int(),
    /** Grows by one with each message of the conversation, without gaps. */
    sequence: z.number().int(),
    /** Given by whoever wrote it: what is sent twice under one key is one message. */
    key: z.uuid(),
    kind: messageKind,
    /** Plain text; in notes a person is named as `@[Ana Ruiz](user:12)`. */
    body: z.string(),
    happened: messageEvent.nullable(),
    authorId: z.number().int().nullable(),
    /** Staff by name; the client's or visitor's name where they wrote. */
    authorName: z.string().nullable(),
    mentions: z.array(z.number().int()),
    attachments: z.array(chatAttachment),
    /** Of outgoing messages. */
    delivery: deliveryState.nullable(),
    /** Why it failed, as the channel says. */
    deliveryError: z.string().nullable(),
    createdAt: instant,
  })
  .meta({ id: 'ChatMessage' });
export type ChatMessage = z.infer<typeof chatMessage>;

const messageBody = z.string().trim().max(20_000);
const attachmentIds = z.array(id).max(10).default([]);
/** Needs a text or an attachment. The same key again answers with the message that is there. */
export const newMessage = z
  .strictObject({ key: z.uuid(), kind: z.enum(['outgoing', 'note']).default('outgoing'), body: messageBody.default(''), attachmentIds })
  .meta({ id: 'NewChatMessage' });
export type NewMessage = z.infer<typeof newMessage>;

/** After a sequence in the order they were written; before one, or the last ones unless told, likewise in that order. */
export const messageQuery = z.strictObject({
  after: z.coerce.number().int().min(0).optional(),
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type MessageQuery = z.infer<typeof messageQuery>;
/** `more`: whether there are further ones in the direction asked for. */
export const messageList = z.object({ items: z.array(chatMessage), more: z.boolean(), lastSequence: z.number().int() }).meta({ id: 'ChatMessageList' });
export type MessageList = z.infer<typeof messageList>;

/** All a client ever wrote and was written, over all conversations that the reader reaches, newest first. */
export const messagePage = pageOf(chatMessage.extend({ channel: z.string(), subject: z.string().nullable() }).meta({ id: 'ChatHistoryMessage' }), 'ChatHistoryPage');
