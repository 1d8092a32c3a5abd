import { Injectable } from '@nestjs/common';
import { Database, Jobs } from '@loctelli/core/server';
import { deliverWebhooks } from '../../contract.ts';

/** Puts deliveries in line again, under the ids they had. */
@Injectable()
export class Requeue {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
  ) {}

  /** Those that are not in line: with all attempts before them, in the order in which their events occurred. @returns how many */
  again(ids: readonly number[]): Promise<number> {
    if (ids.length === 0) return Promise.resolve(0);
    const now = new Date();
    return this.db.$executeRaw`
      update "WebhookDelivery" d set status = 'waiting', attempts = 0, replays = d.replays + 1, reason = null, "queuedAt" = ${now}::timestamp, "nextAt" = least(m."occurredAt", ${now}::timestamp)
      from "WebhookMessage" m where m."tenantId" = d."tenantId" and m.id = d."messageId" and d.id = any(${[...ids]}::int[]) and d.status <> 'waiting'`;
  }

  async wake(endpointIds: Iterable<number>): Promise<void> {
    for (const endpointId of new Set(endpointIds)) await this.jobs.add(deliverWebhooks, { endpointId });
  }
}
