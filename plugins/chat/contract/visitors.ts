import { z } from 'zod';
import { email, id, instant, line, locale, zone } from '@loctelli/core';
import { chatAttachment } from './messages.ts';

/**
 * The doors of the website's chat, below `/chat/visitor`. They are open to pages of the allowed origins, carry no cookie, and know a visitor
 * by the token in this header alone; `start` gives it.
 */
export const visitorHeader = 'x-visitor';

const asked = z.enum(['no', 'optional', 'required']);
/** What the chat looks like and asks, before anybody wrote. */
export const widgetConfig = z
  .object({
    name: z.string(),
    colour: z.string(),
    radius: z.number(),
    logo: z.string().nullable(),
    /** For dark surfaces. */
    logoDark: z.string().nullable(),
    greeting: z.string().nullable(),
    offlineText: z.string().nullable(),
    /** Whether somebody is there now, by the office hours. */
    open: z.boolean(),
    /** When that changes next; null when it does not within a week. */
    changesAt: instant.nullable(),
    /** Zone of the office hours. */
    zone: z.string(),
    locale,
    languages: z.array(locale),
    askName: asked,
    askEmail: asked,
    /** As they stand in the settings: `What is it about? [Repair | New roof] *`. The script reads them; answers come under what stands before the brackets. */
    questions: z.array(z.string()),
  })
  .meta({ id: 'ChatWidgetConfig' });
export type WidgetConfig = z.infer<typeof widgetConfig>;

/** Who the website says its visitor is; `hash` is the hex HMAC-SHA256 of `externalId` under the identity secret. */
const visitorIdentity = z.strictObject({
  externalId: line(100),
  hash: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits'),
  email: email.optional(),
  name: line(100).optional(),
});
const about = {
  name: line(100).optional(),
  email: email.optional(),
  /** Answers to the questions, by question. */
  answers: z.record(z.string().max(120), z.string().trim().max(500)).optional(),
  locale: locale.optional(),
  zone: zone.optional(),
  /** Address of the page they are on. */
  page: z.string().max(500).optional(),
};
/** Begins, or with the token in the header goes on; what is said anew is kept. */
export const visitorStart = z.strictObject({ identity: visitorIdentity.optional(), ...about }).meta({ id: 'ChatVisitorStart' });
export type VisitorStart = z.infer<typeof visitorStart>;

/** The conversation as its visitor sees it. */
export const visitorConversation = z
  .object({ id: z.number().int(), status: z.enum(['open', 'closed']), lastSequence: z.number().int(), readSequence: z.number().int(), staffName: z.string().nullable() })
  .meta({ id: 'VisitorConversation' });
export const visitorSession = z
  .object({
    /** To be sent as `x-visitor`; null when the one that was sent goes on. Kept here as a digest only. */
    token: z.string().nullable(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    verified: z.boolean(),
    /** The one they are in; null until they write. */
    conversation: visitorConversation.nullable(),
  })
  .meta({ id: 'VisitorSession' });
export type VisitorSession = z.infer<typeof visitorSession>;

/** What visitors see of a message: no note ever, of events those that concern them. */
export const visitorMessage = z
  .object({
    sequence: z.number().int(),
    key: z.uuid(),
    kind: z.enum(['incoming', 'outgoing', 'event']),
    body: z.string(),
    /** Of an event. */
    what: z.enum(['closed', 'reopened']).nullable(),
    authorName: z.string().nullable(),
    attachments: z.array(chatAttachment),
    createdAt: instant,
  })
  .meta({ id: 'VisitorMessage' });
export type VisitorMessage = z.infer<typeof visitorMessage>;
/** Sequences grow, but not all of them are for visitors to see. */
export const visitorMessages = z
  .object({ items: z.array(visitorMessage), more: z.boolean(), conversation: visitorConversation.nullable() })
  .meta({ id: 'VisitorMessages' });
export const visitorMessageQuery = z.strictObject({ after: z.coerce.number().int().min(0).default(0), limit: z.coerce.number().int().min(1).max(200).default(100) });
export type VisitorMessageQuery = z.infer<typeof visitorMessageQuery>;
/** The first one opens the conversation; one after it was closed opens it again. The same key again is the same message. */
export const visitorSend = z
  .strictObject({ key: z.uuid(), body: z.string().trim().max(4000).default(''), attachmentIds: z.array(id).max(5).default([]) })
  .meta({ id: 'VisitorSend' });
export type VisitorSend = z.infer<typeof visitorSend>;
export const visitorStreamQuery = z.strictObject({ after: z.coerce.number().int().min(0).default(0) });
/** A message left outside office hours. */
export const offlineForm = z
  .strictObject({ ...about, key: z.uuid(), name: line(100), email, body: z.string().trim().min(1).max(4000) })
  .meta({ id: 'ChatOfflineForm' });
export type OfflineForm = z.infer<typeof offlineForm>;
