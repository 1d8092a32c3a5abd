import { Injectable } from '@nestjs/common';
import { defineJob, locale, type Locale } from '@loctelli/core';
import { z } from 'zod';
import { Handles, Jobs } from '../jobs/jobs.ts';
import { BrandService } from '../tenancy/brand.service.ts';
import { context } from '../tenancy/context.ts';
import type { Template } from './messages/message.ts';
import { Postman } from './postman.ts';
import { renderMail } from './render.ts';
import { senderOf } from './sender.ts';

/** One mail to one reader. */
export interface MailOrder {
  to: string;
  template: Template;
  /** Fills the template's placeholders. `notice` takes subject, heading, body and, for a link, button and link. */
  params?: Record<string, string>;
  /** The reader's language; the tenant's when unknown. */
  locale?: string | null;
}

const order = z.object({
  to: z.string(),
  template: z.string(),
  params: z.record(z.string(), z.string()).default({}),
  locale: locale.nullable().default(null),
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
  async send({ to, template, params = {}, locale: language }: MailOrder): Promise<void> {
    await this.jobs.add(sendMail, { to, template, params, locale: languageOf(language) });
  }

  /** Sends a mail now, from within a job: for links, whose secrets must not lie in a queue. Rejects when the mail server refuses. */
  async deliver({ to, template, params = {}, locale: language }: MailOrder): Promise<void> {
    const tenant = context.get('tenant');
    if (!tenant) throw new Error('No tenant in this context, so no mail.');
    const { brand } = await this.brands.front(tenant);
    await this.postman.post({
      to,
      from: senderOf(brand.mailSender, await this.brands.hostOf(tenant)),
      ...renderMail(template, params, brand, languageOf(language) ?? tenant.locale),
    });
  }

  @Handles(sendMail)
  async handle({ to, template, params, locale: language }: z.infer<typeof order>): Promise<void> {
    await this.deliver({ to, template: template as Template, params, locale: language });
  }
}

const languageOf = (language: string | null | undefined): Locale | null => locale.safeParse(language).data ?? null;
