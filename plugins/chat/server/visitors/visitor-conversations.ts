import { Injectable } from '@nestjs/common';
import { Database, type Prisma } from '@loctelli/core/server';
import type { MessageEvent as Happening, VisitorMessage, VisitorSession } from '../../contract.ts';
import { attachmentOf } from '../attachments/attachment-row.ts';
import { withAuthor, type MessageRow } from '../messages/message-row.ts';


/** What concerns visitors among all that is written: nothing of what staff write among themselves. */
const visible: Prisma.MessageWhereInput = {
  OR: [
    { kind: { in: ['incoming', 'outgoing'] } },
    { kind: 'event', OR: [{ happened: { path: ['what'], equals: 'closed' } }, { happened: { path: ['what'], equals: 'reopened' } }] },
  ],
};

/** The one conversation of a visitor, as they see it. Everything here is found by the visitor's id and by nothing they send. */
@Injectable()
export class VisitorConversations {
  constructor(private readonly db: Database) {}

  find(visitorId: number) {
    return this.db.conversation.findFirst({ where: { visitorId }, orderBy: { id: 'desc' } });
  }

  async of(visitorId: number): Promise<VisitorSession['conversation']> {
    const row = await this.db.conversation.findFirst({ where: { visitorId }, orderBy: { id: 'desc' }, include: { assignee: { select: { name: true } } } });
    if (!row) return null;
    const { id, lastSequence, clientReadSequence } = row;
    return { id, lastSequence, readSequence: clientReadSequence, status: row.status === 'closed' ? 'closed' : 'open', staffName: row.assignee?.name ?? null };
  }

  /** In their order. */
  async messages(visitorId: number, after: number, limit: number): Promise<{ items: VisitorMessage[]; more: boolean }> {
    const conversation = await this.db.conversation.findFirst({ where: { visitorId }, orderBy: { id: 'desc' }, select: { id: true } });
    if (!conversation) return { items: [], more: false };
    const rows = await this.db.message.findMany({
      where: { AND: [{ conversationId: conversation.id, sequence: { gt: after } }, visible] },
      orderBy: { sequence: 'asc' },
      take: limit + 1,
      include: withAuthor,
    });
    return { items: rows.slice(0, limit).map(visitorMessageOf), more: rows.length > limit };
  }
}

/** A message of their own conversation; never call it with a note. */
export function visitorMessageOf(row: MessageRow): VisitorMessage {
  const { sequence, key, body } = row;
  const what = (row.happened as Happening | null)?.what ?? null;
  return {
    ...{ sequence, key, body },
    kind: row.kind as VisitorMessage['kind'],
    what: what === 'closed' || what === 'reopened' ? what : null,
    authorName: row.kind === 'outgoing' ? (row.author?.name ?? null) : row.kind === 'incoming' ? row.authorName : null,
    attachments: row.attachments.map(attachmentOf),
    createdAt: row.createdAt.toISOString(),
  };
}
