import { Injectable, Logger } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { PlatformConnection } from '../database/platform-connection.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { Config } from '../config/config.ts';
import { Handlers } from '../jobs/handlers.ts';
import { WorkQueue, type QueuedWork } from '../jobs/queue.ts';
import { Live } from '../live/live.ts';
import { EventCatalogue } from './event-catalogue.ts';
import { anyEvent } from './events.ts';

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
/** Key of the lock under which events get their places. */
const placing = 7_305_061_112;
const placedAtOnce = 5_000;

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
  /** Whether events may wait for their place: a process that died may have left some. */
  #unplaced = true;

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
      this.#unplaced ||= rows.some(({ kind }) => kind === 'event');
      if (this.#unplaced) await this.#place(client);
      client.release();
      await this.#tellBrowsers(rows);
      return rows.length;
    } catch (error) {
      client.release(error as Error);
      throw error;
    }
  }

  /**
   * Gives events their places in their tenants' logs: under one lock for all processes and in a transaction of its own, so that a place that can be
   * read has only such before it that can be read too.
   */
  async #place(client: PoolClient): Promise<void> {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [placing]);
    const { rowCount } = await client.query(`
      with fresh as (select id, "tenantId" from "OutboxEvent" where position is null and kind = 'event' order by id limit ${placedAtOnce}),
           last as (select t."tenantId", coalesce((select max(position) from "OutboxEvent" o where o."tenantId" = t."tenantId"), 0) as place from (select distinct "tenantId" from fresh) t),
           placed as (select f.id, l.place + row_number() over (partition by f."tenantId" order by f.id) as place from fresh f join last l using ("tenantId"))
      update "OutboxEvent" o set position = p.place from placed p where o.id = p.id`);
    await client.query('commit');
    this.#unplaced = rowCount === placedAtOnce;
  }

  #workOf(row: Row): { id: string; work: QueuedWork; delayMs?: number }[] {
    const { tenantId, eventId, name, kind, payload } = row;
    if (kind === 'job') return [{ id: eventId, work: { tenantId, kind, name, payload }, delayMs: (payload as { delayMs: number }).delayMs }];
    const event = { id: eventId, name, occurredAt: row.occurredAt.toISOString(), actorId: row.actorId };
    return [...(this.handlers.events.get(name) ?? []), ...(this.handlers.events.get(anyEvent) ?? [])].map((subscriber) => ({
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
