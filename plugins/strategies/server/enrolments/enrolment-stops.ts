import { Injectable } from '@nestjs/common';
import { Database, UnitOfWork, type Prisma } from '@loctelli/core/server';
import type { StopReason } from '../../contract.ts';
import { EnrolmentNews, told, type Told } from './enrolment-news.ts';
import { live } from './enrolment-row.ts';

/** Ends enrolments before their last step. */
@Injectable()
export class EnrolmentStops {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly news: EnrolmentNews,
  ) {}

  /**
   * Stops those of the enrolments that are live, and says why. A step that is being carried out comes first; none is after.
   * @param href where the reason can be seen
   * @returns how many were
   */
  async stop(where: Prisma.StrategyEnrolmentWhereInput, reason: StopReason, href: string | null = null): Promise<number> {
    return this.uow.run(async () => {
      const rows = await this.db.strategyEnrolment.updateManyAndReturn({
        where: { AND: [where, { status: live }] },
        data: { status: 'stopped', stopReason: reason, stopHref: href, endedAt: new Date(), ...over },
        include: told,
      });
      await this.news.ended(rows, 'stopped', reason);
      return rows.length;
    });
  }

  /** Ends one whose row is held. */
  async end(row: Told, status: 'completed' | 'failed'): Promise<void> {
    await this.db.strategyEnrolment.updateMany({ where: { id: row.id }, data: { status, endedAt: new Date(), ...over } });
    await this.news.ended([row], status, null);
  }
}

const over = { stepId: null, nextAt: null, delay: null, taskId: null, lock: { increment: 1 } };
