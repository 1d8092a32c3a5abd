import { Injectable } from '@nestjs/common';
import { Access, Audit, Database, Jobs } from '@loctelli/core/server';
import { conversationClosed, wakeConversation } from '../../contract.ts';
import type { MessageEvent } from '../../contract.ts';
import { MessageLog, type Locked } from '../messages/append.ts';
import { ConversationNews } from './conversation-news.ts';

/** What is done to conversations, each with its line in the conversation. Asks nobody whether they may: the callers do. */
@Injectable()
export class ConversationActs {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly log: MessageLog,
    private readonly news: ConversationNews,
  ) {}

  /** @returns whether it was not closed before */
  async close(id: number): Promise<boolean> {
    const before = await this.log.lock(id);
    if (before.status === 'closed') return false;
    const closedById = this.#actor?.id ?? null;
    const row = await this.db.conversation.update({
      where: { id },
      data: { status: 'closed', snoozedUntil: null, closedAt: new Date(), closedById, waitingSince: null },
    });
    const seconds = Math.max(0, Math.round((row.closedAt!.getTime() - (row.reopenedAt ?? row.createdAt).getTime()) / 1000));
    await this.tell(before, 'closed');
    await this.news.emit(conversationClosed, row, { closedById, seconds });
    await this.audit.record({ action: 'conversation.closed', subject: 'Conversation', subjectId: id, changes: { status: [before.status, 'closed'] } });
    return true;
  }

  /** Opens what is closed or snoozed. @returns whether it was not open before */
  async reopen(id: number, why: 'reopened' | 'woken' = 'reopened'): Promise<boolean> {
    const before = await this.log.lock(id);
    if (before.status === 'open') return false;
    const wasClosed = before.status === 'closed';
    await this.db.conversation.update({
      where: { id },
      data: { status: 'open', snoozedUntil: null, closedAt: null, closedById: null, ...(wasClosed && { reopenedAt: new Date() }) },
    });
    await this.tell(before, wasClosed ? 'reopened' : why);
    if (wasClosed) await this.audit.record({ action: 'conversation.reopened', subject: 'Conversation', subjectId: id });
    return true;
  }

  /** A job ends it; one that was woken or snoozed anew before then is left alone. */
  async snooze(id: number, until: Date): Promise<void> {
    const before = await this.log.lock(id);
    await this.db.conversation.update({ where: { id }, data: { status: 'snoozed', snoozedUntil: until, closedAt: null, closedById: null } });
    await this.tell(before, 'snoozed', { until: until.toISOString() });
    await this.jobs.add(wakeConversation, { conversationId: id, until: until.toISOString() }, { delayMs: Math.max(0, until.getTime() - Date.now()) });
  }

  async prioritise(id: number, priority: string): Promise<boolean> {
    const before = await this.log.lock(id);
    const { count } = await this.db.conversation.updateMany({ where: { id, priority: { not: priority } }, data: { priority } });
    if (count) await this.tell(before, 'prioritised', { priority });
    return count > 0;
  }

  /** Gives it exactly these labels. @returns whether it had others before */
  async label(id: number, labelIds: readonly number[]): Promise<boolean> {
    const before = await this.log.lock(id);
    const had = (await this.db.conversationLabel.findMany({ where: { conversationId: id } })).map((row) => row.labelId);
    const added = labelIds.filter((each) => !had.includes(each));
    const removed = had.filter((each) => !labelIds.includes(each));
    if (added.length + removed.length === 0) return false;
    await this.db.conversationLabel.deleteMany({ where: { conversationId: id, labelId: { in: removed } } });
    await this.db.conversationLabel.createMany({ data: added.map((labelId) => ({ conversationId: id, labelId })) });
    const names = await this.db.chatLabel.findMany({ where: { conversations: { some: { conversationId: id } } }, orderBy: { position: 'asc' }, select: { name: true } });
    await this.tell(before, 'labelled', { labels: names.map(({ name }) => name).join(', ') });
    return true;
  }

  /** Writes a line of what was done. */
  async tell(before: Pick<Locked, 'id' | 'visitorId'>, what: MessageEvent['what'], params: MessageEvent['params'] = {}): Promise<void> {
    const actor = this.#actor;
    const { message } = await this.log.append(before.id, { kind: 'event', authorId: actor?.id ?? null, happened: { what, params: { actor: actor?.name ?? null, ...params } } });
    await this.news.written(before, message.sequence);
    await this.news.changed(before.id);
  }

  /** Nobody in jobs and where a visitor acts. */
  get #actor() {
    return this.access.can('chat.read') ? this.access.user : null;
  }
}
