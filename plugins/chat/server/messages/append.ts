import { Injectable } from '@nestjs/common';
import { kernelErrors } from '@loctelli/core';
import { Database, Prisma, problem, UnitOfWork } from '@loctelli/core/server';
import { chatErrors } from '../../contract.ts';
import type { DeliveryState, MessageEvent, MessageKind } from '../../contract.ts';
import { withFile } from '../attachments/attachment-row.ts';
import { withAuthor, type MessageRow } from './message-row.ts';
import { searchText } from './message-search.ts';

export interface Draft {
  kind: MessageKind;
  /** Without one it is a message of its own however often it is written. */
  key?: string;
  body?: string;
  happened?: MessageEvent;
  authorId?: number | null;
  authorName?: string | null;
  mentions?: number[];
  delivery?: DeliveryState;
  externalId?: string | null;
  unsubscribe?: string | null;
  /** Found by search beside the body. */
  subject?: string | null;
  /** Files that belong to nobody's message yet; the caller has made sure whose they are. */
  attachmentIds?: readonly number[];
}

export interface Appended {
  message: MessageRow;
  /** Whether a message of this key was there already; nothing was written then. */
  repeated: boolean;
  /** How the conversation was before. */
  before: Locked;
}

export interface Locked {
  id: number;
  status: string;
  channel: string;
  clientId: number | null;
  visitorId: number | null;
  assigneeId: number | null;
  teamId: number | null;
  subject: string | null;
  lastSequence: number;
  waitingSince: Date | null;
  firstIncomingAt: Date | null;
  firstReplyAt: Date | null;
}

const previewLength = 160;

/**
 * The one place where messages are written. It holds the conversation's row while it takes the next number from it and writes the message under
 * that number: numbers grow by one, in the order of the commits, and a key is written once, whoever else writes at the same time.
 */
@Injectable()
export class MessageLog {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
  ) {}

  /** Throws core.not-found, and chat.key-taken for a key that another writer used. */
  async append(conversationId: number, draft: Draft): Promise<Appended> {
    return this.uow.run(async () => {
      const before = await this.lock(conversationId);
      const known = draft.key ? await this.db.message.findFirst({ where: { conversationId, key: draft.key }, include: withAuthor }) : null;
      if (known) {
        if (known.kind !== draft.kind || known.authorId !== (draft.authorId ?? null)) throw problem(chatErrors.keyTaken);
        return { message: known, repeated: true, before };
      }
      const message = await this.#write(before, draft);
      if (draft.kind === 'incoming') await this.db.conversationRead.updateMany({ where: { conversationId, unread: false }, data: { unread: true } });
      return { message, repeated: false, before };
    });
  }

  /** Holds a conversation until the unit of work ends. Throws core.not-found. */
  async lock(conversationId: number): Promise<Locked> {
    const [row] = await this.db.$queryRaw<Locked[]>(Prisma.sql`
      select id, status, channel, "clientId", "visitorId", "assigneeId", "teamId", subject, "lastSequence", "waitingSince", "firstIncomingAt", "firstReplyAt"
      from "Conversation" where id = ${conversationId} for update`);
    if (!row) throw problem(kernelErrors.notFound);
    return row;
  }

  async #write(before: Locked, draft: Draft): Promise<MessageRow> {
    const { kind, body = '', mentions = [], authorId = null, authorName = null, externalId = null, delivery = null, unsubscribe = null, attachmentIds = [] } = draft;
    const createdAt = new Date();
    const files = attachmentIds.length ? await this.db.chatAttachment.findMany({ where: { id: { in: [...attachmentIds] }, messageId: null }, include: withFile }) : [];
    const preview = [...(body.replace(/\s+/g, ' ') || files.map(({ file }) => file.name).join(', '))].slice(0, previewLength).join('');
    const { lastSequence: sequence } = await this.db.conversation.update({
      where: { id: before.id },
      data: { lastSequence: { increment: 1 }, ...noted(before, draft, createdAt, preview) },
      select: { lastSequence: true },
    });
    const row = await this.db.message.create({
      data: {
        ...{ conversationId: before.id, sequence, kind, body, mentions, authorId, authorName, externalId, delivery, unsubscribe, createdAt },
        key: draft.key ?? crypto.randomUUID(),
        ...(draft.happened && { happened: draft.happened }),
        search: kind === 'event' ? '' : searchText(draft.subject, authorName, body),
      },
    });
    if (files.length) await this.db.chatAttachment.updateMany({ where: { id: { in: files.map(({ id }) => id) } }, data: { conversationId: before.id, messageId: row.id } });
    const author = authorId === null ? null : await this.db.user.findFirst({ where: { id: authorId }, select: { name: true } });
    return { ...row, author, attachments: files };
  }
}

/** What a message changes in its conversation beside the number. */
function noted(before: Locked, { kind, authorId }: Draft, at: Date, preview: string): Prisma.ConversationUncheckedUpdateInput {
  if (kind !== 'incoming' && kind !== 'outgoing') return {};
  const shown = { preview, previewKind: kind, lastMessageAt: at };
  const isReply = kind === 'outgoing' && authorId && before.firstIncomingAt && !before.firstReplyAt;
  if (kind === 'outgoing') return { ...shown, waitingSince: null, ...(isReply && { firstReplyAt: at, firstReplyById: authorId }) };
  // The row is held: nobody else takes the next number.
  const sequence = before.lastSequence + 1;
  return { ...shown, lastIncomingSequence: sequence, clientReadSequence: sequence, waitingSince: before.waitingSince ?? at, firstIncomingAt: before.firstIncomingAt ?? at };
}
