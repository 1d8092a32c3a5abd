import { Injectable } from '@nestjs/common';
import { Database, Implements } from '@loctelli/core/server';
import { readHistory } from '../../contract.ts';
import type { z } from 'zod';

type Asked = z.infer<(typeof readHistory)['input']>;
type Told = z.infer<(typeof readHistory)['output']>;

/** What was said, for other plugins. */
@Injectable()
export class History {
  constructor(private readonly db: Database) {}

  @Implements(readHistory)
  async read({ clientId, conversationId, limit }: Asked): Promise<Told> {
    if (clientId === undefined && conversationId === undefined) return { items: [] };
    const rows = await this.db.message.findMany({
      where: { kind: { in: ['incoming', 'outgoing'] }, ...(conversationId !== undefined && { conversationId }), ...(clientId !== undefined && { conversation: { is: { clientId } } }) },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: limit,
      include: { conversation: { select: { channel: true } } },
    });
    return {
      items: rows.map(({ id, conversationId: of, sequence, kind, body, authorId, createdAt, conversation }) => ({
        ...{ messageId: id, conversationId: of, channel: conversation.channel, sequence, authorId },
        kind: kind as 'incoming' | 'outgoing',
        text: body,
        at: createdAt.toISOString(),
      })),
    };
  }
}
