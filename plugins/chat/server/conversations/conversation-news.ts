import { Injectable } from '@nestjs/common';
import type { EventDefinition, MessageParams } from '@loctelli/core';
import { Access, Database, Events, Live, Notifications, Procedures, Timeline, WhoMay } from '@loctelli/core/server';
import { describeClients } from '../../../clients/contract.ts';
import { chatConversationTopic, chatMessageTopic } from '../../contract.ts';
import { reachWith } from './conversation-reach.ts';

interface About {
  id: number;
  channel: string;
  subject: string | null;
  clientId: number | null;
  createdAt?: Date;
}

/** What happens to conversations, told to browsers, bells, timelines and other plugins. */
@Injectable()
export class ConversationNews {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly live: Live,
    private readonly events: Events,
    private readonly notifications: Notifications,
    private readonly timeline: Timeline,
    private readonly whoMay: WhoMay,
    private readonly procedures: Procedures,
  ) {}

  /** Browsers fetch the conversation anew. Tells its id and nothing of what changed. */
  async changed(conversationId: number): Promise<void> {
    await this.live.publish(chatConversationTopic, { conversationId }, { permission: 'chat.read' });
  }

  /** Browsers and visitors' streams fetch what came after what they have. */
  async written({ id, visitorId }: { id: number; visitorId: number | null }, sequence: number): Promise<void> {
    await this.live.publish(chatMessageTopic, { conversationId: id, sequence, visitorId }, { permission: 'chat.read' });
  }

  async emit<T extends object>(event: EventDefinition<T>, { id, clientId, channel }: Pick<About, 'id' | 'clientId' | 'channel'>, more: Omit<T, 'conversationId' | 'clientId' | 'channel'>): Promise<void> {
    await this.events.emit(event, { conversationId: id, clientId, channel, ...more } as unknown as T);
  }

  /** Puts a line under the bells of those who may read the conversation. */
  async notify(conversation: About, userIds: readonly number[], what: 'mentioned' | 'assigned' | 'message' | 'failed', params: MessageParams = {}): Promise<void> {
    const me = this.access.can('chat.read') ? this.access.user.id : null;
    const able = await this.readers(conversation.id, userIds.filter((id) => id !== me));
    if (able.length === 0) return;
    const client = await this.nameOf(conversation);
    await this.notifications.send({ userIds: able, kind: `chat.${what}`, params: { client, ...params }, href: `/chat/${conversation.id}` });
  }

  /** Those of the users who may read it. */
  async readers(conversationId: number, userIds: readonly number[]): Promise<number[]> {
    const able: number[] = [];
    const held = await this.whoMay.holding(userIds, 'chat.read');
    for (const [userId, { scope, teamId }] of held) {
      const mine = scope === 'team' && teamId !== null ? { OR: [{ assigneeId: userId }, { assignee: { is: { teamId } } }] } : scope === 'all' ? {} : { assigneeId: userId };
      if (await this.db.conversation.findFirst({ where: { AND: [{ id: conversationId }, reachWith(mine, scope, teamId)] }, select: { id: true } })) able.push(userId);
    }
    return able;
  }

  /** What to call whoever is at the other end. */
  async nameOf({ id, clientId }: Pick<About, 'id' | 'clientId'>): Promise<string> {
    if (clientId !== null) {
      const { items } = await this.procedures.call(describeClients, { clientIds: [clientId] });
      if (items[0]) return items[0].name;
    }
    const row = await this.db.conversation.findFirst({ where: { id }, select: { address: true, visitor: { select: { name: true } } } });
    return row?.visitor?.name ?? `#${id}`;
  }

  /** The conversation's one row on its client's timeline; moves to another client when it turns out to be theirs. */
  async tellTimeline({ id, clientId, channel, subject, createdAt }: About): Promise<void> {
    const source = `Conversation:${id}`;
    await this.timeline.retract(source);
    if (clientId === null) return;
    const kind = ['web', 'email'].includes(channel) ? `chat.conversation-${channel}` : 'chat.conversation';
    const params = { subject: subject ?? '—', channel };
    await this.timeline.record({ subject: 'Client', subjectId: clientId, kind, params, href: `/chat/${id}`, permission: 'chat.read', source, ...(createdAt && { at: createdAt }) });
  }
}
