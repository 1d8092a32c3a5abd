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
    const total = await this.db.conversation.count({ where: { clientId } });
    const conversations = this.access.can('chat.read')
      ? await this.db.conversation.findMany({
          where: { AND: [{ clientId }, this.reach.where('chat.read')] },
          orderBy: { id: 'asc' },
          select: {
            ...{ channel: true, address: true, subject: true, status: true, createdAt: true, closedAt: true },
            messages: { where: { kind: { not: 'event' } }, orderBy: { sequence: 'asc' }, select: { ...message, attachments } },
          },
        })
      : [];
    const visits = await this.db.chatVisitor.findMany({
      where: { clientId },
      orderBy: { id: 'asc' },
      select: { name: true, email: true, locale: true, zone: true, page: true, answers: true, lastSeenAt: true, createdAt: true },
    });
    return { sections: { conversations, chatVisits: visits }, leftOut: conversations.length < total ? ['conversations'] : [] };
  }
}
