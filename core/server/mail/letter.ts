import type { RenderedMail } from './render.ts';

/** Something that goes with a mail. */
export interface MailAttachment {
  name: string;
  /** MIME type; `text/calendar; method=REQUEST` (RFC 6047) is shown as an invitation. */
  mime: string;
  /** Its bytes in Base64. */
  content: string;
}

/** A mail with its sender and reader, ready to leave. */
export interface Letter extends RenderedMail {
  to: string;
  from: { name: string; address: string };
  replyTo?: string | undefined;
  /** Message ids with their angle brackets (RFC 5322, 3.6.4). */
  messageId?: string | undefined;
  inReplyTo?: string | undefined;
  references?: readonly string[] | undefined;
  attachments?: readonly MailAttachment[] | undefined;
  /** Where a POST says that its reader wants no more of such mails, without any further question: the reader's mail program offers it as a button (RFC 8058). */
  unsubscribe?: string | undefined;
  /** A person wrote it, so that vacation notices may answer (RFC 3834). */
  personal?: boolean | undefined;
}
