import { Injectable } from '@nestjs/common';
import { Access, Database, problem, type Prisma } from '@loctelli/core/server';
import { chatErrors } from '../../contract.ts';

/** Which conversations a scope reaches: those the kernel says, and what nobody has yet and the user could take. */
export function reachWith(own: object, scope: 'own' | 'team' | 'all', teamId: number | null): Prisma.ConversationWhereInput {
  if (scope === 'all') return own;
  const free = { assigneeId: null, OR: [{ teamId: null }, ...(teamId === null ? [] : [{ teamId }])] };
  return { OR: [own, free, ...(scope === 'team' && teamId !== null ? [{ teamId }] : [])] };
}

/**
 * Whether the caller may do something with a conversation. Assigned ones are reached as far as the permission's scope goes; one that nobody has
 * is reached by all who might take it: everybody when it is given to no team, the team otherwise.
 */
@Injectable()
export class ConversationReach {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
  ) {}

  /** To be joined into every query of conversations. Throws core.forbidden without the permission. */
  where(permission: 'chat.read' | 'chat.reply'): Prisma.ConversationWhereInput {
    const own = this.access.where(permission);
    return reachWith(own, this.access.can(permission) ?? 'own', this.access.user.teamId);
  }

  /** Throws chat.not-found, whether there is none or it is out of reach. */
  async demand(id: number, permission: 'chat.read' | 'chat.reply' = 'chat.read') {
    const row = await this.db.conversation.findFirst({ where: { AND: [{ id }, this.where(permission)] } });
    if (!row) throw problem(chatErrors.notFound);
    return row;
  }

  /** Whether the caller may give this conversation to others. */
  mayAssign({ assigneeId }: { assigneeId: number | null }, teammates: ReadonlySet<number>): boolean {
    const scope = this.access.can('chat.assign');
    if (!scope || scope === 'all') return scope === 'all';
    return assigneeId !== null && (assigneeId === this.access.user.id || (scope === 'team' && teammates.has(assigneeId)));
  }

  /** Whether the caller may answer here; `mayRead` is taken for granted. */
  mayReply({ assigneeId, teamId }: { assigneeId: number | null; teamId: number | null }, teammates: ReadonlySet<number>): boolean {
    const scope = this.access.can('chat.reply');
    if (!scope || scope === 'all') return scope === 'all';
    const { id, teamId: mine } = this.access.user;
    if (assigneeId === null) return teamId === null || teamId === mine;
    if (assigneeId === id) return true;
    return scope === 'team' && mine !== null && (teamId === mine || teammates.has(assigneeId));
  }

  /** Ids of the caller's teammates, where a scope of theirs asks for them. */
  async teammates(): Promise<ReadonlySet<number>> {
    const { teamId } = this.access.user;
    const asks = (['chat.reply', 'chat.assign'] as const).some((permission) => this.access.can(permission) === 'team');
    if (!asks || teamId === null) return new Set();
    const rows = await this.db.user.findMany({ where: { teamId }, select: { id: true } });
    return new Set(rows.map(({ id }) => id));
  }
}
