import { Injectable } from '@nestjs/common';
import { Access, Database, Procedures } from '@loctelli/core/server';
import { listHolidays } from '../../../bookings/contract.ts';
import { describeClients } from '../../../clients/contract.ts';
import { isZone, type Clock } from '../engine/clock.ts';
import type { Fact, Facts } from '../engine/facts.ts';

/** A client as cadences know them. */
export interface KnownClient {
  id: number;
  name: string;
  email: string | null;
  phone: string | null;
  company: string | null;
  position: string | null;
  zone: string | null;
  ownerId: number | null;
  stageId: number | null;
  stageKind: 'open' | 'won' | 'lost' | null;
  stageSince: string | null;
  customFields: Readonly<Record<string, unknown>>;
  facts: Facts;
}

/** What rules are judged by, and whose clock counts. */
@Injectable()
export class ClientFacts {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly procedures: Procedures,
  ) {}

  /** By id; who is gone, or lies in the trash, is absent. */
  async of(clientIds: readonly number[]): Promise<Map<number, KnownClient>> {
    const { items } = await this.procedures.call(describeClients, { clientIds: [...clientIds] });
    return new Map(items.map(({ tags, customFields, ...client }) => [client.id, { ...client, customFields, facts: factsOf({ ...client, tags }, customFields) }]));
  }

  /** What somebody answered to a strategy's questions. */
  async answers(strategyId: number, clientId: number): Promise<Readonly<Record<string, Fact>>> {
    const row = await this.db.strategyPlaybook.findFirst({ where: { strategyId, clientId }, select: { answers: true } });
    return (row?.answers ?? {}) as Record<string, Fact>;
  }

  /** Tells a client's clock: of their own zone where it is known, else the tenant's. */
  async clocks(): Promise<(client: Pick<KnownClient, 'zone'> | undefined) => Clock> {
    const { zone: tenantZone } = this.access.tenant;
    const { dates } = (await this.procedures.offers(listHolidays)) ? await this.procedures.call(listHolidays, {}) : { dates: [] };
    const holidays = new Set(dates);
    return (client) => ({ zone: client?.zone && isZone(client.zone) ? client.zone : tenantZone, tenantZone, holidays });
  }
}

/** Facts of a client with the answers and what has happened since it was enrolled. */
export const withAnswers = (facts: Facts, answers: Readonly<Record<string, Fact>>, happened: { replied: boolean; booked: boolean }): Facts => ({
  ...facts,
  ...happened,
  ...Object.fromEntries(Object.entries(answers).map(([key, value]) => [`answer:${key}`, value])),
});

const plain = ['name', 'email', 'phone', 'company', 'position', 'zone', 'status', 'source', 'value', 'currency', 'ownerId', 'stageId', 'pipelineId', 'tags', 'createdAt'] as const;

function factsOf(client: Partial<Record<(typeof plain)[number], Fact>>, customFields: Readonly<Record<string, unknown>>): Facts {
  const own = Object.fromEntries(plain.map((field) => [field, client[field] ?? null]));
  return { ...own, ...Object.fromEntries(Object.entries(customFields).map(([key, value]) => [`custom:${key}`, value as Fact])) };
}
