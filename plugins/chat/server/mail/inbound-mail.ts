import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { email as emailAddress } from '@loctelli/core';
import { Database, Every, problem, UnitOfWork } from '@loctelli/core/server';
import { chatErrors } from '../../contract.ts';
import type { InboundMailResult } from '../../contract.ts';
import { Inbound } from '../channels/inbound.ts';
import { Outbound } from '../channels/outbound.ts';
import { ConversationActs } from '../conversations/conversation-acts.ts';
import { WidgetSettings } from '../visitors/widget-settings.ts';
import { readMail, type ReadMail } from './read-mail.ts';
import { ReplyAddress } from './reply-address.ts';
import { demandMailSigned } from './signature.ts';

const keptMs = 90 * 86_400_000;

/** Takes in mail, each one once. */
@Injectable()
export class InboundMail {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly settings: WidgetSettings,
    private readonly replies: ReplyAddress,
    private readonly inbound: Inbound,
    private readonly outbound: Outbound,
    private readonly acts: ConversationActs,
  ) {}

  /** Throws chat.not-mail, chat.wrong-signature. */
  async take(raw: unknown, signature: string | undefined): Promise<InboundMailResult> {
    if (!Buffer.isBuffer(raw)) throw problem(chatErrors.notMail);
    demandMailSigned(signature, raw, (await this.settings.get()).inboundSecret);
    const mail = await readMail(raw);
    const digest = createHash('sha256').update(mail.messageId).digest('base64url');
    return this.uow.run(async () => {
      // Its key is taken first: the same mail at the same time waits here, and then finds it done.
      const { count } = await this.db.chatInboundMail.createMany({ data: [{ digest, outcome: 'ignored' }], skipDuplicates: true });
      if (count === 0) {
        const known = await this.db.chatInboundMail.findFirstOrThrow({ where: { digest } });
        return { outcome: known.outcome as InboundMailResult['outcome'], duplicate: true };
      }
      const { outcome, messageId = null } = await this.#handle(mail);
      if (outcome !== 'ignored') await this.db.chatInboundMail.updateMany({ where: { digest }, data: { outcome, messageId } });
      return { outcome, duplicate: false };
    });
  }

  /** Signatures are refused after minutes; what is kept to know repeats by need not be kept for ever. */
  @Every('1 day')
  async purge(): Promise<void> {
    await this.db.chatInboundMail.deleteMany({ where: { createdAt: { lt: new Date(Date.now() - keptMs) } } });
  }

  async #handle(mail: ReadMail): Promise<{ outcome: InboundMailResult['outcome']; messageId?: number }> {
    if (mail.bounce) return this.#bounced(mail.bounce);
    const sender = emailAddress.safeParse(mail.from?.address);
    if (mail.isAutomatic || !sender.success) return { outcome: 'ignored' };
    const conversationId = this.replies.conversationIn(mail.to) ?? (await this.#answered(mail.answers));
    const { messageId } = await this.inbound.take({
      channel: 'email',
      externalId: mail.messageId,
      // A mail that answers nothing begins a conversation of its own.
      thread: mail.messageId,
      ...(conversationId !== null && { conversationId }),
      from: { address: sender.data, name: nameIn(mail) ?? sender.data.split('@')[0]!, email: sender.data },
      subject: mail.subject,
      text: mail.text || mail.subject || '—',
      attachments: mail.attachments,
    });
    return { outcome: 'received', messageId };
  }

  async #answered(messageIds: readonly string[]): Promise<number | null> {
    if (messageIds.length === 0) return null;
    const rows = await this.db.message.findMany({ where: { externalId: { in: messageIds.map((id) => `email:${id}`) } }, select: { conversationId: true, externalId: true } });
    const nearest = messageIds.find((id) => rows.some(({ externalId }) => externalId === `email:${id}`));
    return rows.find(({ externalId }) => externalId === `email:${nearest}`)?.conversationId ?? null;
  }

  async #bounced({ messageIds, reason }: NonNullable<ReadMail['bounce']>): Promise<{ outcome: InboundMailResult['outcome'] }> {
    const rows = await this.db.message.findMany({
      where: { kind: 'outgoing', externalId: { in: messageIds.map((id) => `email:${id}`) }, NOT: { delivery: 'failed' } },
      include: { conversation: { select: { id: true, visitorId: true } } },
    });
    for (const { id, conversation } of rows) {
      await this.outbound.fail(id, reason);
      await this.acts.tell(conversation, 'bounced', { reason });
    }
    return { outcome: rows.length ? 'bounced' : 'ignored' };
  }
}

const nameIn = ({ from }: ReadMail) => from?.name?.replace(/\p{Cc}/gu, '').trim() || null;
