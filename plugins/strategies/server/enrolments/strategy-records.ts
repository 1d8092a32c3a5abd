import { Injectable } from '@nestjs/common';
import { Access, Database, Implements } from '@loctelli/core/server';
import { clientRecords } from '../../../clients/contract.ts';
import type { ClientRecords } from '../../../clients/contract.ts';
import { EnrolmentReach } from './enrolment-reach.ts';

const strategy = { select: { name: true } } as const;
const run = { kind: true, status: true, what: true, text: true, dueAt: true, doneAt: true } as const;

/** What strategies know of a client, for the file that is handed to them. */
@Injectable()
export class StrategyRecords {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly reach: EnrolmentReach,
  ) {}

  @Implements(clientRecords)
  async of({ clientId }: { clientId: number }): Promise<ClientRecords> {
    const where = { clientId };
    const [enrolmentsTotal, playbooksTotal] = [await this.db.strategyEnrolment.count({ where }), await this.db.strategyPlaybook.count({ where })];
    const seesEnrolments = this.access.can('strategies.enrolments') !== null;
    const enrolments = seesEnrolments
      ? await this.db.strategyEnrolment.findMany({
          where: { AND: [where, this.reach.where('strategies.enrolments')] },
          orderBy: { id: 'asc' },
          select: { strategy, status: true, source: true, stopReason: true, createdAt: true, endedAt: true, runs: { orderBy: { ordinal: 'asc' }, select: run } },
        })
      : [];
    const playbooks = this.access.can('strategies.play')
      ? await this.db.strategyPlaybook.findMany({ where, orderBy: { id: 'asc' }, select: { strategy, answers: true, disqualifiedBy: true, disqualifiedAt: true, updatedAt: true } })
      : [];
    const optOuts = await this.db.strategyOptOut.findMany({ where, select: { source: true, createdAt: true } });
    const unsubscribed = seesEnrolments ? optOuts : [];
    const leftOut = [...(unsubscribed.length < optOuts.length ? ['unsubscribed'] : []), ...(enrolments.length < enrolmentsTotal ? ['enrolments'] : []), ...(playbooks.length < playbooksTotal ? ['playbooks'] : [])];
    return { sections: { enrolments, playbooks, unsubscribed }, leftOut };
  }
}
