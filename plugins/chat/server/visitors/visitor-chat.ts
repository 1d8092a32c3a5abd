import { Injectable, type MessageEvent, type StreamableFile } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { Database, Live, problem } from '@loctelli/core/server';
import { chatConversationTopic, chatErrors, chatMessageTopic, chatTypingTopic, visitorTypingTopic } from '../../contract.ts';
import type { ChatAttachment, OfflineForm, VisitorMessage, VisitorMessageQuery, VisitorSend } from '../../contract.ts';
import { withFile } from '../attachments/attachment-row.ts';
import { Attachments } from '../attachments/attachments.service.ts';
import { Inbound } from '../channels/inbound.ts';
import { visitorMessageOf, VisitorConversations } from './visitor-conversations.ts';
import { VisitorSessions } from './visitor-session.ts';
import { VisitorTokens, type VisitorRow } from './visitor-tokens.ts';
import { WidgetSettings } from './widget-settings.ts';

/** More messages than this within the time are no longer a person writing. */
const burst = { messages: 30, withinMs: 10_000 };
const mostFiles = 20;
/** How exactly it is known when a visitor was last there. */
const seenMs = 60_000;

/** What visitors do in the website's chat, each known by their token alone. */
@Injectable()
export class VisitorChat {
  constructor(
    private readonly db: Database,
    private readonly live: Live,
    private readonly tokens: VisitorTokens,
    private readonly sessions: VisitorSessions,
    private readonly settings: WidgetSettings,
    private readonly conversations: VisitorConversations,
    private readonly inbound: Inbound,
    private readonly attachments: Attachments,
  ) {}

  async messages(token: string | undefined, { after, limit }: VisitorMessageQuery) {
    const { id } = await this.tokens.demand(token);
    return { ...(await this.conversations.messages(id, after, limit)), conversation: await this.conversations.of(id) };
  }

  /** Throws chat.visitor-unknown, chat.nothing-to-send, chat.name-required, chat.email-required, chat.attachment-not-found, chat.too-many-messages. */
  async send(token: string | undefined, { key, body, attachmentIds }: VisitorSend): Promise<VisitorMessage> {
    const visitor = await this.tokens.demand(token);
    if (!body && attachmentIds.length === 0) throw problem(chatErrors.nothingToSend);
    const { askName, askEmail } = await this.settings.get();
    if (askName === 'required' && !visitor.name) throw problem(chatErrors.nameRequired);
    if (askEmail === 'required' && !visitor.email) throw problem(chatErrors.emailRequired);
    return this.#write(visitor, key, body, attachmentIds);
  }

  /** Left outside office hours: whoever leaves it is a client, and is answered by mail when they are gone. */
  async leave(token: string | undefined, { key, body, ...about }: OfflineForm) {
    const session = await this.sessions.start(token, about);
    const visitor = await this.tokens.demand(session.token ?? token);
    await this.#write(visitor, key, body, []);
    return { ...session, conversation: await this.conversations.of(visitor.id) };
  }

  async upload(token: string | undefined, read: () => Promise<{ name: string; bytes: Buffer }>): Promise<ChatAttachment> {
    const { id: visitorId } = await this.tokens.demand(token);
    if ((await this.db.chatAttachment.count({ where: { visitorId, messageId: null } })) >= mostFiles) throw problem(chatErrors.tooManyMessages);
    const { name, bytes } = await read();
    return this.attachments.keep(name, bytes, { visitorId });
  }

  /** Of their own conversation, without what is in notes. Throws chat.attachment-not-found, also without a token: an id says nothing to strangers. */
  async content(token: string | undefined, id: number): Promise<StreamableFile> {
    const visitor = await this.tokens.find(token);
    if (!visitor) throw problem(chatErrors.attachmentNotFound);
    const sent = { conversation: { is: { visitorId: visitor.id } }, message: { is: { kind: { in: ['incoming', 'outgoing'] } } } };
    const row = await this.db.chatAttachment.findFirst({ where: { id, OR: [sent, { visitorId: visitor.id, messageId: null }] }, include: withFile });
    return this.attachments.stream(row);
  }

  /** Messages after a sequence, then each new one, once and in order; and who is writing. */
  async stream(token: string | undefined, after: number): Promise<Observable<MessageEvent>> {
    const { id } = await this.tokens.demand(token);
    // Whoever names more than there is has followed a conversation that was deleted since: theirs begins anew.
    const lastSequence = (await this.conversations.find(id))?.lastSequence ?? 0;
    return this.live.follow({
      topics: [chatMessageTopic],
      ephemeral: [visitorTypingTopic],
      after: after > lastSequence ? 0 : after,
      matches: (_topic, data) => (data as { visitorId?: number | null }).visitorId === id,
      load: async (last) => (await this.conversations.messages(id, last, 200)).items.map((data) => ({ sequence: data.sequence, type: 'message', data })),
      alive: async () => (await this.tokens.find(token)) !== null,
    });
  }

  async typing(token: string | undefined, typing: boolean): Promise<void> {
    const visitor = await this.tokens.demand(token);
    const conversation = await this.conversations.find(visitor.id);
    if (!conversation) return;
    const data = { conversationId: conversation.id, from: 'client', userId: null, name: visitor.name, typing };
    await this.live.publish(chatTypingTopic, data, { permission: 'chat.read' });
  }

  async read(token: string | undefined, sequence: number | undefined): Promise<void> {
    const { id } = await this.tokens.demand(token);
    const conversation = await this.conversations.find(id);
    if (!conversation) return;
    const upTo = Math.min(sequence ?? conversation.lastSequence, conversation.lastSequence);
    const { count } = await this.db.conversation.updateMany({ where: { id: conversation.id, clientReadSequence: { lt: upTo } }, data: { clientReadSequence: upTo } });
    if (count) await this.live.publish(chatConversationTopic, { conversationId: conversation.id }, { permission: 'chat.read' });
  }

  async #write(visitor: VisitorRow, key: string, text: string, attachmentIds: readonly number[]): Promise<VisitorMessage> {
    const known = await this.conversations.find(visitor.id);
    if (known && (await this.#isFlood(known)) && !(await this.#isRepeat(known.id, key))) throw problem(chatErrors.tooManyMessages);
    // A repeat comes with files that are its own message's already.
    if (attachmentIds.length && !(known && (await this.#isRepeat(known.id, key)))) await this.attachments.demandFree(attachmentIds, { visitorId: visitor.id });
    const clientId = await this.sessions.clientOf(visitor);
    const { row } = await this.inbound.take(
      {
        ...{ channel: 'web', externalId: `${visitor.id}:${key}`, thread: `visitor:${visitor.id}`, text, attachments: [] },
        ...(known && { conversationId: known.id }),
        from: { address: `visitor-${visitor.id}`, name: visitor.name, email: visitor.email },
      },
      { key, visitorId: visitor.id, clientId, attachmentIds },
    );
    if (Date.now() - visitor.lastSeenAt.getTime() > seenMs) await this.db.chatVisitor.update({ where: { id: visitor.id }, data: { lastSeenAt: new Date() } });
    return visitorMessageOf(row);
  }

  /** Looks at the message so many before the last one: it must be old enough. */
  async #isFlood({ id, lastSequence }: { id: number; lastSequence: number }): Promise<boolean> {
    if (lastSequence < burst.messages) return false;
    const earlier = await this.db.message.findFirst({ where: { conversationId: id, sequence: lastSequence - burst.messages + 1 }, select: { createdAt: true } });
    return earlier !== null && Date.now() - earlier.createdAt.getTime() < burst.withinMs;
  }

  #isRepeat = async (conversationId: number, key: string) => (await this.db.message.findFirst({ where: { conversationId, key }, select: { id: true } })) !== null;
}
