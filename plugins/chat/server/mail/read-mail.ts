import { createHash } from 'node:crypto';
import { simpleParser, type AddressObject, type ParsedMail } from 'mailparser';
import { withoutQuoted } from './quoted.ts';

/** A mail as far as the inbox cares. */
export interface ReadMail {
  /** Its Message-ID with its angle brackets, or a name made of its bytes where it has none. */
  messageId: string;
  from: { address: string; name: string | null } | null;
  /** Wherever it was sent to, as far as its headers tell. */
  to: string[];
  subject: string | null;
  text: string;
  /** Message-IDs it answers, the nearest first. */
  answers: string[];
  attachments: { name: string; content: string }[];
  /** Whether a machine wrote it (RFC 3834): nobody is to be answered. */
  isAutomatic: boolean;
  /** Set when it says that mail of ours did not arrive (RFC 3464). */
  bounce: { messageIds: string[]; reason: string } | null;
}

const mostAttachments = 20;
const longestText = 20_000;

/** Reads a raw mail. Never throws for what a mail may hold. */
export async function readMail(raw: Buffer): Promise<ReadMail> {
  const mail = await simpleParser(raw, { skipTextToHtml: true, skipImageLinks: true, maxHtmlLengthToParse: 2_000_000 });
  const from = addressesOf(mail.from)[0] ?? null;
  const references = [...idsIn(mail.references), ...idsIn(mail.inReplyTo)];
  const bounce = bounceOf(mail, from?.address ?? '', raw);
  return {
    messageId: idsIn(mail.messageId)[0] ?? `<${createHash('sha256').update(raw).digest('hex')}@unnamed>`,
    from,
    to: [...addressesOf(mail.to), ...addressesOf(mail.cc)].map(({ address }) => address).concat(...['delivered-to', 'x-original-to', 'x-forwarded-to', 'envelope-to'].map((name) => headerLines(mail, name))),
    subject: mail.subject?.replace(/\s+/g, ' ').trim().slice(0, 200) || null,
    text: withoutQuoted(mail.text ?? '').slice(0, longestText),
    answers: [...new Set(references.reverse())].slice(0, 50),
    attachments: bounce ? [] : filesOf(mail),
    isAutomatic: isAutomatic(mail, from?.address ?? ''),
    bounce,
  };
}

function filesOf(mail: ParsedMail): ReadMail['attachments'] {
  // What only draws the letter, such as a logo in a signature, is no file somebody sent.
  const sent = mail.attachments.filter(({ related, size }) => !related && size > 0);
  return sent.slice(0, mostAttachments).map(({ filename, content }) => ({ name: (filename ?? 'file').slice(0, 300), content: content.toString('base64') }));
}

function isAutomatic(mail: ParsedMail, from: string): boolean {
  const said = (name: string) => headerLines(mail, name).join(' ').toLowerCase();
  const submitted = said('auto-submitted');
  if (submitted && !/\bno\b/.test(submitted)) return true;
  if (/bulk|junk|list|auto_reply/.test(said('precedence')) || said('x-autoreply') || said('x-autorespond') || said('list-id')) return true;
  return /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply)@/i.test(from);
}

function bounceOf(mail: ParsedMail, from: string, raw: Buffer): ReadMail['bounce'] {
  const type = headerLines(mail, 'content-type').join(' ');
  const isReport = /multipart\/report/i.test(type) && /delivery-status/i.test(type);
  if (!isReport && !/^(mailer-daemon|postmaster)@/i.test(from)) return null;
  const text = raw.subarray(0, 500_000).toString('latin1');
  if (isReport && !/^Action:\s*failed/im.test(text)) return null;
  const own = idsIn(mail.messageId)[0];
  const named = [...text.matchAll(/^(?:X-)?(?:Original-)?Message-ID:\s*(<[^<>\s]+>)/gim)].map(([, id]) => id!);
  const ids = [...named, ...idsIn(mail.references), ...idsIn(mail.inReplyTo)].filter((id) => id !== own);
  const reason = /^Diagnostic-Code:\s*(?:smtp;\s*)?([^\r\n]+(?:\r?\n[ \t][^\r\n]+)*)/im.exec(text)?.[1] ?? /^Status:\s*([^\r\n]+)/im.exec(text)?.[1] ?? mail.subject ?? '';
  return { messageIds: [...new Set(ids)], reason: reason.replace(/\s+/g, ' ').trim().slice(0, 300) };
}

const idsIn = (header: string | string[] | undefined): string[] => [header ?? []].flat().flatMap((text) => text.match(/<[^<>\s]{1,300}>/g) ?? []);

function addressesOf(found: AddressObject | AddressObject[] | undefined): { address: string; name: string | null }[] {
  return [found ?? []].flat().flatMap(({ value }) => value.flatMap(({ address, name, group }) => (group ? [] : address ? [{ address: address.toLowerCase(), name: name?.trim().slice(0, 200) || null }] : [])));
}

const headerLines = (mail: ParsedMail, name: string): string[] =>
  mail.headerLines.filter(({ key }) => key === name).map(({ line }) => line.slice(line.indexOf(':') + 1).replace(/\s+/g, ' ').trim());
