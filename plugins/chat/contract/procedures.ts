import { z } from 'zod';
import { defineProcedure, instant } from '@loctelli/core';
import { channelId } from './conversations.ts';
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
