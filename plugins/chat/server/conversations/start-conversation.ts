import { Injectable } from '@nestjs/common';
import { Access, Database, Implements, problem, Procedures, UnitOfWork } from '@loctelli/core/server';
import { describeClients, reachableClients } from '../../../clients/contract.ts';
import { chatErrors, sendToClient } from '../../contract.ts';
import type { Conversation, ConversationStart } from '../../contract.ts';
import { Attachments } from '../attachments/attachments.service.ts';
import { Outbound } from '../channels/outbound.ts';
import { ConversationList } from './conversation-list.ts';
import { ConversationOpening } from './open-conversation.ts';
import type { z } from 'zod';

type Order = z.infer<(typeof sendToClient)['input']>;

/** Writes to clients who have not written first. */
@Injectable()
export class StartConversation {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly uow: UnitOfWork,
    private readonly procedures: Procedures,
    private readonly opening: ConversationOpening,
    private readonly outbound: Outbound,
    private readonly attachments: Attachments,
    private readonly list: ConversationList,
  ) {}

  /** Belongs to whoever starts it. Throws chat.client-not-found, chat.nothing-to-send, chat.not-answerable, chat.channel-away. */
  async start({ clientId, channel, subject, key, body, attachmentIds }: ConversationStart): Promise<Conversation> {
    const me = this.access.user.id;
    if (!(await this.procedures.call(reachableClients, { clientIds: [clientId] })).clientIds.length) {
      throw problem(chatErrors.clientNotFound, undefined, [{ path: 'clientId', code: 'unknown', message: chatErrors.clientNotFound.detail }]);
    }
    if (!body && attachmentIds.length === 0) throw problem(chatErrors.nothingToSend);
    await this.#inTurn(clientId);
    const known = await this.#written(clientId, key);
    if (known) return this.list.get(known.conversationId);
    await this.attachments.demandFree(attachmentIds, { uploaderId: me });
    const row = await this.#open(clientId, channel, { subject: subject ?? null, assigneeId: me });
    await this.outbound.write(row, { key, body, attachmentIds, authorId: me });
    return this.list.get(row.id);
  }

  @Implements(sendToClient)
  async sendTo({ clientId, key, text, subject = null, channel, authorId = null, unsubscribe }: Order): Promise<z.infer<(typeof sendToClient)['output']>> {
    return this.uow.run(async () => {
      await this.#inTurn(clientId);
      const known = await this.#written(clientId, key);
      if (known) return { conversationId: known.conversationId, messageId: known.id, sequence: known.sequence, channel: known.conversation.channel };
      const open = await this.db.conversation.findFirst({
        where: { clientId, status: { not: 'closed' }, ...(channel && { channel }) },
        orderBy: [{ lastMessageAt: 'desc' }, { id: 'desc' }],
      });
      const target = open ?? (await this.#open(clientId, channel ?? 'email', { subject, assigneeId: authorId }));
      const message = await this.outbound.write(target, { key, body: text, attachmentIds: [], authorId, unsubscribe });
      return { conversationId: target.id, messageId: message.id, sequence: message.sequence, channel: target.channel };
    });
  }

  /** Two tries of one message wait for each other. */
  #inTurn = (clientId: number) => this.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`chat:client:${clientId}`}, current_setting('app.tenant_id')::int))`;

  #written = (clientId: number, key: string) =>
    this.db.message.findFirst({ where: { key, kind: 'outgoing', conversation: { is: { clientId } } }, include: { conversation: { select: { channel: true } } } });

  async #open(clientId: number, channel: string, { subject, assigneeId }: { subject: string | null; assigneeId: number | null }) {
    const address = await this.#addressOf(clientId, channel);
    if (!address) throw problem(chatErrors.notAnswerable);
    return this.opening.open({ channel, startedBy: 'staff', clientId, address, subject, assigneeId });
  }

  /** Mail goes to the client's address; other channels reach them where they wrote from last, or at their number. Nobody can be called to the website. */
  async #addressOf(clientId: number, channel: string): Promise<string | null> {
    if (channel === 'web') return null;
    const { items } = await this.procedures.call(describeClients, { clientIds: [clientId] });
    if (channel === 'email') return items[0]?.email ?? null;
    const last = await this.db.conversation.findFirst({ where: { clientId, channel, address: { not: null } }, orderBy: { id: 'desc' }, select: { address: true } });
    return last?.address ?? items[0]?.phone ?? null;
  }
}
