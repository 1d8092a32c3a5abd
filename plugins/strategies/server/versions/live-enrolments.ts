import { Injectable } from '@nestjs/common';
import { Database, Prisma } from '@loctelli/core/server';
import type { Definition, StopReason } from '../../contract.ts';
import { EnrolmentLine } from '../enrolments/enrolment-line.ts';
import { EnrolmentStops } from '../enrolments/enrolment-stops.ts';

/** What becomes of those in a strategy when that changes. */
@Injectable()
export class LiveEnrolments {
  constructor(
    private readonly db: Database,
    private readonly line: EnrolmentLine,
    private readonly stops: EnrolmentStops,
  ) {}

  /** Makes everybody follow another version: at the step with the same id, or, where that is gone, at the end. @returns how many follow it now */
  async move(strategyId: number, versionId: number, { cadence }: Definition): Promise<number> {
    const known = cadence.steps.map(({ id }) => id);
    return this.db.$executeRaw(Prisma.sql`
      update "StrategyEnrolment" set "versionId" = ${versionId}, "stepId" = case when "stepId" = any(${known}::text[]) then "stepId" end,
        lock = lock + 1, "updatedAt" = now() at time zone 'utc'
      where "strategyId" = ${strategyId} and status in ('active', 'held') and "versionId" <> ${versionId}`);
  }

  /** What was due while it rested is put in line: a strategy that rests sends nothing, and whoever carries out a step sees that for itself. */
  goOn(strategyId: number): Promise<void> {
    return this.line.again(strategyId);
  }

  /** Ends all that is live. */
  async end(strategyId: number, reason: StopReason): Promise<void> {
    await this.stops.stop({ strategyId }, reason);
  }
}
