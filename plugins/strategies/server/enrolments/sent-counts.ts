import { Injectable } from '@nestjs/common';
import { Access, Database } from '@loctelli/core/server';
import type { Cadence } from '../../contract.ts';
import { dayAround } from '../engine/clock.ts';

/** How much a strategy has sent today, for its throttles. */
@Injectable()
export class SentCounts {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
  ) {}

  /** Counted one after the other until the unit of work ends, so that no two take the last place of a day. Without limits nothing is counted. */
  async today({ throttle: { perUser, perTenant } }: Cadence, { strategyId, ownerId }: { strategyId: number; ownerId: number }, now: number): Promise<{ user: number; tenant: number }> {
    if (perUser === null && perTenant === null) return { user: 0, tenant: 0 };
    await this.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`strategies:sent:${strategyId}`}, current_setting('app.tenant_id')::int))`;
    const since = new Date(dayAround(now, this.access.tenant.zone).start);
    const count = (owner: object) =>
      this.db.strategyStepRun.count({ where: { kind: { in: ['message', 'email'] }, status: 'done', doneAt: { gte: since }, enrolment: { is: { strategyId, ...owner } } } });
    return { user: perUser === null ? 0 : await count({ ownerId }), tenant: perTenant === null ? 0 : await count({}) };
  }
}
