import { Injectable } from '@nestjs/common';
import { Database, Implements, Procedures, UnitOfWork } from '@loctelli/core/server';
import { findOrCreateClient } from '../../../clients/contract.ts';
import { messageReceived, receiveMessage, reportDelivery } from '../../contract.ts';
import { Attachments } from '../attachments/attachments.service.ts';
import { ConversationActs } from '../conversations/conversation-acts.ts';
import { ConversationNews } from '../conversations/conversation-news.ts';
import { ConversationOpening } from '../conversations/open-conversation.ts';
import { MessageLog } from '../messages/append.ts';
import { withAuthor, type MessageRow } from '../messages/message-row.ts';
import { Outbound } from './outbound.ts';
import type { z } from 'zod';

type Incoming = z.infer<(typeof receiveMessage)['input']>;
type Outcome = z.infer<(typeof receiveMessage)['output']>;
/** What the website's chat knows beside what every channel tells. */
interface FromVisitor {
  key: string;
  visitorId: number;
  clientId: number | null;
  attachmentIds: readonly number[];
}

/** Takes in what clients write, whatever channel it comes by. */
@Injectable()
export class Inbound {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly procedures: Procedures,
    private readonly log: MessageLog,
    private readonly opening: ConversationOpening,
    private readonly acts: ConversationActs,
    private readonly news: ConversationNews,
    private readonly attachments: Attachments,
    private readonly outbound: Outbound,
  ) {}

  @Implements(receiveMessage)
  async receive(incoming: Incoming): Promise<Outcome> {
    return this.take(incoming);
  }

  /** Finds or opens the conversation, finds or makes the client, writes the message once. A snoozed or closed conversation is open again then. */
  async take(incoming: Incoming, visitor?: FromVisitor): Promise<Outcome & { row: MessageRow }> {
    return this.uow.run(async () => {
      const thread = incoming.thread ?? incoming.from.address;
      // What comes twice, and two first messages of one writer, wait for each other here. Those of a known conversation do so at its row.
      const inTurn = !visitor || incoming.conversationId === undefined;
      if (inTurn) await this.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`chat:${incoming.channel}:${thread}`}, current_setting('app.tenant_id')::int))`;
      const externalId = visitor ? null : `${incoming.channel}:${incoming.externalId}`;
      const known = externalId ? await this.db.message.findFirst({ where: { externalId }, include: { ...withAuthor, conversation: { select: { clientId: true } } } }) : null;
      if (known) return { ...outcomeOf(known, known.conversation.clientId, true), row: known };
      const conversation = await this.#conversation(incoming, thread, visitor);
      if (conversation.status !== 'open') await this.acts.reopen(conversation.id, 'woken');
      const kept = await Promise.all(incoming.attachments.map(({ name, content }) => this.attachments.keep(name, Buffer.from(content, 'base64'))));
      const { message, before, repeated } = await this.log.append(conversation.id, {
        kind: 'incoming',
        ...(visitor && { key: visitor.key }),
        body: incoming.text,
        authorName: incoming.from.name ?? null,
        externalId,
        subject: conversation.lastSequence === 0 ? conversation.subject : null,
        attachmentIds: [...(visitor?.attachmentIds ?? []), ...kept.map(({ id }) => id)],
      });
      const outcome = { ...outcomeOf(message, before.clientId, repeated), row: message };
      if (repeated) return outcome;
      await this.news.written(before, message.sequence);
      await this.news.emit(messageReceived, before, { messageId: message.id, sequence: message.sequence, first: before.firstIncomingAt === null });
      // One line under the bell until somebody answers, however much the client writes.
      if (before.assigneeId !== null && before.waitingSince === null) await this.news.notify({ ...before }, [before.assigneeId], 'message');
      return outcome;
    });
  }

  @Implements(reportDelivery)
  async report({ channel, messageId, externalId, state, reason }: z.infer<(typeof reportDelivery)['input']>): Promise<{ known: boolean }> {
    if (messageId === undefined && externalId === undefined) return { known: false };
    return this.uow.run(async () => {
      const row = await this.db.message.findFirst({
        where: { kind: 'outgoing', ...(messageId !== undefined && { id: messageId }), ...(externalId !== undefined && { externalId: `${channel}:${externalId}` }) },
        select: { id: true, sequence: true, conversationId: true, conversation: { select: { channel: true } } },
      });
      if (!row || row.conversation.channel !== channel) return { known: false };
      if (state === 'failed') await this.outbound.fail(row.id, reason ?? '');
      else {
        await this.db.message.updateMany({ where: { id: row.id, delivery: { in: ['pending', 'sent', 'delivered'] } }, data: { delivery: state === 'read' ? 'delivered' : state } });
        if (state === 'read') await this.db.conversation.updateMany({ where: { id: row.conversationId, clientReadSequence: { lt: row.sequence } }, data: { clientReadSequence: row.sequence } });
        await this.news.changed(row.conversationId);
      }
      return { known: true };
    });
  }

  async #conversation({ channel, conversationId, from, subject }: Incoming, thread: string, visitor?: FromVisitor) {
    const known = await this.db.conversation.findFirst({
      where: conversationId === undefined ? { channel, thread } : { id: conversationId },
      orderBy: { id: 'desc' },
    });
    if (known) return known;
    const clientId = visitor ? visitor.clientId : await this.clientOf(channel, from);
    return this.opening.open({ startedBy: 'client', channel, thread, clientId, visitorId: visitor?.visitorId ?? null, address: from.address, subject: subject?.trim().slice(0, 200) || null });
  }

  /** Whoever says nothing about themselves on the website is nobody's client yet. */
  async clientOf(channel: string, { address, name, email, phone }: Incoming['from']): Promise<number | null> {
    if (channel === 'web' && !email && !phone) return null;
    const source = { web: 'Website chat', email: 'E-mail' }[channel] ?? channel;
    const { clientId } = await this.procedures.call(findOrCreateClient, { name: name?.trim() || nameIn(address), email, phone, source });
    return clientId;
  }
}

/** What to call somebody who says no name: never by an address, which not everybody may read. */
const nameIn = (address: string) => address.split('@')[0]!;

const outcomeOf = ({ id, conversationId, sequence }: MessageRow, clientId: number | null, duplicate: boolean): Outcome => ({ conversationId, messageId: id, sequence, clientId, duplicate });
