import { Injectable } from '@nestjs/common';
import { Database, Every, Jobs, Settings } from '@loctelli/core/server';
import { deliverWebhooks } from '../contract.ts';
import { oldestMs } from './out/retry-schedule.ts';

const dayMs = 86_400_000;

/** What is done again and again. */
@Injectable()
export class WebhookUpkeep {
  constructor(
    private readonly db: Database,
    private readonly settings: Settings,
    private readonly jobs: Jobs,
  ) {}

  /** Logs are kept as long as the tenant chose; what waits is none yet, unless it waited for days. */
  @Every('1 day')
  async forget(): Promise<void> {
    const { logDays } = await this.settings.get<{ logDays: number }>('webhooks');
    const before = new Date(Date.now() - logDays * dayMs);
    const old = { lt: before };
    await this.db.webhookDelivery.updateMany({ where: { status: 'waiting', queuedAt: { lt: new Date(Date.now() - oldestMs) } }, data: { status: 'dead', reason: 'expired', lastAt: new Date() } });
    await this.db.webhookAttempt.deleteMany({ where: { at: old } });
    await this.db.webhookDelivery.deleteMany({ where: { createdAt: old, status: { not: 'waiting' }, OR: [{ lastAt: null }, { lastAt: old }] } });
    await this.db.webhookMessage.deleteMany({ where: { createdAt: old, deliveries: { none: {} } } });
    await this.db.webhookReplay.deleteMany({ where: { createdAt: old, finishedAt: { not: null } } });
    await this.db.webhookReceipt.deleteMany({ where: { at: old, status: { not: 'waiting' } } });
  }

  /** Once the plugin is on again: what waited goes out, what happened meanwhile is not heard late. */
  async resume(): Promise<void> {
    // By the database's clock, as events are dated by it.
    await this.db.$executeRaw`update "WebhookEndpoint" set "hearsSince" = now()`;
    await this.wakeAll();
  }

  /** Every endpoint that has something due is looked at, should its job ever have been lost. */
  @Every('1 hour')
  async wakeAll(): Promise<void> {
    const due = await this.db.webhookDelivery.groupBy({ by: ['endpointId'], where: { status: 'waiting', nextAt: { lt: new Date() }, endpoint: { active: true } } });
    for (const { endpointId } of due) await this.jobs.add(deliverWebhooks, { endpointId });
  }
}
