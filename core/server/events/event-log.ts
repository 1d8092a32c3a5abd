import { Injectable } from '@nestjs/common';
import { kernelErrors, type EventLogPage, type EventLogQuery, type EventType, type LoggedEvent } from '@loctelli/core';
import { z } from 'zod';
import { Database } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { Every } from '../jobs/every.ts';
import { PluginStates } from '../plugins/plugin-states.ts';
import { currentTenantId } from '../tenancy/context.ts';
import { EventCatalogue } from './event-catalogue.ts';
import { exampleOf } from './example.ts';

const dayMs = 86_400_000;
/** How long events can be caught up with, and how long jobs that were handed on are remembered. */
const keptDays = { event: 90, job: 7 };

/** What happened at the tenant in the air, in an order that never changes: for those who were away. */
@Injectable()
export class EventLog {
  constructor(
    private readonly db: Database,
    private readonly catalogue: EventCatalogue,
    private readonly plugins: PluginStates,
  ) {}

  /** Events after a cursor, oldest first. An event appears here a moment after its commit, and never before one already read. Throws core.invalid-cursor. */
  async page({ after, limit, types, from: since, to: until }: EventLogQuery): Promise<EventLogPage> {
    const from = after === undefined ? 0 : placeOf(after);
    const names = types?.split(',').map((name) => name.trim()).filter(Boolean);
    const occurredAt = { ...(since && { gte: new Date(since) }), ...(until && { lt: new Date(until) }) };
    const where = { kind: 'event', position: { gt: from }, occurredAt, ...(names?.length && { name: { in: names } }) };
    const rows = await this.db.outboxEvent.findMany({ where, orderBy: { position: 'asc' }, take: limit + 1 });
    const items = rows.slice(0, limit);
    const last = items.at(-1)?.position ?? from;
    return { items: items.map(loggedOf), cursor: last > 0 ? cursorOf(last) : null, more: rows.length > limit };
  }

  /** One event by its stable id; null where there is none, or it is no longer kept. */
  async find(id: string): Promise<LoggedEvent | null> {
    const row = await this.db.outboxEvent.findFirst({ where: { eventId: id, kind: 'event' } });
    return row && loggedOf(row);
  }

  /** The types of events that the kernel and the plugins that are on declare. */
  async types(): Promise<EventType[]> {
    const on = new Set(['core', ...(await this.plugins.enabledFor(currentTenantId()!))]);
    return this.catalogue.entries
      .filter(({ pluginId }) => on.has(pluginId))
      .map(({ event, pluginId }) => {
        const schema = z.toJSONSchema(event.payload, { io: 'output', unrepresentable: 'any' }) as Record<string, unknown>;
        return { name: event.name, pluginId, schema, example: exampleOf(schema) };
      })
      .sort((a, b) => a.name.localeCompare(b.name));
  }

  @Every('1 day')
  async forget(): Promise<void> {
    for (const [kind, days] of Object.entries(keptDays))
      await this.db.outboxEvent.deleteMany({ where: { kind, dispatchedAt: { lt: new Date(Date.now() - days * dayMs) } } });
  }
}

const loggedOf = ({ eventId, name, occurredAt, actorId, payload }: { eventId: string; name: string; occurredAt: Date; actorId: number | null; payload: unknown }): LoggedEvent => ({
  ...{ id: eventId, type: name, occurredAt: occurredAt.toISOString(), actorId, data: payload },
});

const cursorOf = (place: number) => Buffer.from(`e${place}`).toString('base64url');
function placeOf(cursor: string): number {
  const [, place] = /^e(\d{1,10})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (place === undefined) throw problem(kernelErrors.invalidCursor);
  return Number(place);
}
