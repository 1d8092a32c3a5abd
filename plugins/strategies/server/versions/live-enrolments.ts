import { Injectable } from '@nestjs/common';
import { Database, Events, Prisma } from '@loctelli/core/server';
import { enrolmentEnded, type Definition, type StopReason } from '../../contract.ts';

/** What becomes of those in a strategy when that changes. Each is one statement, however many there are. */
@Injectable()
export class LiveEnrolments {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
  ) {}

  /** Makes everybody follow another version: at the step with the same id, or, where that is gone, at the end. @returns how many follow it now */
  async move(strategyId: number, versionId: number, { cadence }: Definition): Promise<number> {
    const known = cadence.steps.map(({ id }) => id);
    return this.db.$executeRaw(Prisma.sql`
      update "StrategyEnrolment" set "versionId" = ${versionId}, "stepId" = case when "stepId" = any(${known}::text[]) then "stepId" end,
        lock = lock + 1, "updatedAt" = now() at time zone 'utc'
      where "strategyId" = ${strategyId} and status in ('active', 'held') and "versionId" <> ${versionId}`);
  }

  /** A strategy that rests sends nothing: whoever carries out a step sees that for itself. */
  async rest(_strategyId: number): Promise<void> {}

  async goOn(_strategyId: number): Promise<void> {}

  /** Ends all that is live. */
  async end(strategyId: number, reason: StopReason): Promise<void> {
    const rows = await this.db.strategyEnrolment.findMany({
      where: { strategyId, status: { in: ['active', 'held'] } },
      select: { id: true, clientId: true, ownerId: true, strategy: { select: { name: true } }, version: { select: { number: true } } },
    });
    await this.db.strategyEnrolment.updateMany({
      where: { id: { in: rows.map(({ id }) => id) } },
      data: { status: 'stopped', stopReason: reason, endedAt: new Date(), nextAt: null, stepId: null, delay: null, lock: { increment: 1 } },
    });
    await this.events.emitMany(
      enrolmentEnded,
      rows.map(({ id, clientId, ownerId, strategy, version }) => ({
        ...{ enrolmentId: id, strategyId, strategy: strategy.name, number: version.number, clientId, ownerId, reason },
        status: 'stopped' as const,
      })),
    );
  }
}
