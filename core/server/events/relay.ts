import { Injectable, Logger } from '@nestjs/common';
import { PlatformConnection } from '../database/platform-connection.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { Config } from '../config/config.ts';
import { Handlers } from '../jobs/handlers.ts';
import { WorkQueue, type QueuedWork } from '../jobs/queue.ts';
import { Live } from '../live/live.ts';
import { EventCatalogue } from './event-catalogue.ts';

interface Row {
  id: string;
  tenantId: number;
  eventId: string;
  kind: 'event' | 'job';
  name: string;
  payload: unknown;
  actorId: number | null;
  occurredAt: Date;
}

const batch = 200;
const idleMs = 1_000;

/**
 * Hands committed events and jobs on to the queue. Rows are taken with SKIP LOCKED and marked in the same transaction as they are handed on:
 * a crash in between hands them on again, under the same id, which the queue knows. It never asks for "id greater than the last one", which
 * misses transactions that commit late.
 */
@Injectable()
export class Relay {
  readonly #logger = new Logger('Relay');
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = false;

  constructor(
    private readonly platform: PlatformConnection,
    private readonly queue: WorkQueue,
    private readonly handlers: Handlers,
    private readonly live: Live,
    private readonly catalogue: EventCatalogue,
    private readonly config: Config,
    uow: UnitOfWork,
  ) {
    uow.afterEveryCommit((work) => (work.outbox.length ? this.wake() : undefined));
  }

  start(): void {
    if (!this.config.jobs) return;
    this.#timer = setInterval(() => this.wake(), idleMs);
    this.wake();
  }

  /** Looks for rows now. */
  wake(): void {
    if (this.#stopped || !this.config.jobs || !this.#timer) return;
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = this.#drain()
      .catch((error: Error) => this.#logger.warn(error.message))
      .finally(() => {
        this.#running = undefined;
        if (this.#again) {
          this.#again = false;
          this.wake();
        }
      });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  async #drain(): Promise<void> {
    while (!this.#stopped && (await this.#handOn()) === batch);
  }

  async #handOn(): Promise<number> {
    const client = await this.platform.pool.connect();
    try {
      await client.query('begin');
      const { rows } = await client.query<Row>(
        'select id, "tenantId", "eventId", kind, name, payload, "actorId", "occurredAt" from "OutboxEvent" where "dispatchedAt" is null order by id limit $1 for update skip locked',
        [batch],
      );
      if (rows.length) {
        await this.queue.add(rows.flatMap((row) => this.#workOf(row)));
        await client.query('update "OutboxEvent" set "dispatchedAt" = now() where id = any($1::bigint[])', [rows.map((row) => row.id)]);
      }
      await client.query('commit');
      client.release();
      await this.#tellBrowsers(rows);
      return rows.length;
    } catch (error) {
      client.release(error as Error);
      throw error;
    }
  }

  #workOf(row: Row): { id: string; work: QueuedWork; delayMs?: number }[] {
    const { tenantId, eventId, name, kind, payload } = row;
    if (kind === 'job') return [{ id: eventId, work: { tenantId, kind, name, payload }, delayMs: (payload as { delayMs: number }).delayMs }];
    const event = { id: eventId, name, occurredAt: row.occurredAt.toISOString(), actorId: row.actorId };
    return (this.handlers.events.get(name) ?? []).map((subscriber) => ({
      id: `${eventId}-${subscriber.name}`,
      work: { tenantId, kind, name, handler: subscriber.name, payload, event },
    }));
  }

  async #tellBrowsers(rows: Row[]): Promise<void> {
    for (const row of rows) {
      const definition = row.kind === 'event' ? this.catalogue.get(row.name) : undefined;
      if (definition?.live) await this.live.publishTo(row.tenantId, row.name, row.payload, { permission: definition.permission });
    }
  }
}
