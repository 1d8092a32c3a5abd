import { Injectable } from '@nestjs/common';
import { Database } from '@loctelli/core/server';
import type { WebhookHealth } from '../../contract.ts';

const hourMs = 3_600_000;
interface Counted {
  endpointId: number;
  hoursAgo: number;
  ok: number;
  failed: number;
}

/** How endpoints did in the last 24 hours. */
@Injectable()
export class EndpointHealth {
  constructor(private readonly db: Database) {}

  async of(ids: readonly number[]): Promise<(id: number) => WebhookHealth> {
    if (ids.length === 0) return () => none();
    const [counted, medians, standing] = await Promise.all([this.#perHour([...ids]), this.#medians([...ids]), this.#standing([...ids])]);
    return (id) => {
      const health = none();
      for (const { endpointId, hoursAgo, ok, failed } of counted) if (endpointId === id) health.hours[23 - hoursAgo] = { ok, failed };
      const count = (status: string) => standing.find((each) => each.endpointId === id && each.status === status)?._count ?? 0;
      return {
        ...health,
        delivered: health.hours.reduce((sum, { ok }) => sum + ok, 0),
        failedAttempts: health.hours.reduce((sum, { failed }) => sum + failed, 0),
        waiting: count('waiting'),
        dead: count('dead'),
        medianMs: medians.find(({ endpointId }) => endpointId === id)?.ms ?? null,
      };
    };
  }

  #perHour(ids: number[]): Promise<Counted[]> {
    const now = new Date();
    return this.db.$queryRaw<Counted[]>`
      select "endpointId", least(23, floor(extract(epoch from (${now}::timestamp - at)) / 3600))::int as "hoursAgo",
             count(*) filter (where reason is null)::int as ok, count(*) filter (where reason is not null)::int as failed
      from "WebhookAttempt" where "endpointId" = any(${ids}::int[]) and at > ${new Date(now.getTime() - 24 * hourMs)}::timestamp and at <= ${now}::timestamp
      group by 1, 2`;
  }

  #medians(ids: number[]): Promise<{ endpointId: number; ms: number }[]> {
    return this.db.$queryRaw<{ endpointId: number; ms: number }[]>`
      select "endpointId", round(percentile_cont(0.5) within group (order by "durationMs"))::int as ms
      from "WebhookAttempt" where "endpointId" = any(${ids}::int[]) and reason is null and at > ${new Date(Date.now() - 24 * hourMs)}::timestamp group by 1`;
  }

  #standing = (ids: number[]) => this.db.webhookDelivery.groupBy({ by: ['endpointId', 'status'], where: { endpointId: { in: ids }, status: { in: ['waiting', 'dead'] } }, _count: true });
}

const none = (): WebhookHealth => ({ delivered: 0, failedAttempts: 0, waiting: 0, dead: 0, medianMs: null, hours: Array.from({ length: 24 }, () => ({ ok: 0, failed: 0 })) });
