import { z } from 'zod';
import { defineProcedure, email, instant, line, locale, type ProcedureDefinition } from '@loctelli/core';
import { channelId } from './conversations.ts';
import { chatAttachment, deliveryState } from './messages.ts';

/** What a channel is handed to bring to the client. The same `messageId` may come again after a crash: it is one message. */
export const channelDelivery = z.object({
  messageId: z.number().int(),
  conversationId: z.number().int(),
  sequence: z.number().int(),
  key: z.uuid(),
  /** Where the client is reached, as `receive` or whoever began the conversation told it. */
  address: z.string().nullable(),
  /** The channel's own name of the conversation. */
  thread: z.string().nullable(),
  subject: z.string().nullable(),
  text: z.string(),
  /** Where a POST says that the client wants no more of such, of a message that one of many programs wrote. */
  unsubscribe: z.string().nullable(),
  /** Whoever writes it, by name; null for the tenant as a whole. */
  authorName: z.string().nullable(),
  clientId: z.number().int().nullable(),
  attachments: z.array(chatAttachment),
});
export type ChannelDelivery = z.infer<typeof channelDelivery>;
/** `sent` when more will be told with `reportDelivery`, `delivered` when it is there. */
export const channelReceipt = z.object({ state: z.enum(['sent', 'delivered']), externalId: z.string().max(400).nullable().default(null) });
export type ChannelReceipt = z.infer<typeof channelReceipt>;

export interface ChannelDefinition {
  readonly id: string;
  /** Implemented by the channel. A problem with a status below 500 says that it can never arrive; anything else is tried again. */
  readonly deliver: ProcedureDefinition<ChannelDelivery, ChannelReceipt>;
}

/**
 * A way to write to clients. The plugin that brings it has the channel's name as its id, requires `chat`, implements `deliver`, and hands what
 * comes in to `receiveMessage`. `web` and `email` are this plugin's own and do the same.
 * @example export const sms = defineChannel('sms'); // @Implements(sms.deliver) async deliver(message) { … }
 */
export function defineChannel(id: string): ChannelDefinition {
  const name = id === 'web' || id === 'email' ? `chat.deliver-${id}` : `${id}.deliver`;
  return { id, deliver: defineProcedure(name, channelDelivery, channelReceipt) as unknown as ChannelDefinition['deliver'] };
}
export const webChannel = defineChannel('web');
export const emailChannel = defineChannel('email');

const bytes = z.object({ name: z.string().max(300), /** base64 */ content: z.string() });
/** Takes in what a client wrote. What has an `externalId` that is there already changes nothing. */
export const receiveMessage = defineProcedure(
  'chat.receive',
  z.object({
    channel: channelId,
    /** The channel's own name of the message. */
    externalId: z.string().min(1).max(400),
    /** The channel's own name of the conversation; where the writer is reached unless told. */
    thread: z.string().max(400).optional(),
    /** Known where the channel's words carry it, such as a mail's. */
    conversationId: z.number().int().optional(),
    from: z.object({ address: z.string().max(320), name: line(200).nullish(), email: email.nullish(), phone: z.string().max(40).nullish(), locale: locale.nullish() }),
    subject: z.string().max(300).nullish(),
    text: z.string().max(100_000),
    attachments: z.array(bytes).max(20).default([]),
    at: instant.optional(),
  }),
  z.object({ conversationId: z.number().int(), messageId: z.number().int(), sequence: z.number().int(), clientId: z.number().int().nullable(), duplicate: z.boolean() }),
);
export type Received = z.input<(typeof receiveMessage)['input']>;

/** Tells what became of a message that a channel took. Does nothing for one it does not know. */
export const reportDelivery = defineProcedure(
  'chat.report-delivery',
  z.object({ channel: channelId, messageId: z.number().int().optional(), externalId: z.string().max(400).optional(), state: deliveryState.exclude(['pending']), reason: z.string().max(500).nullish() }),
  z.object({ known: z.boolean() }),
);

/** The bytes of a file that a delivery names. */
export const readAttachment = defineProcedure(
  'chat.read-attachment',
  z.object({ attachmentId: z.number().int() }),
  z.object({ name: z.string(), mime: z.string(), /** base64 */ content: z.string() }),
);
