import { Injectable } from '@nestjs/common';
import { Access, Database, Implements } from '@loctelli/core/server';
import { clientRecords } from '../../../clients/contract.ts';
import type { ClientRecords } from '../../../clients/contract.ts';
import { ConversationReach } from '../conversations/conversation-reach.ts';

const message = { sequence: true, kind: true, body: true, authorName: true, delivery: true, createdAt: true, author: { select: { name: true } } } as const;
const attachments = { select: { file: { select: { name: true, mime: true, size: true } } } } as const;

/** What was written to and by a client, for the file that is handed to them. */
@Injectable()
export class ChatRecords {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly reach: ConversationReach,
  ) {}

  @Implements(clientRecords)
  async of({ clientId }: { clientId: number }): Promise<ClientRecords> {
    const where = { clientId };
    if (!this.access.can('chat.read')) {
      const kept = { conversations: await this.db.conversation.count({ where }), chatVisits: await this.db.chatVisitor.count({ where }) };
      return { sections: { conversations: [], chatVisits: [] }, leftOut: Object.entries(kept).flatMap(([section, count]) => (count ? [section] : [])) };
    }
    const total = await this.db.conversation.count({ where });
    const conversations = await this.db.conversation.findMany({
      where: { AND: [where, this.reach.where('chat.read')] },
      orderBy: { id: 'asc' },
      select: {
        ...{ channel: true, address: true, subject: true, status: true, createdAt: true, closedAt: true },
        messages: { where: { kind: { not: 'event' } }, orderBy: { sequence: 'asc' }, select: { ...message, attachments } },
      },
    });
    const chatVisits = await this.db.chatVisitor.findMany({
      where,
      orderBy: { id: 'asc' },
      select: { name: true, email: true, locale: true, zone: true, page: true, answers: true, lastSeenAt: true, createdAt: true },
    });
    return { sections: { conversations, chatVisits }, leftOut: conversations.length < total ? ['conversations'] : [] };
  }
}
