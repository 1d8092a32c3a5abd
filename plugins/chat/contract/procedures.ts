import { z } from 'zod';
import { defineProcedure, instant } from '@loctelli/core';
import { channelId, conversationStatus } from './conversations.ts';
import { messageKind } from './messages.ts';

/**
 * Writes to a client in the name of the tenant or of one of its people: in the open conversation with the newest message, else in a new one by
 * mail. The same key is the same message. Throws chat.not-answerable where there is no way to reach them. Judges no permission.
 */
export const sendToClient = defineProcedure(
  'chat.send-to-client',
  z.object({
    clientId: z.number().int(),
    key: z.uuid(),
    text: z.string().trim().min(1).max(20_000),
    /** For a mail that begins a conversation. */
    subject: z.string().trim().max(200).nullish(),
    /** Only on this channel. */
    channel: channelId.optional(),
    authorId: z.number().int().nullish(),
    /** Where a POST says that the client wants no more of such; mails carry it for the reader's mail program (RFC 8058). */
    unsubscribe: z.url().optional(),
  }),
  z.object({ conversationId: z.number().int(), messageId: z.number().int(), sequence: z.number().int(), channel: z.string() }),
);

/** What was written to and by a client, newest first, without notes; for programs that answer. Judges no permission. */
export const readHistory = defineProcedure(
  'chat.history',
  z.object({ clientId: z.number().int().optional(), conversationId: z.number().int().optional(), limit: z.number().int().min(1).max(200).default(50) }),
  z.object({
    items: z.array(
      z.object({
        messageId: z.number().int(),
        conversationId: z.number().int(),
        channel: z.string(),
        sequence: z.number().int(),
        kind: messageKind.extract(['incoming', 'outgoing']),
        text: z.string(),
        authorId: z.number().int().nullable(),
        at: instant,
      }),
    ),
  }),
);

/** One conversation, for plugins that take part in it; null where there is none. With `may`, only one that the signed-in caller may read, or answer. */
export const findConversation = defineProcedure(
  'chat.conversation',
  z.object({ conversationId: z.number().int(), may: z.enum(['read', 'reply']).optional() }),
  z
    .object({
      conversationId: z.number().int(),
      clientId: z.number().int().nullable(),
      /** What whoever writes is called, as far as they said it. */
      name: z.string().nullable(),
      /** The language of the visitor's browser. */
      locale: z.string().nullable(),
      zone: z.string().nullable(),
      channel: z.string(),
      status: conversationStatus,
      assigneeId: z.number().int().nullable(),
      lastSequence: z.number().int(),
      lastIncomingSequence: z.number().int(),
    })
    .nullable(),
);

/**
 * Writes in a conversation in the name of one of the tenant's people, or of the tenant. The same key is the same message. With `onlyAfter`, null
 * unless that message is still the last that was written to or by the client. Judges no permission. Throws chat.not-found, chat.not-answerable and
 * chat.channel-away.
 */
export const replyInConversation = defineProcedure(
  'chat.reply',
  z.object({
    conversationId: z.number().int(),
    key: z.uuid(),
    text: z.string().trim().min(1).max(20_000),
    authorId: z.number().int().nullish(),
    onlyAfter: z.number().int().optional(),
  }),
  z.object({ messageId: z.number().int(), sequence: z.number().int() }).nullable(),
);
