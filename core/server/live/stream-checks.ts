import { Injectable } from '@nestjs/common';
import type { Grants } from '@loctelli/core';
import { Principals } from '../auth/principals.ts';
import { Sessions } from '../auth/sessions.ts';
import { PlatformConnection } from '../database/platform-connection.ts';
import { runAs, type TenantContext } from '../tenancy/context.ts';

/** How often open streams are looked at. */
const checkMs = 800;

/** Somebody who listens, and what is to be done about a change of their standing. */
export interface WatchedListener {
  tenant: TenantContext;
  userId: number;
  /** Null for a program, whose key is asked for with each request. */
  sessionId: string | null;
  changed(grants: Grants): void;
  ended(): void;
}

/** Whatever of a user or their role decides what they hear, as one text. */
interface Stamp {
  tenantId: number;
  userId: number;
  isActive: boolean;
  stamp: string;
}

/**
 * Looks whether those who listen still may. All streams of the process are looked at together, with one statement and one trip to Redis, because
 * thousands that each asked for themselves would keep the process busy with nothing else.
 */
@Injectable()
export class StreamChecks {
  readonly #watched = new Map<WatchedListener, { stamp: string | null }>();
  #timer: NodeJS.Timeout | undefined;
  #running = false;

  constructor(
    private readonly platform: PlatformConnection,
    private readonly principals: Principals,
    private readonly sessions: Sessions,
  ) {}

  /** Watches until what it returns is called. */
  watch(listener: WatchedListener): () => void {
    this.#watched.set(listener, { stamp: null });
    void this.#begin(listener).catch(() => null);
    this.#timer ??= setInterval(() => void this.#round(), checkMs);
    return () => {
      this.#watched.delete(listener);
      if (this.#watched.size > 0) return;
      clearInterval(this.#timer);
      this.#timer = undefined;
    };
  }

  /** What the listener's rights were read from when it was let in, a moment ago. */
  async #begin(listener: WatchedListener): Promise<void> {
    const known = await runAs(listener.tenant, () => this.principals.find(listener.tenant.id, listener.userId));
    const watched = this.#watched.get(listener);
    if (known && watched) watched.stamp = known.stamp;
  }

  /** What cannot be asked now, because a store is away, is asked again in the next round; the streams stay open meanwhile. */
  async #round(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      const listeners = [...this.#watched.keys()];
      await Promise.all([this.#checkSessions(listeners).catch(() => null), this.#checkUsers(listeners).catch(() => null)]);
    } finally {
      this.#running = false;
    }
  }

  async #checkSessions(listeners: readonly WatchedListener[]): Promise<void> {
    const withSession = listeners.filter(({ sessionId }) => sessionId !== null) as (WatchedListener & { sessionId: string })[];
    const alive = await this.sessions.areAlive(withSession.map(({ tenant, sessionId }) => ({ tenantId: tenant.id, sessionId })));
    withSession.forEach((listener, index) => alive[index] === false && listener.ended());
  }

  async #checkUsers(listeners: readonly WatchedListener[]): Promise<void> {
    const users = new Map(listeners.map((listener) => [keyOf(listener), { tenantId: listener.tenant.id, userId: listener.userId }]));
    const { rows } = await this.platform.pool.query<Stamp>({
      name: 'stream-checks',
      text: `select u."tenantId", u.id as "userId", u."isActive", concat((extract(epoch from u."updatedAt") * 1000)::bigint, ' ', u."roleKey", ' ', (extract(epoch from r."updatedAt") * 1000)::bigint) as stamp
        from unnest($1::int[], $2::int[]) k(tenant, id) join "User" u on u."tenantId" = k.tenant and u.id = k.id join "Role" r on r."tenantId" = u."tenantId" and r.key = u."roleKey"`,
      values: [[...users.values()].map(({ tenantId }) => tenantId), [...users.values()].map(({ userId }) => userId)],
    });
    const known = new Map(rows.map((row) => [`${row.tenantId}:${row.userId}`, row]));
    for (const listener of listeners) {
      const row = known.get(keyOf(listener));
      if (!row?.isActive) listener.ended();
      else await this.#follow(listener, row.stamp);
    }
  }

  async #follow(listener: WatchedListener, stamp: string): Promise<void> {
    const watched = this.#watched.get(listener);
    // What a program may hear was settled with its key.
    if (!watched || watched.stamp === null || watched.stamp === stamp || listener.sessionId === null) return;
    const { tenant, userId } = listener;
    this.principals.forget(tenant.id, userId);
    const user = await runAs(tenant, () => this.principals.find(tenant.id, userId));
    if (!user) return;
    watched.stamp = user.stamp;
    listener.changed(user.principal.grants);
  }
}

const keyOf = ({ tenant, userId }: WatchedListener) => `${tenant.id}:${userId}`;
