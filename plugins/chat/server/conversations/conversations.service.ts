import { Injectable } from '@nestjs/common';
import { Access, Audit, Database, Handles, problem, Procedures, UnitOfWork } from '@loctelli/core/server';
import { reachableClients } from '../../../clients/contract.ts';
import { chatErrors, wakeConversation } from '../../contract.ts';
import type { Conversation, ConversationAssign, ConversationPriority } from '../../contract.ts';
import { LostFiles } from '../attachments/lost-files.ts';
import { Assignment } from './assignment.ts';
import { ConversationActs } from './conversation-acts.ts';
import { ConversationList } from './conversation-list.ts';
import { ConversationNews } from './conversation-news.ts';
import { ConversationReach } from './conversation-reach.ts';

const longestSnoozeMs = 366 * 86_400_000;

/** One conversation at a time, as its staff changes it. */
@Injectable()
export class ConversationsService {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly procedures: Procedures,
    private readonly reach: ConversationReach,
    private readonly acts: ConversationActs,
    private readonly assignment: Assignment,
    private readonly list: ConversationList,
    private readonly news: ConversationNews,
    private readonly lostFiles: LostFiles,
  ) {}

  /** Whoever gave it away may no longer see it, and still learns how it stands. */
  async assign(id: number, input: ConversationAssign): Promise<Conversation> {
    const before = await this.list.get(id);
    await this.assignment.assign(id, input);
    const stillThere = await this.db.conversation.findFirst({ where: { AND: [{ id }, this.reach.where('chat.read')] }, select: { id: true } });
    return stillThere ? this.list.get(id) : { ...before, assigneeId: input.assigneeId ?? null, teamId: input.teamId ?? before.teamId, may: { reply: false, assign: false, remove: false } };
  }

  /** Throws chat.label-not-found. */
  async setLabels(id: number, labelIds: number[]): Promise<Conversation> {
    await this.reach.demand(id, 'chat.reply');
    const wanted = [...new Set(labelIds)];
    if ((await this.db.chatLabel.count({ where: { id: { in: wanted } } })) < wanted.length) throw problem(chatErrors.labelNotFound);
    await this.acts.label(id, wanted);
    return this.list.get(id);
  }

  async setPriority(id: number, priority: ConversationPriority): Promise<Conversation> {
    await this.reach.demand(id, 'chat.reply');
    await this.acts.prioritise(id, priority);
    return this.list.get(id);
  }

  /** Says who is writing, where nobody knew or it was somebody else. Throws chat.client-not-found. */
  async link(id: number, clientId: number): Promise<Conversation> {
    const row = await this.reach.demand(id, 'chat.reply');
    if (!(await this.procedures.call(reachableClients, { clientIds: [clientId] })).clientIds.length) throw problem(chatErrors.clientNotFound);
    if (row.clientId === clientId) return this.list.get(id);
    await this.db.conversation.update({ where: { id }, data: { clientId } });
    if (row.visitorId !== null) await this.db.chatVisitor.update({ where: { id: row.visitorId }, data: { clientId } });
    await this.acts.tell(row, 'client-linked', { client: await this.news.nameOf({ id, clientId }), clientId });
    await this.news.tellTimeline({ ...row, clientId });
    await this.audit.record({ action: 'conversation.linked', subject: 'Conversation', subjectId: id, changes: { clientId: [row.clientId, clientId] } });
    return this.list.get(id);
  }

  /** Throws chat.snooze-past. */
  async snooze(id: number, until: string): Promise<Conversation> {
    await this.reach.demand(id, 'chat.reply');
    const at = new Date(until);
    const ahead = at.getTime() - Date.now();
    if (ahead <= 0 || ahead > longestSnoozeMs) throw problem(chatErrors.snoozePast, undefined, [{ path: 'until', code: 'too_small', message: chatErrors.snoozePast.detail }]);
    await this.acts.snooze(id, at);
    return this.list.get(id);
  }

  async close(id: number): Promise<Conversation> {
    await this.reach.demand(id, 'chat.reply');
    await this.acts.close(id);
    return this.list.get(id);
  }

  async reopen(id: number): Promise<Conversation> {
    await this.reach.demand(id, 'chat.reply');
    await this.acts.reopen(id);
    return this.list.get(id);
  }

  /** For good, with its messages and files. */
  async remove(id: number): Promise<void> {
    this.access.where('chat.delete');
    await this.reach.demand(id);
    await this.news.tellTimeline({ id, clientId: null, channel: '', subject: null });
    await this.db.conversation.deleteMany({ where: { id } });
    await this.lostFiles.ask();
    await this.news.changed(id);
    await this.audit.record({ action: 'conversation.deleted', subject: 'Conversation', subjectId: id });
  }

  @Handles(wakeConversation)
  async wake({ conversationId, until }: { conversationId: number; until: string }): Promise<void> {
    await this.uow.run(async () => {
      const row = await this.db.conversation.findFirst({ where: { id: conversationId, status: 'snoozed', snoozedUntil: new Date(until) } });
      if (!row) return;
      await this.acts.reopen(conversationId, 'woken');
      if (row.assigneeId !== null) await this.db.conversationRead.updateMany({ where: { conversationId, userId: row.assigneeId }, data: { unread: true } });
    });
  }
}
