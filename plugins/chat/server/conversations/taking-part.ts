import { Injectable } from '@nestjs/common';
import { Database, Implements, problem, UnitOfWork } from '@loctelli/core/server';
import { chatErrors, findConversation, replyInConversation } from '../../contract.ts';
import type { ConversationStatus } from '../../contract.ts';
import { Outbound } from '../channels/outbound.ts';
import { MessageLog } from '../messages/append.ts';
import { ConversationReach } from './conversation-reach.ts';
import { Reading } from './reading.ts';
import type { z } from 'zod';

type Order = z.infer<(typeof replyInConversation)['input']>;

/** For other plugins, which take part in one conversation. */
@Injectable()
export class TakingPart {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly reach: ConversationReach,
    private readonly log: MessageLog,
    private readonly outbound: Outbound,
    private readonly reading: Reading,
  ) {}

  @Implements(findConversation)
  async find({ conversationId, may }: z.infer<(typeof findConversation)['input']>): Promise<z.infer<(typeof findConversation)['output']>> {
    const where = { AND: [{ id: conversationId }, may ? this.reach.where(`chat.${may}`) : {}] };
    const row = await this.db.conversation.findFirst({ where, include: { client: { select: { name: true } }, visitor: { select: { name: true, locale: true, zone: true } } } });
    if (!row) return null;
    const { clientId, channel, assigneeId, lastSequence, lastIncomingSequence } = row;
    return {
      ...{ conversationId, clientId, channel, assigneeId, lastSequence, lastIncomingSequence },
      status: row.status as ConversationStatus,
      name: row.client?.name ?? row.visitor?.name ?? null,
      locale: row.visitor?.locale ?? null,
      zone: row.visitor?.zone ?? null,
    };
  }

  @Implements(replyInConversation)
  async reply({ conversationId, key, text, authorId = null, onlyAfter }: Order): Promise<z.infer<(typeof replyInConversation)['output']>> {
    return this.uow.run(async () => {
      const row = await this.db.conversation.findFirst({ where: { id: conversationId } });
      if (!row) throw problem(chatErrors.notFound);
      // Whoever writes meanwhile waits for the row, or has it first and is seen here.
      await this.log.lock(conversationId);
      if (onlyAfter !== undefined && (await this.#last(conversationId, key)) !== onlyAfter) return null;
      const { id, sequence } = await this.outbound.write(row, { key, body: text, attachmentIds: [], authorId });
      if (authorId !== null) await this.reading.markRead(conversationId, authorId, sequence, row.lastIncomingSequence);
      return { messageId: id, sequence };
    });
  }

  /** Number of the last message that the client wrote or was written, but for the one of this key and what came after it. */
  async #last(conversationId: number, key: string): Promise<number> {
    const written = await this.db.message.findFirst({ where: { conversationId, key }, select: { sequence: true } });
    const row = await this.db.message.findFirst({
      where: { conversationId, kind: { in: ['incoming', 'outgoing'] }, ...(written && { sequence: { lt: written.sequence } }) },
      orderBy: { sequence: 'desc' },
      select: { sequence: true },
    });
    return row?.sequence ?? 0;
  }
}
