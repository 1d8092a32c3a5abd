import { Injectable } from '@nestjs/common';
import { Database } from '@loctelli/core/server';
import type { VisitorSession as Session, VisitorStart } from '../../contract.ts';
import { Inbound } from '../channels/inbound.ts';
import { ConversationActs } from '../conversations/conversation-acts.ts';
import { ConversationNews } from '../conversations/conversation-news.ts';
import { VisitorConversations } from './visitor-conversations.ts';
import { demandSigned, VisitorTokens, type VisitorRow } from './visitor-tokens.ts';
import { WidgetSettings } from './widget-settings.ts';

/** Begins and goes on with what a visitor is known by. */
@Injectable()
export class VisitorSessions {
  constructor(
    private readonly db: Database,
    private readonly tokens: VisitorTokens,
    private readonly settings: WidgetSettings,
    private readonly conversations: VisitorConversations,
    private readonly inbound: Inbound,
    private readonly acts: ConversationActs,
    private readonly news: ConversationNews,
  ) {}

  /** Throws chat.wrong-identity. */
  async start(token: string | undefined, { identity, answers, ...about }: VisitorStart): Promise<Session> {
    const known = await this.tokens.find(token);
    if (known) await this.tokens.touch(token!);
    let visitor = known;
    if (identity) {
      demandSigned(identity.externalId, identity.hash, (await this.settings.get()).identitySecret);
      visitor = await this.#proved(identity.externalId, known);
    }
    visitor ??= await this.db.chatVisitor.create({ data: {} });
    const facts = { ...about, ...(identity?.name && { name: identity.name }), ...(identity?.email && { email: identity.email }) };
    const told = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
    const merged = { ...(visitor.answers as Record<string, string>), ...answers };
    const limited = Object.fromEntries(Object.entries(merged).slice(0, 10));
    const row = await this.db.chatVisitor.update({ where: { id: visitor.id }, data: { ...told, answers: limited, lastSeenAt: new Date() } });
    await this.#linkClient(row);
    return {
      token: visitor.id === known?.id ? null : await this.tokens.issue(visitor.id),
      ...{ name: row.name, email: row.email, verified: row.externalId !== null },
      conversation: await this.conversations.of(row.id),
    };
  }

  /** The visitor of that id; a browser that was nobody's yet becomes theirs, with what was written there. */
  async #proved(externalId: string, known: VisitorRow | null): Promise<VisitorRow> {
    if (known?.externalId === externalId) return known;
    const theirs = await this.db.chatVisitor.findFirst({ where: { externalId } });
    const isNobodys = known !== null && known.externalId === null;
    if (!theirs && isNobodys) return this.db.chatVisitor.update({ where: { id: known.id }, data: { externalId } });
    const visitor = theirs ?? (await this.db.chatVisitor.create({ data: { externalId } }));
    if (isNobodys) await this.db.conversation.updateMany({ where: { visitorId: known.id }, data: { visitorId: visitor.id, ...(visitor.clientId !== null && { clientId: visitor.clientId }) } });
    return visitor;
  }

  /** Whoever has written and now says how to reach them is a client from then on. */
  async #linkClient(visitor: VisitorRow): Promise<void> {
    if (visitor.clientId !== null || !visitor.email) return;
    const open = await this.db.conversation.findFirst({ where: { visitorId: visitor.id }, orderBy: { id: 'desc' } });
    if (!open) return;
    const clientId = await this.clientOf(visitor);
    await this.db.conversation.updateMany({ where: { visitorId: visitor.id, clientId: null }, data: { clientId } });
    if (open.clientId !== null || clientId === null) return;
    await this.acts.tell(open, 'client-linked', { client: await this.news.nameOf({ id: open.id, clientId }), clientId });
    await this.news.tellTimeline({ ...open, clientId });
  }

  /** The visitor's client; found or made where they gave an address. */
  async clientOf(visitor: VisitorRow): Promise<number | null> {
    if (visitor.clientId !== null || !visitor.email) return visitor.clientId;
    const clientId = await this.inbound.clientOf('web', { address: `visitor-${visitor.id}`, name: visitor.name, email: visitor.email });
    await this.db.chatVisitor.update({ where: { id: visitor.id }, data: { clientId } });
    return clientId;
  }
}
