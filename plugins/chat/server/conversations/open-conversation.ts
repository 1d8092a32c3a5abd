import { Injectable } from '@nestjs/common';
import { Database } from '@loctelli/core/server';
import { conversationOpened } from '../../contract.ts';
import { ConversationNews } from './conversation-news.ts';

interface NewConversation {
  channel: string;
  startedBy: 'client' | 'staff';
  clientId: number | null;
  visitorId?: number | null;
  thread?: string | null;
  address?: string | null;
  subject?: string | null;
  assigneeId?: number | null;
}

/** Begins conversations, whoever begins them. */
@Injectable()
export class ConversationOpening {
  constructor(
    private readonly db: Database,
    private readonly news: ConversationNews,
  ) {}

  /** Call it in the unit of work that writes the first message. */
  async open({ startedBy, ...facts }: NewConversation) {
    const row = await this.db.conversation.create({ data: facts });
    await this.news.emit(conversationOpened, row, { subject: row.subject, startedBy });
    await this.news.tellTimeline(row);
    return row;
  }
}
