import { Injectable } from '@nestjs/common';
import { Database, Jobs, UnitOfWork, type Prisma } from '@loctelli/core/server';
import { deliverWebhooks } from '../../contract.ts';

export type Endpoint = Prisma.WebhookEndpointGetPayload<object>;

/** How long a hold counts when nothing is heard of its holder. */
export const holdMs = 6_000;
const lateMs = 1_000;

/**
 * One process at a time works off an endpoint, which bounds what it is sent at once and keeps its order. While it is held, a job stands ready that looks
 * whether the holder lives; when it is let go with something left, a job stands ready for the next turn. So whatever is killed, something comes back.
 */
@Injectable()
export class EndpointHold {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly jobs: Jobs,
  ) {}

  /** Takes an endpoint that is on and nobody holds. @returns whether it is ours now */
  take(id: number, holder: string): Promise<boolean> {
    return this.uow.run(async () => {
      const now = new Date();
      const free = { OR: [{ holder: null }, { heldUntil: { lt: now } }] };
      const { count } = await this.db.webhookEndpoint.updateMany({ where: { id, active: true, ...free }, data: { holder, heldUntil: new Date(now.getTime() + holdMs), wakeAt: null } });
      if (count) await this.watch(id, holder);
      return count > 0;
    });
  }

  /** Has somebody look after a hold once it should be over. */
  async watch(endpointId: number, watch: string): Promise<void> {
    await this.jobs.add(deliverWebhooks, { endpointId, watch }, { delayMs: holdMs + lateMs });
  }

  /** @returns whether it still is ours */
  async keep(id: number, holder: string): Promise<boolean> {
    return (await this.db.webhookEndpoint.updateMany({ where: { id, holder }, data: { heldUntil: new Date(Date.now() + holdMs) } })).count > 0;
  }

  /** How the hold of a holder stands: over, alive, or late, because its process is gone. */
  async of(id: number, holder: string): Promise<'over' | 'alive' | 'late'> {
    const held = await this.db.webhookEndpoint.findFirst({ where: { id, holder }, select: { heldUntil: true } });
    if (!held) return 'over';
    return held.heldUntil && held.heldUntil > new Date() ? 'alive' : 'late';
  }

  /** Lets it go. What waits gets its next turn: as soon as it is due, and not before the breaker allows. */
  async release(id: number, holder: string): Promise<void> {
    await this.uow.run(async () => {
      const [endpoint] = await this.db.webhookEndpoint.updateManyAndReturn({ where: { id, holder }, data: { holder: null, heldUntil: null } });
      if (endpoint?.active) await this.#plan(endpoint);
    });
  }

  async #plan({ id, openUntil, wakeAt }: Endpoint): Promise<void> {
    const next = await this.db.webhookDelivery.findFirst({ where: { endpointId: id, status: 'waiting' }, orderBy: { nextAt: 'asc' }, select: { nextAt: true } });
    if (!next) return;
    const now = Date.now();
    const at = Math.max(next.nextAt.getTime(), openUntil?.getTime() ?? 0, now);
    // A job that is on its way already, and early enough, will do.
    if (wakeAt && wakeAt.getTime() > now && wakeAt.getTime() <= at + lateMs) return;
    await this.db.webhookEndpoint.updateMany({ where: { id }, data: { wakeAt: new Date(at) } });
    await this.jobs.add(deliverWebhooks, { endpointId: id }, { delayMs: at - now });
  }
}
