import { z } from 'zod';

/** Live message to those who may read conversations: `{ conversationId, sequence }` of a message that was added. */
export const chatMessageTopic = 'chat.message';
/** Likewise `{ conversationId }` of one whose state has changed, or a message of it whose delivery has. */
export const chatConversationTopic = 'chat.conversation';
/** Likewise `{ conversationId, from: 'client' | 'staff', userId, name, typing }`; kept nowhere, over after six seconds. */
export const chatTypingTopic = 'chat.typing';
/** What a visitor's own stream hears of somebody who writes to them: `{ name, typing }`. */
export const visitorTypingTopic = 'chat.visitor-typing';

/** How many there are, each counted up to 1000. */
const counted = z.object({ open: z.number().int(), unread: z.number().int() });
export const inboxCounts = z
  .object({ mine: counted, unassigned: counted, all: counted, mentions: z.number().int(), snoozed: z.number().int() })
  .meta({ id: 'InboxCounts' });
export type InboxCounts = z.infer<typeof inboxCounts>;

/** Whom a conversation can be given to. */
export const inboxPeople = z
  .object({
    users: z.array(z.object({ id: z.number().int(), name: z.string(), teamId: z.number().int().nullable() })),
    teams: z.array(z.object({ id: z.number().int(), name: z.string() })),
    channels: z.array(z.string()),
  })
  .meta({ id: 'InboxPeople' });
export type InboxPeople = z.infer<typeof inboxPeople>;

/** What whoever sets the chat up has to copy elsewhere. */
export const chatSetup = z
  .object({
    /** The line to put into a website's pages. */
    snippet: z.string(),
    allowedOrigins: z.array(z.string()),
    /** Where mail is to be forwarded to, by POST as message/rfc822 with a signature. */
    inboundUrl: z.string(),
    inboundAddress: z.string().nullable(),
    hasIdentitySecret: z.boolean(),
    hasInboundSecret: z.boolean(),
  })
  .meta({ id: 'ChatSetup' });
export type ChatSetup = z.infer<typeof chatSetup>;
