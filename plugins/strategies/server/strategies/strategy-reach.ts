import { Injectable } from '@nestjs/common';
import { Access, Database, problem, type Prisma } from '@loctelli/core/server';
import { strategyErrors } from '../../contract.ts';
import { withOwner, type StrategyRow } from './strategy-row.ts';

type Permission = 'strategies.read' | 'strategies.update' | 'strategies.publish' | 'strategies.delete';

/** Which strategies the caller may do something with. */
@Injectable()
export class StrategyReach {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
  ) {}

  /** Those to be read are also the shared ones: with everybody, or with the caller's team. */
  where(permission: Permission = 'strategies.read'): Prisma.StrategyWhereInput {
    const reached = this.access.where(permission) as Prisma.StrategyWhereInput;
    // Prisma takes an empty condition out of an OR, and with it everybody's rows.
    if (permission !== 'strategies.read' || this.access.can(permission) === 'all') return reached;
    const { teamId } = this.access.user;
    const team = teamId === null ? [] : [{ sharing: 'team', teamId }];
    return { OR: [reached, { sharing: { in: ['tenant', 'template'] } }, ...team] };
  }

  /** Throws strategies.not-found, whether there is no such strategy or it is out of reach. */
  async demand(id: number, permission: Permission = 'strategies.read'): Promise<StrategyRow> {
    const row = await this.db.strategy.findFirst({ where: { AND: [{ id }, this.where(permission)] }, include: withOwner });
    if (!row) throw problem(strategyErrors.notFound);
    return row;
  }

  /** Whether the caller may edit a strategy they can read. */
  editable({ ownerId, owner }: Pick<StrategyRow, 'ownerId' | 'owner'>): boolean {
    const scope = this.access.can('strategies.update');
    const { id, teamId } = this.access.user;
    if (scope === null) return false;
    return scope === 'all' || ownerId === id || (scope === 'team' && teamId !== null && owner.teamId === teamId);
  }
}
