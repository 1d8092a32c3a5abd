import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Config } from '../config/config.ts';
import type { Letter, MailAttachment } from './letter.ts';
import { Mailbox } from './mailbox.ts';

/** Hands mail to the SMTP server, or to the mailbox on disk where none is configured. */
@Injectable()
export class Postman implements OnApplicationShutdown {
  readonly #smtp: Transporter | undefined;

  constructor(
    config: Config,
    private readonly mailbox: Mailbox,
  ) {
    if (config.smtpUrl)
      this.#smtp = createTransport({
        url: config.smtpUrl,
        pool: true,
        connectionTimeout: 10_000,
        greetingTimeout: 10_000,
        socketTimeout: 30_000,
        disableFileAccess: true,
        disableUrlAccess: true,
      } as never);
  }

  async post(letter: Letter): Promise<void> {
    const message = messageOf(letter);
    if (this.#smtp) return void (await this.#smtp.sendMail(message));
    const eml = await createTransport({ streamTransport: true, buffer: true, newline: 'unix' }).sendMail(message);
    await this.mailbox.keep(letter, eml.message as Buffer);
  }

  onApplicationShutdown(): void {
    this.#smtp?.close();
  }
}

function messageOf({ personal, attachments = [], references, unsubscribe, ...letter }: Letter) {
  const isInvitation = ({ mime }: MailAttachment) => /^text\/calendar\s*;/i.test(mime);
  const invitation = attachments.find(isInvitation);
  return {
    ...letter,
    to: { name: '', address: letter.to },
    headers: { ...(!personal && { 'Auto-Submitted': 'auto-generated' }), ...(unsubscribe && { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }) },
    ...(references?.length && { references: [...references] }),
    ...(invitation && { icalEvent: { filename: invitation.name, method: /method=(\w+)/i.exec(invitation.mime)?.[1] ?? 'PUBLISH', content: Buffer.from(invitation.content, 'base64') } }),
    attachments: attachments.filter((each) => each !== invitation).map(({ name, mime, content }) => ({ filename: name, contentType: mime, content: Buffer.from(content, 'base64') })),
  };
}
