import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import ICAL from 'ical.js';
import { simpleParser, type ParsedMail } from 'mailparser';
import { eventually } from '../core/testing/eventually.ts';

/** The newest mail to somebody whose subject or text has these words, as it would travel. */
export function mailTo(address: string, words: string): Promise<ParsedMail> {
  return eventually(async () => {
    const folder = process.env.E2E_MAILBOX!;
    const files = (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort().reverse();
    for (const file of files) {
      const mail = await simpleParser(await readFile(path.join(folder, file)));
      const to = [mail.to ?? []].flat().flatMap(({ value }) => value.map((one) => one.address));
      if (to.includes(address) && `${mail.subject}\n${mail.text}`.includes(words)) return mail;
    }
    throw new Error(`No mail to ${address} with "${words}" among ${files.length}.`);
  }, 30_000);
}

/** The calendar entry that a mail brings, read by another program than the one that wrote it. */
export function invitationIn(mail: ParsedMail) {
  const file = mail.attachments.find(({ contentType }) => contentType === 'text/calendar');
  if (!file) throw new Error(`"${mail.subject}" has no calendar entry, but ${mail.attachments.map(({ contentType }) => contentType).join(', ') || 'nothing'}.`);
  return readInvitation(file.content.toString('utf8'));
}

export function readInvitation(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
  return {
    method: calendar.getFirstPropertyValue('method') as string,
    uid: event.uid,
    sequence: event.sequence,
    summary: event.summary,
    start: event.startDate.toJSDate().toISOString(),
    end: event.endDate.toJSDate().toISOString(),
  };
}
