import { Injectable } from '@nestjs/common';
import { Access, Database, problem } from '@loctelli/core/server';
import { chatErrors } from '../../contract.ts';
import type { ChatMessage, NewMessage } from '../../contract.ts';
import { Attachments } from '../attachments/attachments.service.ts';
import { Outbound } from '../channels/outbound.ts';
import { ConversationNews } from '../conversations/conversation-news.ts';
import { ConversationReach } from '../conversations/conversation-reach.ts';
import { Reading } from '../conversations/reading.ts';
import { MessageLog } from './append.ts';
import { mentionsIn } from './mentions.ts';
import { messageOf } from './message-row.ts';

/** What staff write: to the client, or among themselves. */
@Injectable()
export class SendMessage {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly reach: ConversationReach,
    private readonly log: MessageLog,
    private readonly outbound: Outbound,
    private readonly attachments: Attachments,
    private readonly reading: Reading,
    private readonly news: ConversationNews,
  ) {}

  /** Throws chat.not-found, chat.nothing-to-send, chat.attachment-not-found, chat.not-answerable, chat.channel-away. */
  async send(conversationId: number, message: NewMessage): Promise<ChatMessage> {
    const row = await this.reach.demand(conversationId, 'chat.reply');
    const { id: me } = this.access.user;
    if (!message.body && message.attachmentIds.length === 0) throw problem(chatErrors.nothingToSend);
    // A repeat comes with files that are its own message's already.
    const isRepeat = message.attachmentIds.length > 0 && (await this.db.message.findFirst({ where: { conversationId, key: message.key }, select: { id: true } }));
    if (!isRepeat) await this.attachments.demandFree(message.attachmentIds, { uploaderId: me });
    const written = message.kind === 'note' ? await this.#note(row, message) : await this.outbound.write(row, { ...message, authorId: me });
    await this.reading.markRead(conversationId, me, written.sequence, row.lastIncomingSequence);
    return messageOf(written, row.clientReadSequence);
  }

  /** Only for staff; those it names are told, as far as they may see the conversation. */
  async #note(conversation: Awaited<ReturnType<ConversationReach['demand']>>, { key, body, attachmentIds }: NewMessage) {
    const { id } = conversation;
    const { id: me, name } = this.access.user;
    const mentions = await this.news.readers(id, mentionsIn(body));
    const { message, repeated } = await this.log.append(id, { kind: 'note', key, body, authorId: me, mentions, attachmentIds });
    if (repeated) return message;
    const others = mentions.filter((userId) => userId !== me);
    await this.db.conversationMention.createMany({ data: others.map((userId) => ({ conversationId: id, messageId: message.id, userId })) });
    await this.news.written(conversation, message.sequence);
    await this.news.notify(conversation, others, 'mentioned', { name });
    return message;
  }
}
