import { z } from 'zod';
import { id, instant, line, pageOf, pageQuery } from '@loctelli/core';
import { newMessage } from './messages.ts';

export const conversationStatus = z.enum(['open', 'snoozed', 'closed']);
export type ConversationStatus = z.infer<typeof conversationStatus>;
export const conversationPriority = z.enum(['low', 'normal', 'high', 'urgent']);
export type ConversationPriority = z.infer<typeof conversationPriority>;
/** `web`, `email`, or what another plugin calls its own. */
export const channelId = z.string().regex(/^[a-z][a-z0-9-]*$/).max(40);

/** The client as the conversation shows them. What the reader's role is refused is null; so are all but the name out of their reach. */
export const conversationClient = z
  .object({
    id: z.number().int(),
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    company: z.string().nullable(),
    zone: z.string().nullable(),
    /** Whether the reader may open the client's page. */
    reachable: z.boolean(),
  })
  .meta({ id: 'ConversationClient' });

/** Whoever writes through the website's chat; they may not have said who they are. */
export const conversationVisitor = z
  .object({
    id: z.number().int(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    /** Whether the website proved who they are. */
    verified: z.boolean(),
    locale: z.string().nullable(),
    zone: z.string().nullable(),
    /** The page they last were on. */
    page: z.string().nullable(),
    /** What they answered before the chat, by question. */
    answers: z.record(z.string(), z.string()),
    lastSeenAt: instant,
  })
  .meta({ id: 'ConversationVisitor' });

export const conversation = z
  .object({
    id: z.number().int(),
    channel: z.string(),
    subject: z.string().nullable(),
    status: conversationStatus,
    snoozedUntil: instant.nullable(),
    priority: conversationPriority,
    clientId: z.number().int().nullable(),
    client: conversationClient.nullable(),
    visitor: conversationVisitor.nullable(),
    assigneeId: z.number().int().nullable(),
    assigneeName: z.string().nullable(),
    teamId: z.number().int().nullable(),
    teamName: z.string().nullable(),
    labelIds: z.array(z.number().int()),
    /** Sequence of its last message; 0 without any. */
    lastSequence: z.number().int(),
    lastMessageAt: instant,
    /** The beginning of what was last written to or by the client. */
    preview: z.string(),
    previewKind: z.enum(['incoming', 'outgoing']).nullable(),
    /** Up to where the client has read. */
    clientReadSequence: z.number().int(),
    /** Up to where the reader has read. */
    readSequence: z.number().int(),
    /** Whether there is something from the client that the reader has not read. */
    unread: z.boolean(),
    /** Whether the reader is named in a note they have not read. */
    mentioned: z.boolean(),
    /** Since when the client waits for an answer. */
    waitingSince: instant.nullable(),
    firstReplyAt: instant.nullable(),
    createdAt: instant,
    closedAt: instant.nullable(),
    /** What the reader may do here. */
    may: z.object({ reply: z.boolean(), assign: z.boolean(), remove: z.boolean() }),
  })
  .meta({ id: 'Conversation' });
export type Conversation = z.infer<typeof conversation>;
export const conversationPage = pageOf(conversation, 'ConversationPage');

const moment = z.union([z.iso.datetime({ offset: true }), z.iso.date()]);
export const conversationFilter = z.strictObject({
  /** Open ones unless told. */
  status: z.enum(['open', 'snoozed', 'closed', 'any']).optional(),
  /** `me`, `unassigned`, `any`, or a user's id. */
  assignee: z.union([z.enum(['me', 'unassigned', 'any']), id]).optional(),
  teamId: id.optional(),
  labelId: id.optional(),
  clientId: id.optional(),
  channel: channelId.optional(),
  priority: conversationPriority.optional(),
  unread: z.stringbool().optional(),
  /** Those the reader is named in and has not read. */
  mentioned: z.stringbool().optional(),
  /** Whether the client waits for an answer. */
  waiting: z.stringbool().optional(),
  /** Words of its messages, of its subject, or of who wrote. */
  search: z.string().trim().max(100).optional(),
  createdAfter: moment.optional(),
  createdBefore: moment.optional(),
  closedAfter: moment.optional(),
  closedBefore: moment.optional(),
});
export type ConversationFilter = z.infer<typeof conversationFilter>;
/** Newest message first, or oldest first. */
export const conversationQuery = pageQuery.extend(conversationFilter.shape).extend({ direction: z.enum(['asc', 'desc']).optional() });
export type ConversationQuery = z.infer<typeof conversationQuery>;

/** Writes to a client who has not written first. Needs a channel that reaches them: `email` needs an address. */
export const conversationStart = newMessage
  .omit({ kind: true })
  .extend({ clientId: id, channel: channelId.default('email'), subject: line(200).optional() })
  .meta({ id: 'ConversationStart' });
export type ConversationStart = z.infer<typeof conversationStart>;

/** An absent part stays; null takes it away. Whoever may answer may take what nobody has; giving it to others needs chat.assign. */
export const conversationAssign = z.strictObject({ assigneeId: id.nullable().optional(), teamId: id.nullable().optional() }).meta({ id: 'ConversationAssign' });
export type ConversationAssign = z.infer<typeof conversationAssign>;
export const conversationLabels = z.strictObject({ labelIds: z.array(id).max(20) }).meta({ id: 'ConversationLabels' });
export const conversationPrioritise = z.strictObject({ priority: conversationPriority }).meta({ id: 'ConversationPrioritise' });
export const conversationSnooze = z.strictObject({ until: z.iso.datetime({ offset: true }) }).meta({ id: 'ConversationSnooze' });
/** Says which client is writing. Those out of the caller's reach do not exist for them. */
export const conversationLink = z.strictObject({ clientId: id }).meta({ id: 'ConversationLink' });
/** Read up to here; all of it unless told. */
export const conversationSeen = z.strictObject({ sequence: z.number().int().min(0).optional() }).meta({ id: 'ConversationSeen' });
export const conversationTyping = z.strictObject({ typing: z.boolean() }).meta({ id: 'ConversationTyping' });
