import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { currentTenantId } from '../tenancy/context.ts';
import { LiveHub } from './live-hub.ts';

export interface Audience {
  /** Only this user's browsers. */
  userId?: number | undefined;
  /** Only users who hold this permission, in whatever scope. */
  permission?: string | undefined;
}

/** Tells open browsers of the tenant that something happened. */
@Injectable()
export class Live {
  constructor(
    private readonly hub: LiveHub,
    private readonly uow: UnitOfWork,
  ) {}

  /**
   * Publishes to the tenant in the air: after the commit inside a unit of work, at once outside of one. Delivery is best effort without
   * Redis; screens fetch what they show and use this only to know when.
   * @param topic `<plugin>.<what>`
   */
  async publish(topic: string, data: unknown, audience: Audience = {}): Promise<void> {
    const tenantId = currentTenantId();
    if (tenantId === undefined) throw new Error('No tenant in this context, so nobody to tell.');
    const send = () => this.publishTo(tenantId, topic, data, audience);
    const work = this.uow.current;
    if (work) work.afterCommit.push(send);
    else await send();
  }

  /** Kernel only. */
  async publishTo(tenantId: number, topic: string, data: unknown, audience: Audience): Promise<void> {
    await this.hub.send(tenantId, JSON.stringify({ topic, data, ...audience }));
  }
}
