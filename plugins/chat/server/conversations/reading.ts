import { Injectable } from '@nestjs/common';
import { Access, Database, Live } from '@loctelli/core/server';
import { chatConversationTopic, chatTypingTopic, visitorTypingTopic } from '../../contract.ts';
import { ConversationReach } from './conversation-reach.ts';

/** What the caller has read, and that they are writing. */
@Injectable()
export class Reading {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly live: Live,
    private readonly reach: ConversationReach,
  ) {}

  /** Read up to a sequence, all of it unless told; never less than before. */
  async read(id: number, upTo?: number): Promise<void> {
    const { lastSequence, lastIncomingSequence } = await this.reach.demand(id);
    const sequence = Math.min(upTo ?? lastSequence, lastSequence);
    await this.markRead(id, this.access.user.id, sequence, lastIncomingSequence);
    await this.#told(id);
  }

  async markRead(conversationId: number, userId: number, sequence: number, lastIncoming: number): Promise<void> {
    const unread = sequence < lastIncoming;
    await this.db.$executeRaw`
      insert into "ConversationRead" ("conversationId", "userId", sequence, unread) values (${conversationId}, ${userId}, ${sequence}, ${unread})
      on conflict ("tenantId", "conversationId", "userId") do update
      set sequence = greatest("ConversationRead".sequence, excluded.sequence), unread = excluded.unread`;
    await this.db.conversationMention.updateMany({ where: { conversationId, userId, readAt: null, message: { sequence: { lte: sequence } } }, data: { readAt: new Date() } });
  }

  /** So that it stands out again for the caller. */
  async unread(id: number): Promise<void> {
    await this.reach.demand(id);
    const userId = this.access.user.id;
    await this.db.$executeRaw`
      insert into "ConversationRead" ("conversationId", "userId", unread) values (${id}, ${userId}, true)
      on conflict ("tenantId", "conversationId", "userId") do update set unread = true`;
    await this.#told(id);
  }

  /** Tells colleagues and the visitor; kept nowhere. */
  async typing(id: number, typing: boolean): Promise<void> {
    const { visitorId } = await this.reach.demand(id, 'chat.reply');
    const { id: userId, name } = this.access.user;
    await this.live.publish(chatTypingTopic, { conversationId: id, from: 'staff', userId, name, typing }, { permission: 'chat.read' });
    if (visitorId !== null) await this.live.publish(visitorTypingTopic, { visitorId, name, typing }, { permission: 'chat.read' });
  }

  /** The caller's other windows. */
  #told = (conversationId: number) => this.live.publish(chatConversationTopic, { conversationId }, { userId: this.access.user.id });
}
