import { Injectable } from '@nestjs/common';
import { Access, Procedures, type Prisma } from '@loctelli/core/server';
import { describeClients, reachableClients } from '../../../clients/contract.ts';
import type { Conversation, ConversationPriority, ConversationStatus } from '../../contract.ts';
import { ConversationReach } from './conversation-reach.ts';

/** What a conversation is read with, for one reader. */
export const withRelated = (userId: number) =>
  ({
    assignee: { select: { name: true } },
    team: { select: { name: true } },
    labels: { select: { labelId: true }, orderBy: { labelId: 'asc' } },
    visitor: true,
    reads: { where: { userId }, select: { sequence: true, unread: true } },
    mentions: { where: { userId, readAt: null }, select: { id: true }, take: 1 },
  }) satisfies Prisma.ConversationInclude;
type Row = Prisma.ConversationGetPayload<{ include: ReturnType<typeof withRelated> }>;

/** Shows conversations to the caller: who writes, as far as they may know it, and what they have not read. */
@Injectable()
export class ConversationViews {
  constructor(
    private readonly access: Access,
    private readonly procedures: Procedures,
    private readonly reach: ConversationReach,
  ) {}

  async of(rows: readonly Row[]): Promise<Conversation[]> {
    const clients = await this.clients(rows.flatMap(({ clientId }) => clientId ?? []));
    const teammates = await this.reach.teammates();
    const hidesEmail = this.access.refused('Client', 'read').has('email');
    return rows.map((row) => ({
      ...plain(row),
      client: (row.clientId !== null && clients.get(row.clientId)) || null,
      visitor: row.visitor && visitorOf(row.visitor, hidesEmail),
      may: {
        reply: this.reach.mayReply(row, teammates),
        assign: this.reach.mayAssign(row, teammates),
        remove: this.access.can('chat.delete') !== null,
      },
    }));
  }

  /** Clients as this reader may know them: by name whoever they talk to, with address and number those they reach. */
  async clients(ids: readonly number[]): Promise<Map<number, NonNullable<Conversation['client']>>> {
    const clientIds = [...new Set(ids)];
    if (clientIds.length === 0) return new Map();
    const [{ items }, reachable] = await Promise.all([this.procedures.call(describeClients, { clientIds }), this.procedures.call(reachableClients, { clientIds })]);
    const reached = new Set(reachable.clientIds);
    const refused = this.access.refused('Client', 'read');
    return new Map(
      items.map(({ id, name, ...facts }) => {
        const shown = (field: 'email' | 'phone' | 'company' | 'zone') => (reached.has(id) && !refused.has(field) ? facts[field] : null);
        return [id, { id, name, email: shown('email'), phone: shown('phone'), company: shown('company'), zone: shown('zone'), reachable: reached.has(id) }];
      }),
    );
  }
}

function plain(row: Row): Omit<Conversation, 'client' | 'visitor' | 'may'> {
  const { id, channel, subject, clientId, assigneeId, teamId, lastSequence, clientReadSequence, preview } = row;
  const iso = (date: Date | null) => date?.toISOString() ?? null;
  const [read] = row.reads;
  return {
    ...{ id, channel, subject, clientId, assigneeId, teamId, lastSequence, clientReadSequence, preview },
    status: row.status as ConversationStatus,
    priority: row.priority as ConversationPriority,
    previewKind: row.previewKind as 'incoming' | 'outgoing' | null,
    snoozedUntil: iso(row.snoozedUntil),
    assigneeName: row.assignee?.name ?? null,
    teamName: row.team?.name ?? null,
    labelIds: row.labels.map(({ labelId }) => labelId),
    lastMessageAt: row.lastMessageAt.toISOString(),
    readSequence: read?.sequence ?? 0,
    unread: read ? read.unread : row.lastIncomingSequence > 0,
    mentioned: row.mentions.length > 0,
    waitingSince: iso(row.waitingSince),
    firstReplyAt: iso(row.firstReplyAt),
    createdAt: row.createdAt.toISOString(),
    closedAt: iso(row.closedAt),
  };
}

const visitorOf = ({ id, name, email, externalId, locale, zone, page, answers, lastSeenAt }: NonNullable<Row['visitor']>, hidesEmail: boolean) => ({
  ...{ id, name, locale, zone, page },
  email: hidesEmail ? null : email,
  verified: externalId !== null,
  answers: answers as Record<string, string>,
  lastSeenAt: lastSeenAt.toISOString(),
});
