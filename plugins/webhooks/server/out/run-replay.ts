import { Injectable } from '@nestjs/common';
import type { LoggedEvent } from '@loctelli/core';
import { BackgroundJobs, Database, EventLog, Handles, UnitOfWork, type JobRun } from '@loctelli/core/server';
import { hears, runWebhookReplay } from '../../contract.ts';
import type { ReplayRow } from './replays.service.ts';
import { Requeue } from './requeue.ts';

const size = 200;

interface Step {
  /** Null when nothing is left. */
  cursor: string | null;
  processed: number;
  queued: number;
  endpointIds: number[];
}

/** Puts many deliveries in line, batch by batch. */
@Injectable()
export class ReplayRunner {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly log: EventLog,
    private readonly requeue: Requeue,
    private readonly progress: BackgroundJobs,
  ) {}

  /** Each batch commits with how far it is: a worker that dies leaves whole batches, and of two workers only one finds the place it expects. */
  @Handles(runWebhookReplay)
  async run({ replayId }: { replayId: number }, { attempt }: Pick<JobRun, 'attempt'>): Promise<void> {
    try {
      await this.db.webhookReplay.updateMany({ where: { id: replayId, status: 'queued' }, data: { status: 'running' } });
      let replay = await this.db.webhookReplay.findFirst({ where: { id: replayId, status: 'running' } });
      while (replay) replay = await this.#batch(replay);
    } catch (error) {
      if (attempt >= runWebhookReplay.attempts) await this.#end(replayId, 'failed');
      throw error;
    }
  }

  /** @returns the replay as it goes on; null when it has ended, here or otherwise */
  async #batch(replay: ReplayRow): Promise<ReplayRow | null> {
    const next = await this.uow.run(async () => {
      const where = { id: replay.id, status: 'running', cursor: replay.cursor };
      // Held before anything is put in line: who stops it waits for this batch, and none is written after.
      if ((await this.db.webhookReplay.updateMany({ where, data: { status: 'running' } })).count === 0) return null;
      const { cursor, processed, queued, endpointIds } = replay.what === 'dead' ? await this.#dead(replay) : await this.#range(replay);
      const [mine] = await this.db.webhookReplay.updateManyAndReturn({ where, data: { cursor: cursor ?? 'end', processed: { increment: processed }, queued: { increment: queued } } });
      if (!mine) return null;
      await this.requeue.wake(endpointIds);
      if (mine.progressId) await this.progress.advance(mine.progressId, { processed: mine.processed });
      return mine;
    });
    if (next?.cursor !== 'end') return next;
    await this.#end(replay.id, 'done');
    return null;
  }

  async #dead({ endpointId, cursor, createdAt }: ReplayRow): Promise<Step> {
    const where = { status: 'dead', id: { gt: Number(cursor ?? 0) }, lastAt: { lt: createdAt }, endpoint: { active: true }, ...(endpointId !== null && { endpointId }) };
    const rows = await this.db.webhookDelivery.findMany({ where, orderBy: { id: 'asc' }, take: size, select: { id: true, endpointId: true } });
    const queued = await this.requeue.again(rows.map(({ id }) => id));
    return { cursor: rows.length < size ? null : String(rows.at(-1)!.id), processed: rows.length, queued, endpointIds: rows.map((row) => row.endpointId) };
  }

  /** Over the kernel's log and not our own: it knows what occurred before the endpoint was there, or while it was off. */
  async #range({ endpointId, cursor, from, to, types }: ReplayRow): Promise<Step> {
    const endpoint = await this.db.webhookEndpoint.findFirst({ where: { id: endpointId ?? 0, active: true } });
    if (!endpoint) return { cursor: null, processed: 0, queued: 0, endpointIds: [] };
    const page = await this.log.page({ limit: size, from: from!.toISOString(), to: to!.toISOString(), ...(cursor && { after: cursor }) });
    const wanted = page.items.filter(({ type }) => hears(endpoint.events, type) && (types.length === 0 || hears(types, type)));
    const queued = wanted.length ? await this.#enqueue(endpoint.id, wanted) : 0;
    return { cursor: page.more ? page.cursor : null, processed: page.items.length, queued, endpointIds: queued ? [endpoint.id] : [] };
  }

  async #enqueue(endpointId: number, events: LoggedEvent[]): Promise<number> {
    const facts = events.map(({ id: eventId, type, occurredAt, data }) => ({ eventId, type, occurredAt, data: data as object }));
    await this.db.webhookMessage.createMany({ data: facts, skipDuplicates: true });
    const messages = await this.db.webhookMessage.findMany({ where: { eventId: { in: facts.map(({ eventId }) => eventId) } }, orderBy: { occurredAt: 'asc' }, select: { id: true, type: true, occurredAt: true } });
    const known = await this.db.webhookDelivery.findMany({ where: { endpointId, messageId: { in: messages.map(({ id }) => id) } }, select: { id: true } });
    const again = await this.requeue.again(known.map(({ id }) => id));
    const { count } = await this.db.webhookDelivery.createMany({ data: messages.map(({ id, type, occurredAt }) => ({ endpointId, messageId: id, type, nextAt: occurredAt })), skipDuplicates: true });
    return again + count;
  }

  async #end(id: number, status: 'done' | 'failed'): Promise<void> {
    await this.uow.run(async () => {
      const [row] = await this.db.webhookReplay.updateManyAndReturn({ where: { id, status: { in: ['queued', 'running'] } }, data: { status, finishedAt: new Date() } });
      if (row?.progressId) await this.progress.finish(row.progressId, status, { params: { count: row.queued } });
    });
  }
}
