import { Injectable } from '@nestjs/common';
import { Database, Handles, Jobs, problem, Problem, Procedures, UnitOfWork, type JobRun } from '@loctelli/core/server';
import { chatErrors, defineChannel, deliverMessage, messageFailed, messageSent } from '../../contract.ts';
import type { ChannelDelivery, ChatMessage } from '../../contract.ts';
import { ConversationActs } from '../conversations/conversation-acts.ts';
import { ConversationNews } from '../conversations/conversation-news.ts';
import { attachmentOf } from '../attachments/attachment-row.ts';
import { MessageLog } from '../messages/append.ts';
import { messageOf, withAuthor, type MessageRow } from '../messages/message-row.ts';
import { MailUnread } from './mail-unread.ts';

interface Target {
  id: number;
  channel: string;
  status: string;
  address: string | null;
  clientReadSequence: number;
}

/** Takes what is written to clients to their channels. */
@Injectable()
export class Outbound {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly procedures: Procedures,
    private readonly log: MessageLog,
    private readonly acts: ConversationActs,
    private readonly news: ConversationNews,
    private readonly mailUnread: MailUnread,
  ) {}

  /**
   * Writes it, and has it delivered once it is written for sure. A closed conversation is open again then.
   * @param authorId null for the tenant as a whole
   * @throws chat.channel-away, chat.not-answerable
   */
  async write(target: Target, message: { key: string; body: string; attachmentIds: number[]; authorId: number | null; unsubscribe?: string | undefined }): Promise<MessageRow> {
    if (!(await this.procedures.offers(defineChannel(target.channel).deliver))) throw problem(chatErrors.channelAway);
    if (target.channel !== 'web' && !target.address) throw problem(chatErrors.notAnswerable);
    return this.uow.run(async () => {
      if (target.status === 'closed') await this.acts.reopen(target.id);
      const { message: row, repeated, before } = await this.log.append(target.id, { ...message, kind: 'outgoing', delivery: 'pending' });
      if (repeated) return row;
      await this.news.written(before, row.sequence);
      await this.news.emit(messageSent, before, { messageId: row.id, sequence: row.sequence, byId: row.authorId });
      if (before.channel !== 'web') {
        await this.jobs.add(deliverMessage, { messageId: row.id });
        return row;
      }
      // A visitor's browser follows the conversation itself: there is nothing to wait for.
      const { state } = await this.procedures.call(defineChannel(before.channel).deliver, deliveryOf(row, { ...target, ...before, thread: null }));
      await this.mailUnread.plan(target.id, row.sequence);
      return { ...row, delivery: state };
    });
  }

  /** Tries a message again that its channel gave up. Throws chat.message-not-found, chat.not-failed. */
  async retry(target: Target, messageId: number): Promise<ChatMessage> {
    const row = await this.db.message.findFirst({ where: { id: messageId, conversationId: target.id, kind: 'outgoing' }, include: withAuthor });
    if (!row) throw problem(chatErrors.messageNotFound);
    if (row.delivery !== 'failed') throw problem(chatErrors.notFailed);
    await this.db.message.update({ where: { id: messageId }, data: { delivery: 'pending', deliveryError: null } });
    await this.jobs.add(deliverMessage, { messageId });
    await this.news.changed(target.id);
    return messageOf({ ...row, delivery: 'pending', deliveryError: null }, target.clientReadSequence);
  }

  @Handles(deliverMessage)
  async deliver({ messageId }: { messageId: number }, { attempt }: JobRun): Promise<void> {
    const row = await this.db.message.findFirst({ where: { id: messageId, delivery: 'pending' }, include: { ...withAuthor, conversation: true } });
    if (!row) return;
    const { conversation } = row;
    try {
      const { state, externalId } = await this.procedures.call(defineChannel(conversation.channel).deliver, deliveryOf(row, conversation));
      const known = externalId === null ? null : `${conversation.channel}:${externalId}`;
      await this.db.message.updateMany({ where: { id: messageId, delivery: 'pending' }, data: { delivery: state, ...(known && { externalId: known }) } });
      await this.uow.run(() => this.news.changed(conversation.id));
    } catch (error) {
      const isFinal = (error instanceof Problem && error.definition.status < 500) || attempt >= deliverMessage.attempts;
      if (!isFinal) throw error;
      await this.uow.run(() => this.fail(messageId, (error as Error).message));
    }
  }

  /** Notes that a message did not arrive, and tells whoever wrote it and other plugins. Once said, it stays so. */
  async fail(messageId: number, reason: string): Promise<void> {
    const [row] = await this.db.message.updateManyAndReturn({
      where: { id: messageId, kind: 'outgoing', NOT: { delivery: 'failed' } },
      data: { delivery: 'failed', deliveryError: reason.slice(0, 500) },
    });
    if (!row) return;
    const conversation = await this.db.conversation.findFirstOrThrow({ where: { id: row.conversationId } });
    await this.news.changed(row.conversationId);
    await this.news.emit(messageFailed, conversation, { messageId, sequence: row.sequence, reason: row.deliveryError! });
    const told = row.authorId ?? conversation.assigneeId;
    if (told !== null) await this.news.notify(conversation, [told], 'failed');
  }
}

const deliveryOf = (row: MessageRow, conversation: { address: string | null; thread: string | null; subject: string | null; clientId: number | null }): ChannelDelivery => ({
  ...{ messageId: row.id, conversationId: row.conversationId, sequence: row.sequence, key: row.key, text: row.body, unsubscribe: row.unsubscribe },
  ...{ address: conversation.address, thread: conversation.thread, subject: conversation.subject, clientId: conversation.clientId },
  authorName: row.author?.name ?? null,
  attachments: row.attachments.map(attachmentOf),
});
