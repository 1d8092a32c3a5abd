import { Injectable } from '@nestjs/common';
import { Access, Database, problem } from '@loctelli/core/server';
import { chatErrors } from '../../contract.ts';
import type { ConversationBulk, ConversationBulkResult } from '../../contract.ts';
import { Assignment } from './assignment.ts';
import { ConversationActs } from './conversation-acts.ts';
import { ConversationReach } from './conversation-reach.ts';
import { Reading } from './reading.ts';

/** One change to many conversations, in one unit of work. */
@Injectable()
export class BulkChange {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly reach: ConversationReach,
    private readonly acts: ConversationActs,
    private readonly assignment: Assignment,
    private readonly reading: Reading,
  ) {}

  /** Throws chat.bulk-incomplete, chat.label-not-found, chat.unknown-assignee, chat.assign-refused. */
  async run({ conversationIds, ...change }: ConversationBulk): Promise<ConversationBulkResult> {
    await this.#demandComplete(change);
    const needs = change.action === 'read' || change.action === 'unread' ? 'chat.read' : 'chat.reply';
    if (needs === 'chat.reply') this.access.demand('chat.reply');
    const ids = [...new Set(conversationIds)];
    // In the order of their ids, so that two such changes cannot wait for each other.
    const rows = await this.db.conversation.findMany({ where: { AND: [{ id: { in: ids } }, this.reach.where(needs)] }, orderBy: { id: 'asc' }, select: { id: true } });
    const changedIds: number[] = [];
    for (const { id } of rows) if (await this.#change(id, change)) changedIds.push(id);
    return { changedIds, skipped: ids.length - changedIds.length };
  }

  async #change(id: number, { action, assigneeId = null, labelId, priority }: Omit<ConversationBulk, 'conversationIds'>): Promise<boolean> {
    if (action === 'close') return this.acts.close(id);
    if (action === 'reopen') return this.acts.reopen(id);
    if (action === 'assign') return this.assignment.assign(id, { assigneeId });
    if (action === 'prioritise') return this.acts.prioritise(id, priority!);
    if (action === 'read') return this.reading.read(id).then(() => true);
    if (action === 'unread') return this.reading.unread(id).then(() => true);
    const had = (await this.db.conversationLabel.findMany({ where: { conversationId: id }, select: { labelId: true } })).map((row) => row.labelId);
    const others = had.filter((each) => each !== labelId);
    return this.acts.label(id, action === 'add-label' ? [...others, labelId!] : others);
  }

  async #demandComplete({ action, assigneeId, labelId, priority }: Omit<ConversationBulk, 'conversationIds'>): Promise<void> {
    const lacks = (action === 'assign' && assigneeId === undefined) || (action.endsWith('-label') && labelId === undefined) || (action === 'prioritise' && !priority);
    if (lacks) throw problem(chatErrors.bulkIncomplete);
    if (labelId !== undefined && !(await this.db.chatLabel.findFirst({ where: { id: labelId }, select: { id: true } }))) throw problem(chatErrors.labelNotFound);
  }
}
