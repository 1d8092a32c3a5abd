import { Injectable } from '@nestjs/common';
import { Access, problem, Procedures } from '@loctelli/core/server';
import { bookSlot, findFreeSlots } from '../../../bookings/contract.ts';
import { strategyErrors } from '../../contract.ts';
import type { OfferedSlots, SlotBooking } from '../../contract.ts';
import { StrategyReach } from '../strategies/strategy-reach.ts';
import { KnownClients } from './known-client.ts';
import { Scripts } from './scripts.ts';

const dayMs = 86_400_000;
const daysAhead = 21;
const mostSlots = 120;

/** What a strategy's clients can be offered to book, as it is free at this moment. */
@Injectable()
export class OpenSlots {
  constructor(
    private readonly access: Access,
    private readonly procedures: Procedures,
    private readonly reach: StrategyReach,
    private readonly clients: KnownClients,
    private readonly scripts: Scripts,
  ) {}

  /** Times are in the client's zone, or the tenant's. Throws strategies.not-found, strategies.client-not-found, strategies.no-event-type. */
  async list(strategyId: number, clientId: number): Promise<OfferedSlots> {
    const eventTypeId = await this.#eventType(strategyId, clientId);
    const client = await this.clients.demand(clientId);
    const found = await this.free(eventTypeId);
    if (!found) throw problem(strategyErrors.noEventType);
    return { ...found, zone: client.zone ?? this.access.tenant.zone };
  }

  /** Throws besides what bookings throws, such as bookings.taken. */
  async book(strategyId: number, { clientId, start }: SlotBooking) {
    const eventTypeId = await this.#eventType(strategyId, clientId);
    const { name, email, phone, zone } = await this.clients.demand(clientId);
    return this.procedures.call(bookSlot, { eventTypeId, start, seats: 1, answers: {}, clientId, name, email, phone, zone: zone ?? this.access.tenant.zone });
  }

  /** Null where bookings are off or offer this no more. */
  async free(eventTypeId: number): Promise<Omit<OfferedSlots, 'zone'> | null> {
    const now = Date.now();
    return this.#ask(eventTypeId, now, now + daysAhead * dayMs, mostSlots);
  }

  async isFree(eventTypeId: number, start: string): Promise<boolean> {
    const at = Date.parse(start);
    const found = await this.#ask(eventTypeId, at, at + 60_000, 5);
    return found?.items.some((item) => Date.parse(item.start) === at) ?? false;
  }

  async #ask(eventTypeId: number, from: number, to: number, limit: number): Promise<Omit<OfferedSlots, 'zone'> | null> {
    if (!(await this.procedures.offers(findFreeSlots))) return null;
    const period = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
    try {
      const { title, url, length, items } = await this.procedures.call(findFreeSlots, { eventTypeId, ...period, seats: 1, limit });
      return { title, url, length, items: items.map(({ start, end }) => ({ start, end })) };
    } catch {
      // An event type that was deleted offers nothing.
      return null;
    }
  }

  async #eventType(strategyId: number, clientId: number): Promise<number> {
    await this.reach.demand(strategyId);
    const followed = await this.scripts.of(strategyId, clientId);
    if (!followed) throw problem(strategyErrors.notFound);
    const { eventTypeId } = followed.script.booking;
    if (eventTypeId === null) throw problem(strategyErrors.noEventType);
    return eventTypeId;
  }
}
