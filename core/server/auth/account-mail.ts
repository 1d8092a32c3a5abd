import { Injectable } from '@nestjs/common';
import { defineJob, type Locale } from '@loctelli/core';
import { z } from 'zod';
import { Database } from '../database/database.ts';
import { Handles } from '../jobs/jobs.ts';
import { Mail } from '../mail/mail.ts';
import { OneTimeLinks } from './one-time-links.ts';

/** Mails an account its link. The link is made only here, so that its secret is neither in the outbox nor in the queue. */
export const accountMail = defineJob(
  'core.account-mail',
  z.object({ email: z.string(), kind: z.enum(['reset', 'verify', 'registered-again']), origin: z.string() }),
);

@Injectable()
export class AccountMail {
  constructor(
    private readonly db: Database,
    private readonly links: OneTimeLinks,
    private readonly mail: Mail,
  ) {}

  /** Does nothing for an address without an active account: whoever asked was told the same either way. */
  @Handles(accountMail)
  async send({ email, kind, origin }: z.infer<typeof accountMail.data>): Promise<void> {
    const user = await this.db.user.findFirst({ where: { email, isActive: true } });
    if (!user) return;
    const purpose = kind === 'verify' ? 'verify' : 'reset';
    const token = await this.links.create(purpose, user.id);
    if (!token) return;
    const link = `${origin}/${purpose === 'verify' ? 'verify-email' : 'reset-password'}?token=${token}`;
    await this.mail.deliver({ to: email, template: kind, params: { name: user.name, link }, locale: user.locale as Locale | null });
  }
}
