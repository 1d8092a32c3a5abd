import { Injectable } from '@nestjs/common';
import { Access, Database, problem, type Prisma } from '@loctelli/core/server';
import { strategyErrors } from '../../contract.ts';
import { withAll, type EnrolmentRow } from './enrolment-row.ts';

/** Which enrolments the caller may see or change, and in whose name they may enrol. */
@Injectable()
export class EnrolmentReach {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
  ) {}

  where(permission: 'strategies.enrolments' | 'strategies.enrol'): Prisma.StrategyEnrolmentWhereInput {
    return this.access.where(permission);
  }

  /** Throws strategies.enrolment-not-found, whether there is none or it is out of reach. */
  async demand(id: number, permission: 'strategies.enrolments' | 'strategies.enrol' = 'strategies.enrolments'): Promise<EnrolmentRow> {
    const row = await this.db.strategyEnrolment.findFirst({ where: { AND: [{ id }, this.where(permission)] }, include: withAll });
    if (!row) throw problem(strategyErrors.enrolmentNotFound);
    return row;
  }

  /** Throws strategies.unknown-owner, strategies.owner-out-of-reach. */
  async demandOwner(ownerId: number): Promise<void> {
    const { id, teamId } = this.access.user;
    if (ownerId === id) return;
    const owner = await this.db.user.findFirst({ where: { id: ownerId, isActive: true }, select: { teamId: true } });
    const refused = (error: (typeof strategyErrors)['unknownOwner' | 'ownerOutOfReach']) => problem(error, undefined, [{ path: 'ownerId', code: 'unknown', message: error.detail }]);
    if (!owner) throw refused(strategyErrors.unknownOwner);
    const scope = this.access.can('strategies.enrol');
    if (scope !== 'all' && !(scope === 'team' && teamId !== null && owner.teamId === teamId)) throw refused(strategyErrors.ownerOutOfReach);
  }
}
