import { Injectable } from '@nestjs/common';
import { defineJob, locale, type Locale } from '@loctelli/core';
import { z } from 'zod';
import { Handles, Jobs } from '../jobs/jobs.ts';
import { BrandService } from '../tenancy/brand.service.ts';
import { context } from '../tenancy/context.ts';
import type { Letter } from './letter.ts';
import type { Template } from './messages/message.ts';
import { Postman } from './postman.ts';
import { renderMail } from './render.ts';
import { senderOf } from './sender.ts';

/** One mail to one reader. */
export interface MailOrder extends Pick<Letter, 'replyTo' | 'messageId' | 'inReplyTo' | 'references' | 'attachments' | 'unsubscribe'> {
  to: string;
  template: Template;
  /** Fills the template's placeholders. `notice` takes subject, heading, body, note and, for a link, button and link; `letter` subject and body. */
  params?: Record<string, string>;
  /** The reader's language; the tenant's when unknown. */
  locale?: string | null;
  /** Name of the sender, beside the tenant's address; the tenant's unless told. */
  fromName?: string | undefined;
}

const order = z.object({
  to: z.string(),
  template: z.string(),
  params: z.record(z.string(), z.string()).default({}),
  locale: locale.nullable().default(null),
  fromName: z.string().optional(),
  replyTo: z.string().optional(),
  messageId: z.string().optional(),
  inReplyTo: z.string().optional(),
  references: z.array(z.string()).optional(),
  unsubscribe: z.url().optional(),
  attachments: z.array(z.object({ name: z.string(), mime: z.string(), content: z.string() })).optional(),
});
export const sendMail = defineJob('core.send-mail', order, { attempts: 12 });

/** Mail in the tenant's name. */
@Injectable()
export class Mail {
  constructor(
    private readonly jobs: Jobs,
    private readonly brands: BrandService,
    private readonly postman: Postman,
  ) {}

  /** Has a mail sent when the open unit of work commits; tried again while the mail server fails. What it says is kept until then. */
  async send({ params = {}, locale: language, references, attachments, ...mail }: MailOrder): Promise<void> {
    const lists = { ...(references && { references: [...references] }), ...(attachments && { attachments: [...attachments] }) };
    await this.jobs.add(sendMail, { ...mail, ...lists, params, locale: languageOf(language) });
  }

  /** Sends a mail now, from within a job: for links, whose secrets must not lie in a queue. Rejects when the mail server refuses. */
  async deliver({ template, params = {}, locale: language, fromName, ...mail }: MailOrder): Promise<void> {
    const tenant = context.get('tenant');
    if (!tenant) throw new Error('No tenant in this context, so no mail.');
    const { brand } = await this.brands.front(tenant);
    const from = senderOf(brand.mailSender, await this.brands.hostOf(tenant));
    await this.postman.post({
      ...mail,
      personal: template === 'letter',
      from: fromName ? { ...from, name: fromName } : from,
      ...renderMail(template, params, brand, languageOf(language) ?? tenant.locale),
    });
  }

  @Handles(sendMail)
  async handle({ template, ...mail }: z.infer<typeof order>): Promise<void> {
    await this.deliver({ ...mail, template: template as Template });
  }
}

const languageOf = (language: string | null | undefined): Locale | null => locale.safeParse(language).data ?? null;
