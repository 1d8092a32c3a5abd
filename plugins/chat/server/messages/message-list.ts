import { Injectable } from '@nestjs/common';
import type { Page, PageQuery } from '@loctelli/core';
import { Database, seek } from '@loctelli/core/server';
import type { ChatMessage, MessageList as Messages, MessageQuery } from '../../contract.ts';
import { ConversationList } from '../conversations/conversation-list.ts';
import { ConversationReach } from '../conversations/conversation-reach.ts';
import { messageOf, withAuthor } from './message-row.ts';

/** What was written, for its staff. */
@Injectable()
export class MessageList {
  constructor(
    private readonly db: Database,
    private readonly reach: ConversationReach,
    private readonly conversations: ConversationList,
  ) {}

  /** In the order it was written. Throws chat.not-found. */
  async page(conversationId: number, { after, before, limit }: MessageQuery): Promise<Messages> {
    const { lastSequence, clientReadSequence } = await this.reach.demand(conversationId);
    const forwards = after !== undefined;
    const rows = await this.db.message.findMany({
      where: { conversationId, sequence: { ...(forwards && { gt: after }), ...(before !== undefined && { lt: before }) } },
      orderBy: { sequence: forwards ? 'asc' : 'desc' },
      take: limit + 1,
      include: withAuthor,
    });
    const page = rows.slice(0, limit).map((row) => messageOf(row, clientReadSequence));
    return { items: forwards ? page : page.reverse(), more: rows.length > limit, lastSequence };
  }

  /** All that a client wrote and was written, newest first, without what was only done. Throws chat.client-not-found. */
  async ofClient(clientId: number, { cursor, limit }: PageQuery): Promise<Page<ChatMessage & { channel: string; subject: string | null }>> {
    await this.conversations.demandClient(clientId);
    const order = seek({ sort: [{ field: 'createdAt', direction: 'desc', type: 'date' }], cursor, limit });
    const rows = await this.db.message.findMany({
      where: { AND: [{ kind: { not: 'event' }, conversation: { is: { AND: [{ clientId }, this.reach.where('chat.read')] } } }, order.where] },
      orderBy: order.orderBy,
      take: order.take,
      include: { ...withAuthor, conversation: { select: { channel: true, subject: true, clientReadSequence: true } } },
    });
    const page = order.page(rows);
    return { ...page, items: page.items.map(({ conversation: { channel, subject, clientReadSequence }, ...row }) => ({ ...messageOf(row, clientReadSequence), channel, subject })) };
  }
}
