import { Injectable, type BeforeApplicationShutdown, type MessageEvent } from '@nestjs/common';
import { Observable } from 'rxjs';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { context, currentTenantId, type RequestContext } from '../tenancy/context.ts';
import { follow, type FollowOptions } from './follow.ts';
import { LiveHub } from './live-hub.ts';

const heartbeatMs = 15_000;
const aliveMs = 3_000;

export interface Audience {
  /** Only this user's browsers. */
  userId?: number | undefined;
  /** Only users who hold this permission, in whatever scope. */
  permission?: string | undefined;
}

/** Tells open browsers of the tenant that something happened. */
@Injectable()
export class Live implements BeforeApplicationShutdown {
  readonly #open = new Set<() => void>();

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

  /**
   * Answers a plugin's own `@Sse()` route with rows of a sequence, such as the messages of a conversation: those after the one the listener has, then
   * each new one, once and in order, over restarts of anything. Call it in the request; the listener comes back by itself with its last id.
   */
  follow(options: FollowOptions): Observable<MessageEvent> {
    const store = context.get() as RequestContext;
    const tenantId = currentTenantId();
    if (tenantId === undefined) throw new Error('No tenant in this context, so nothing to follow.');
    const rows = follow(options, {
      listen: (onMessage) => this.hub.listen(tenantId, ({ topic, data }) => onMessage(topic, data)),
      ready: () => this.hub.hears(tenantId),
      within: (work) => context.runWith(store, async () => await work()),
      heartbeatMs,
      aliveMs,
    });
    return new Observable((subscriber) => {
      const end = () => subscriber.complete();
      this.#open.add(end);
      const subscription = rows.subscribe(subscriber);
      return () => {
        this.#open.delete(end);
        subscription.unsubscribe();
      };
    });
  }

  /** Closes every stream, so that listeners come back elsewhere. */
  beforeApplicationShutdown(): void {
    for (const end of this.#open) end();
  }

  /** Kernel only. */
  async publishTo(tenantId: number, topic: string, data: unknown, audience: Audience): Promise<void> {
    await this.hub.send(tenantId, JSON.stringify({ topic, data, ...audience }));
  }
}
