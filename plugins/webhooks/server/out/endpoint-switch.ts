import { Injectable } from '@nestjs/common';
import { Audit, Database, Events, Notifications, Settings, WhoMay } from '@loctelli/core/server';
import { webhookSwitchedOff, type OffReason } from '../../contract.ts';

const dayMs = 86_400_000;

/** Switches endpoints off that cannot be delivered to, and says so to those who can do something about it. */
@Injectable()
export class EndpointSwitch {
  constructor(
    private readonly db: Database,
    private readonly settings: Settings,
    private readonly who: WhoMay,
    private readonly notifications: Notifications,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  async hasFailedTooLong(since: Date | null, now: Date): Promise<boolean> {
    if (since === null || now.getTime() - since.getTime() < dayMs) return false;
    const { switchOffDays } = await this.settings.get<{ switchOffDays: number }>('webhooks');
    return now.getTime() - since.getTime() >= switchOffDays * dayMs;
  }

  /** What waits goes on waiting for the day it is switched on again. */
  async off({ id, url }: { id: number; url: string }, reason: Exclude<OffReason, 'person'>): Promise<void> {
    const data = { active: false, offReason: reason, offAt: new Date(), version: { increment: 1 } };
    const { count } = await this.db.webhookEndpoint.updateMany({ where: { id, active: true }, data });
    if (count === 0) return;
    await this.audit.record({ action: 'webhook-endpoint.switched-off', subject: 'WebhookEndpoint', subjectId: id, changes: { active: [true, false], reason: [null, reason] } });
    await this.events.emit(webhookSwitchedOff, { endpointId: id, url, reason });
    const users = await this.db.user.findMany({ where: { isActive: true }, select: { id: true } });
    const able = await this.who.holding(users.map((user) => user.id), 'webhooks.manage');
    await this.notifications.send({ userIds: [...able.keys()], kind: `webhooks.off-${reason}`, params: { host: new URL(url).host }, href: `/webhooks/${id}` });
  }
}
