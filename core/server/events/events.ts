import { Injectable, SetMetadata } from '@nestjs/common';
import type { EventDefinition } from '@loctelli/core';
import { UnitOfWork } from '../database/unit-of-work.ts';

export const onEventKey = 'loctelli:on';
/** Stands for every event where one is named. */
export const anyEvent = '*';

/**
 * Hears an event: the method receives an `EmittedEvent`, as the event's tenant, after the commit, at least once and in no promised order.
 * A rejection is retried with growing pauses.
 */
export const On = (event: Pick<EventDefinition, 'name' | 'live'>) => SetMetadata(onEventKey, event);

/** Hears every event of every plugin, as `On` hears one. */
export const OnAny = () => SetMetadata(onEventKey, { name: anyEvent, live: false });

/** Says what happened. */
@Injectable()
export class Events {
  constructor(private readonly uow: UnitOfWork) {}

  /** Emits an event with the open unit of work, or in one of its own. Throws when the payload is not what the contract declares. */
  async emit<T>(event: EventDefinition<T>, payload: T): Promise<void> {
    await this.emitMany(event, [payload]);
  }

  /** Emits one event per payload; one statement however many there are. */
  async emitMany<T>(event: EventDefinition<T>, payloads: readonly T[]): Promise<void> {
    const rows = payloads.map((payload) => ({ eventId: crypto.randomUUID(), kind: 'event' as const, name: event.name, payload: event.payload.parse(payload) }));
    await this.uow.run(async () => void this.uow.current!.outbox.push(...rows));
  }
}
