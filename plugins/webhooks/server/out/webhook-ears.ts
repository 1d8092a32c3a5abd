import { Injectable } from '@nestjs/common';
import type { EmittedEvent } from '@loctelli/core';
import { Database, OnAny, PluginSwitch, UnitOfWork } from '@loctelli/core/server';
import { hears } from '../../contract.ts';
import { DeliveryPump } from './delivery-pump.ts';

/** Hears every event and puts it in line for each endpoint that wants it. */
@Injectable()
export class WebhookEars {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly pump: DeliveryPump,
    private readonly on: PluginSwitch,
  ) {}

  /** Heard again after a crash, it finds its rows and adds none: an event is one message, and one delivery per endpoint. */
  @OnAny()
  async hear({ id: eventId, name: type, occurredAt, payload }: EmittedEvent): Promise<void> {
    if (!(await this.on.isOn('webhooks'))) return;
    // What came before is for a replay.
    const endpoints = await this.db.webhookEndpoint.findMany({ where: { active: true, hearsSince: { lte: new Date(occurredAt) } }, select: { id: true, events: true } });
    const ids = endpoints.filter(({ events }) => hears(events, type)).map(({ id }) => id);
    if (ids.length === 0) return;
    await this.uow.run(async () => {
      const at = new Date(occurredAt);
      await this.db.webhookMessage.createMany({ data: [{ eventId, type, occurredAt: at, data: payload as object }], skipDuplicates: true });
      const { id: messageId } = await this.db.webhookMessage.findFirstOrThrow({ where: { eventId }, select: { id: true } });
      // An endpoint that was deleted meanwhile must not make the others lose the event.
      const there = await this.db.webhookEndpoint.findMany({ where: { id: { in: ids } }, select: { id: true } });
      await this.db.webhookDelivery.createMany({ data: there.map(({ id: endpointId }) => ({ endpointId, messageId, type, nextAt: at })), skipDuplicates: true });
    });
    for (const id of ids) await this.pump.wake(id);
  }
}
