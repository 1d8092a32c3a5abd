import { Injectable } from '@nestjs/common';
import type { Page, PageQuery } from '@loctelli/core';
import { Access, Database, problem, Procedures, seek, type Prisma } from '@loctelli/core/server';
import { reachableClients } from '../../../clients/contract.ts';
import { chatErrors } from '../../contract.ts';
import type { Conversation, ConversationFilter, ConversationQuery, InboxCounts } from '../../contract.ts';
import { MessageSearch } from '../messages/message-search.ts';
import { ConversationReach } from './conversation-reach.ts';
import { ConversationViews, withRelated } from './conversation-view.ts';

const countedUpTo = 1000;

/** The inbox: which conversations there are, and how many. */
@Injectable()
export class ConversationList {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly reach: ConversationReach,
    private readonly views: ConversationViews,
    private readonly words: MessageSearch,
    private readonly procedures: Procedures,
  ) {}

  /** By their last message. The first page also counts. Throws core.invalid-cursor. */
  async page({ cursor, limit, direction = 'desc', ...filter }: ConversationQuery): Promise<Page<Conversation>> {
    const where = { AND: [this.reach.where('chat.read'), await this.#where(filter)] };
    const order = seek({ sort: [{ field: 'lastMessageAt', direction, type: 'date' }], cursor, limit });
    const [rows, count] = await Promise.all([
      this.db.conversation.findMany({ where: { AND: [where, order.where] }, orderBy: order.orderBy, take: order.take, include: withRelated(this.access.user.id) }),
      cursor ? null : this.#count(where),
    ]);
    const page = order.page(rows);
    const total = count === null ? {} : { total: { count: Math.min(count, countedUpTo), exact: count <= countedUpTo } };
    return { ...page, items: await this.views.of(page.items), ...total };
  }

  /** Throws chat.not-found. */
  async get(id: number): Promise<Conversation> {
    const row = await this.db.conversation.findFirst({ where: { AND: [{ id }, this.reach.where('chat.read')] }, include: withRelated(this.access.user.id) });
    if (!row) throw problem(chatErrors.notFound);
    return (await this.views.of([row]))[0]!;
  }

  /** Of a client in the caller's reach, as far as the conversations themselves are. Throws chat.client-not-found. */
  async ofClient(clientId: number, query: PageQuery): Promise<Page<Conversation>> {
    await this.demandClient(clientId);
    return this.page({ ...query, clientId, status: 'any' });
  }

  async demandClient(clientId: number): Promise<void> {
    const { clientIds } = await this.procedures.call(reachableClients, { clientIds: [clientId] });
    if (!clientIds.length) throw problem(chatErrors.clientNotFound);
  }

  async counts(): Promise<InboxCounts> {
    const me = this.access.user.id;
    const reach = this.reach.where('chat.read');
    const count = (...more: Prisma.ConversationWhereInput[]) => this.#count({ AND: [reach, ...more] }).then((found) => Math.min(found, countedUpTo));
    const open = { status: 'open' };
    const both = async (where: Prisma.ConversationWhereInput) => ({ open: await count(open, where), unread: await count(open, where, unreadBy(me)) });
    return {
      mine: await both({ assigneeId: me }),
      unassigned: await both({ assigneeId: null }),
      all: await both({}),
      mentions: await count({ mentions: { some: { userId: me, readAt: null } } }),
      snoozed: await count({ status: 'snoozed' }),
    };
  }

  #count = (where: Prisma.ConversationWhereInput) => this.db.conversation.count({ where, take: countedUpTo + 1 });

  async #where({ status = 'open', assignee = 'any', teamId, labelId, clientId, channel, priority, unread, mentioned, waiting, search, ...moments }: ConversationFilter) {
    const me = this.access.user.id;
    const parts: Prisma.ConversationWhereInput[] = [
      status === 'any' ? {} : { status },
      assignee === 'any' ? {} : { assigneeId: assignee === 'me' ? me : assignee === 'unassigned' ? null : assignee },
      { ...(teamId && { teamId }), ...(clientId && { clientId }), ...(channel && { channel }), ...(priority && { priority }) },
      labelId ? { labels: { some: { labelId } } } : {},
      unread === undefined ? {} : unread ? unreadBy(me) : { NOT: unreadBy(me) },
      mentioned === undefined ? {} : { mentions: { [mentioned ? 'some' : 'none']: { userId: me, readAt: null } } },
      waiting === undefined ? {} : { waitingSince: waiting ? { not: null } : null },
      between('createdAt', moments.createdAfter, moments.createdBefore),
      between('closedAt', moments.closedAfter, moments.closedBefore),
    ];
    if (search) parts.push({ id: { in: await this.words.conversations(search) } });
    return { AND: parts };
  }
}

/** Whoever never opened a conversation has not read what the client wrote there. */
const unreadBy = (userId: number): Prisma.ConversationWhereInput => ({
  OR: [{ reads: { some: { userId, unread: true } } }, { lastIncomingSequence: { gt: 0 }, reads: { none: { userId } } }],
});

/** From a moment on, and until another one. */
const between = (field: 'createdAt' | 'closedAt', from: string | undefined, to: string | undefined): Prisma.ConversationWhereInput =>
  from || to ? { [field]: { ...(from && { gte: new Date(from) }), ...(to && { lt: new Date(to) }) } } : {};
