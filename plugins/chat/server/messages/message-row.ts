import type { Prisma } from '@loctelli/core/server';
import type { ChatMessage, DeliveryState, MessageEvent, MessageKind } from '../../contract.ts';
import { attachmentOf, withFile } from '../attachments/attachment-row.ts';

/** What a message is read with, for `messageOf`. */
export const withAuthor = {
  author: { select: { name: true } },
  attachments: { include: withFile, orderBy: { id: 'asc' } },
} satisfies Prisma.MessageInclude;
export type MessageRow = Prisma.MessageGetPayload<{ include: typeof withAuthor }>;

/** @param clientRead up to where the client has read, as far as their channel tells */
export function messageOf(row: MessageRow, clientRead = 0): ChatMessage {
  const { id, conversationId, sequence, key, body, authorId, mentions, deliveryError } = row;
  const wasRead = row.kind === 'outgoing' && row.delivery !== 'failed' && sequence <= clientRead;
  return {
    ...{ id, conversationId, sequence, key, body, authorId, mentions, deliveryError },
    kind: row.kind as MessageKind,
    happened: row.happened as MessageEvent | null,
    authorName: row.author?.name ?? row.authorName,
    attachments: row.attachments.map(attachmentOf),
    delivery: wasRead ? 'read' : (row.delivery as DeliveryState | null),
    createdAt: row.createdAt.toISOString(),
  };
}
