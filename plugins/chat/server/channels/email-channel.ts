import { Injectable } from '@nestjs/common';
import { Access, BrandService, Database, Implements, Mail, problem, Settings } from '@loctelli/core/server';
import { chatErrors, emailChannel } from '../../contract.ts';
import type { ChannelDelivery, ChannelReceipt } from '../../contract.ts';
import { Attachments } from '../attachments/attachments.service.ts';
import { ReplyAddress } from '../mail/reply-address.ts';

const mostReferences = 10;

/** Mail in the tenant's name: a letter as a person writes it, in the thread of what was written before. */
@Injectable()
export class EmailChannel {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly mail: Mail,
    private readonly brands: BrandService,
    private readonly settings: Settings,
    private readonly replies: ReplyAddress,
    private readonly attachments: Attachments,
  ) {}

  /** Called within a job. Its Message-ID is the message's own key, so that a repeat after a crash is the same mail. */
  @Implements(emailChannel.deliver)
  async deliver(message: ChannelDelivery): Promise<ChannelReceipt> {
    if (!message.address) throw problem(chatErrors.notAnswerable);
    const earlier = await this.references(message.conversationId, message.sequence);
    const messageId = await this.post(message.conversationId, {
      key: message.key,
      to: message.address,
      subject: subjectOf(message.subject ?? this.access.tenant.name, earlier.length > 0),
      body: message.text,
      fromName: message.authorName,
      references: earlier,
      ...(message.unsubscribe && { unsubscribe: message.unsubscribe }),
      attachments: await Promise.all(message.attachments.map(({ id }) => this.attachments.read(id))),
    });
    return { state: 'sent', externalId: messageId };
  }

  /** @returns the mail's Message-ID */
  async post(
    conversationId: number,
    { key, to, subject, body, fromName, unsubscribe, references = [], attachments = [] }: { key: string; to: string; subject: string; body: string; fromName: string | null; unsubscribe?: string; references?: string[]; attachments?: { name: string; mime: string; content: string }[] },
  ): Promise<string> {
    const messageId = `<${key}@${(await this.brands.hostOf(this.access.tenant)).replace(/:.*$/, '')}>`;
    const { inboundAddress } = await this.settings.get<{ inboundAddress?: string }>('chat');
    const inReplyTo = references.at(-1);
    await this.mail.deliver({
      ...{ to, template: 'letter', params: { subject, body }, messageId, attachments },
      ...(fromName && { fromName }),
      ...(unsubscribe && { unsubscribe }),
      ...(inReplyTo && { inReplyTo, references }),
      ...(inboundAddress && { replyTo: this.replies.of(inboundAddress, conversationId) }),
    });
    return messageId;
  }

  /** Message-IDs of a conversation's last mails, the newest last. */
  async references(conversationId: number, before?: number): Promise<string[]> {
    const rows = await this.db.message.findMany({
      where: { conversationId, externalId: { startsWith: 'email:' }, ...(before !== undefined && { sequence: { lt: before } }) },
      orderBy: { sequence: 'desc' },
      take: mostReferences,
      select: { externalId: true },
    });
    return rows.map(({ externalId }) => externalId!.slice('email:'.length)).reverse();
  }
}

const subjectOf = (subject: string, isAnswer: boolean) => (isAnswer && !/^re\s*:/i.test(subject) ? `Re: ${subject}` : subject);
