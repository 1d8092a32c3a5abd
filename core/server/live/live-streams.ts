import { Injectable, type BeforeApplicationShutdown, type MessageEvent } from '@nestjs/common';
import { Observable } from 'rxjs';
import { Access } from '../access/access.ts';
import { isBefore, LiveHub, type LiveMessage } from './live-hub.ts';
import { StreamChecks } from './stream-checks.ts';

const heartbeatMs = 15_000;

/**
 * Server-Sent Events for one browser. Each message carries its id; a browser that comes back names the last one it saw and gets what it
 * missed, or `reset` when that is no longer kept and it must load afresh.
 */
@Injectable()
export class LiveStreams implements BeforeApplicationShutdown {
  readonly #open = new Set<() => void>();

  constructor(
    private readonly hub: LiveHub,
    private readonly access: Access,
    private readonly checks: StreamChecks,
  ) {}

  open(lastEventId: string | undefined): Observable<MessageEvent> {
    const tenantId = this.access.tenant.id;
    const user = this.access.user;
    return new Observable((subscriber) => {
      let grants = user.grants;
      let waiting: LiveMessage[] | null = [];
      let last = lastEventId;
      const pass = (message: LiveMessage) => {
        if (last && !isBefore(last, message.id)) return;
        last = message.id;
        if (message.userId !== undefined && message.userId !== user.id) return;
        if (message.permission !== undefined && !grants[message.permission]) return;
        subscriber.next({ id: message.id, type: message.topic, data: JSON.stringify(message.data ?? null) });
      };
      const stop = this.hub.listen(tenantId, (message) => (waiting ? waiting.push(message) : pass(message)));

      const catchUp = async () => {
        // Looking back before the channel is open would miss what is sent in between.
        await this.hub.hears(tenantId);
        if (lastEventId && /^\d+-\d+$/.test(lastEventId)) {
          const { messages, complete } = await this.hub.since(tenantId, lastEventId);
          if (!complete) subscriber.next({ type: 'reset', data: '' });
          messages.forEach(pass);
        } else last = undefined;
        const arrived = waiting ?? [];
        waiting = null;
        arrived.forEach(pass);
        subscriber.next({ type: 'open', data: '' });
      };
      void catchUp();

      const end = () => subscriber.complete();
      const unwatch = this.checks.watch({ tenant: this.access.tenant, userId: user.id, sessionId: user.sessionId, changed: (now) => void (grants = now), ended: end });
      const beating = setInterval(() => subscriber.next({ type: 'ping', data: '' }), heartbeatMs);
      this.#open.add(end);
      return () => {
        unwatch();
        clearInterval(beating);
        stop();
        this.#open.delete(end);
      };
    });
  }

  /** Closes every stream, so that browsers reconnect elsewhere, from the id they hold. */
  beforeApplicationShutdown(): void {
    for (const end of this.#open) end();
  }
}
