import { Injectable } from '@nestjs/common';
import { defineJob } from '@loctelli/core';
import { z } from 'zod';
import { newToken } from '../auth/one-time-links.ts';
import { Database } from '../database/database.ts';
import { Handles } from '../jobs/jobs.ts';
import { Mail } from '../mail/mail.ts';

/** Mails an invitation. Its secret is made only here, so that it is neither in the outbox nor in the queue; an earlier one is void. */
export const invitationMail = defineJob('core.invitation-mail', z.object({ invitationId: z.number().int(), origin: z.string() }));

@Injectable()
export class InvitationMail {
  constructor(
    private readonly db: Database,
    private readonly mail: Mail,
  ) {}

  @Handles(invitationMail)
  async send({ invitationId, origin }: z.infer<typeof invitationMail.data>): Promise<void> {
    const { token, digest } = newToken();
    const { count } = await this.db.invitation.updateMany({ where: { id: invitationId, status: 'pending' }, data: { digest } });
    if (count === 0) return;
    const row = await this.db.invitation.findFirstOrThrow({
      where: { id: invitationId },
      include: { invitedBy: { select: { name: true } } },
    });
    const link = `${origin}/accept-invitation?token=${token}`;
    await this.mail.deliver({ to: row.email, template: 'invitation', params: { inviter: row.invitedBy?.name ?? '', link } });
  }
}
