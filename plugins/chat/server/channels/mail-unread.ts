import { Injectable } from '@nestjs/common';
import { Access, Database, Handles, Jobs, UnitOfWork } from '@loctelli/core/server';
import { mailUnread } from '../../contract.ts';
import { Attachments } from '../attachments/attachments.service.ts';
import { EmailChannel } from './email-channel.ts';

/** How long a visitor has to read an answer before it is sent after them. */
const patienceMs = 3 * 60_000;

/** Visitors who leave before they are answered get the answer by mail, if they gave an address; what they write back joins the conversation. */
@Injectable()
export class MailUnread {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly access: Access,
    private readonly email: EmailChannel,
    private readonly attachments: Attachments,
  ) {}

  async plan(conversationId: number, sequence: number): Promise<void> {
    const row = await this.db.conversation.findFirst({ where: { id: conversationId, visitor: { is: { email: { not: null } } } }, select: { id: true } });
    if (row) await this.jobs.add(mailUnread, { conversationId, sequence }, { delayMs: patienceMs });
  }

  /** One mail for all that waits; nothing where they have read meanwhile, or an earlier one took it along. */
  @Handles(mailUnread)
  async send({ conversationId, sequence }: { conversationId: number; sequence: number }): Promise<void> {
    const row = await this.db.conversation.findFirst({ where: { id: conversationId }, include: { visitor: true } });
    const from = Math.max(row?.clientReadSequence ?? 0, row?.mailedSequence ?? 0);
    if (!row?.visitor?.email || from >= sequence) return;
    const unread = await this.db.message.findMany({
      where: { conversationId, kind: 'outgoing', sequence: { gt: from } },
      orderBy: { sequence: 'asc' },
      take: 50,
      include: { author: { select: { name: true } }, attachments: { select: { id: true } } },
    });
    const last = unread.at(-1);
    if (!last) return;
    const messageId = await this.email.post(conversationId, {
      ...{ key: last.key, to: row.visitor.email, subject: row.subject ?? this.access.tenant.name, fromName: last.author?.name ?? null },
      body: unread.map(({ body }) => body).filter(Boolean).join('\n\n'),
      references: await this.email.references(conversationId),
      attachments: await Promise.all(unread.flatMap(({ attachments }) => attachments.map(({ id }) => this.attachments.read(id)))),
    });
    await this.uow.run(async () => {
      await this.db.conversation.update({ where: { id: conversationId }, data: { mailedSequence: last.sequence } });
      await this.db.message.updateMany({ where: { id: last.id, externalId: null }, data: { externalId: `email:${messageId}` } });
    });
  }
}
