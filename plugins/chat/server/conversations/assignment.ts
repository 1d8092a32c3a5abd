import { Injectable } from '@nestjs/common';
import { Access, Audit, Database, problem, WhoMay } from '@loctelli/core/server';
import { chatErrors, conversationAssigned } from '../../contract.ts';
import type { ConversationAssign } from '../../contract.ts';
import { ConversationActs } from './conversation-acts.ts';
import { ConversationNews } from './conversation-news.ts';
import { ConversationReach } from './conversation-reach.ts';

/** Whose a conversation is. */
@Injectable()
export class Assignment {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly whoMay: WhoMay,
    private readonly reach: ConversationReach,
    private readonly acts: ConversationActs,
    private readonly news: ConversationNews,
  ) {}

  /**
   * Whoever may answer takes what nobody has and lets go of what is theirs; anything else needs chat.assign over this conversation.
   * @returns whether anything changed
   * @throws chat.not-found, chat.unknown-assignee, chat.unknown-team, chat.assign-refused
   */
  async assign(id: number, { assigneeId, teamId }: ConversationAssign): Promise<boolean> {
    const row = await this.reach.demand(id, 'chat.reply');
    const to = assigneeId === undefined ? row.assigneeId : assigneeId;
    const team = teamId === undefined ? row.teamId : teamId;
    await this.#demandKnown(to !== row.assigneeId ? to : null, team !== row.teamId ? team : null);
    if (to === row.assigneeId && team === row.teamId) return false;
    const me = this.access.user.id;
    const ownHand = team === row.teamId && ((row.assigneeId === null && to === me) || (row.assigneeId === me && to === null));
    if (!ownHand && !this.reach.mayAssign(row, await this.reach.teammates())) throw problem(chatErrors.assignRefused);
    await this.db.conversation.update({ where: { id }, data: { assigneeId: to, teamId: team } });
    await this.#tell({ ...row, assigneeId: to, teamId: team }, row);
    return true;
  }

  async #demandKnown(userId: number | null, teamId: number | null): Promise<void> {
    if (userId !== null && !(await this.whoMay.holding([userId], 'chat.reply')).has(userId)) {
      const message = chatErrors.unknownAssignee.detail;
      throw problem(chatErrors.unknownAssignee, undefined, [{ path: 'assigneeId', code: 'unknown', message }]);
    }
    if (teamId !== null && !(await this.db.team.findFirst({ where: { id: teamId }, select: { id: true } }))) {
      throw problem(chatErrors.unknownTeam, undefined, [{ path: 'teamId', code: 'unknown', message: chatErrors.unknownTeam.detail }]);
    }
  }

  async #tell(row: Awaited<ReturnType<ConversationReach['demand']>>, before: { assigneeId: number | null; teamId: number | null }): Promise<void> {
    const { id, assigneeId, teamId } = row;
    if (assigneeId !== before.assigneeId) {
      const user = assigneeId === null ? null : await this.db.user.findFirst({ where: { id: assigneeId }, select: { name: true } });
      await this.acts.tell(row, assigneeId === null ? 'unassigned' : 'assigned', { assignee: user?.name ?? null, assigneeId });
      if (assigneeId !== null) await this.news.notify(row, [assigneeId], 'assigned', { name: this.access.user.name });
    }
    if (teamId !== before.teamId) {
      const team = teamId === null ? null : await this.db.team.findFirst({ where: { id: teamId }, select: { name: true } });
      await this.acts.tell(row, 'team-changed', { team: team?.name ?? '—' });
    }
    await this.news.emit(conversationAssigned, row, { assigneeId, teamId, byId: this.access.user.id });
    const changes = { assigneeId: [before.assigneeId, assigneeId], teamId: [before.teamId, teamId] };
    await this.audit.record({ action: 'conversation.assigned', subject: 'Conversation', subjectId: id, changes });
  }
}
