import { Injectable } from '@nestjs/common';
import type { EmittedEvent } from '@loctelli/core';
import { Cache, Database, OnAny, PluginSwitch, UnitOfWork } from '@loctelli/core/server';
import { allHold } from '../engine/rules.ts';
import { ClientFacts, withAnswers } from './client-facts.ts';
import { Definitions } from './definitions.ts';
import { Enroller } from './enroller.ts';

/** Clocks of two machines differ by less. */
const slackMs = 5_000;
interface Listening {
  id: number;
  triggers: string[];
  versionId: number;
  ownerId: number;
}

/** Enrols by events: of whatever plugin, as long as they are about a client. */
@Injectable()
export class EventTriggers {
  constructor(
    private readonly db: Database,
    private readonly cache: Cache,
    private readonly uow: UnitOfWork,
    private readonly plugin: PluginSwitch,
    private readonly definitions: Definitions,
    private readonly facts: ClientFacts,
    private readonly enroller: Enroller,
  ) {}

  /** Not by those of strategies themselves, so that none turns in circles. */
  @OnAny()
  async heard({ name, payload, occurredAt }: EmittedEvent): Promise<void> {
    const clientId = (payload as { clientId?: unknown } | null)?.clientId;
    if (typeof clientId !== 'number' || name.startsWith('strategy.')) return;
    const listening = (await this.#listening()).filter(({ triggers }) => triggers.includes(name));
    if (listening.length === 0 || !(await this.plugin.isOn('strategies'))) return;
    for (const strategy of listening) await this.#enrol(strategy, name, clientId, new Date(occurredAt));
  }

  async #enrol({ id: strategyId, versionId, ownerId }: Listening, name: string, clientId: number, occurredAt: Date): Promise<void> {
    const { cadence } = await this.definitions.of(versionId);
    if (cadence.steps.length === 0 || (await this.#wasIn(strategyId, clientId, occurredAt))) return;
    const clients = await this.facts.of([clientId]);
    const client = clients.get(clientId);
    if (!client) return;
    const facts = withAnswers(client.facts, await this.facts.answers(strategyId, clientId), { replied: false, booked: false });
    const judgement = { now: Date.now(), zone: (await this.facts.clocks())(client).zone };
    if (!cadence.triggers.some(({ event, when }) => event === name && allHold(when, facts, judgement))) return;
    const owner = client.ownerId === null ? null : await this.db.user.findFirst({ where: { id: client.ownerId, isActive: true }, select: { id: true } });
    await this.uow.run(() => this.enroller.enrol(clients, [clientId], { strategyId, versionId, source: 'event', cause: name, ownerOf: () => owner?.id ?? ownerId }));
  }

  /** Whether it was in it when this happened, or began since: an event that comes again, or that its own steps caused, enrols nobody anew. */
  async #wasIn(strategyId: number, clientId: number, occurredAt: Date): Promise<boolean> {
    const since = { OR: [{ endedAt: null }, { endedAt: { gte: new Date(occurredAt.getTime() - slackMs) } }] };
    if (await this.db.strategyEnrolment.findFirst({ where: { AND: [{ strategyId, clientId }, since] }, select: { id: true } })) return true;
    return (await this.db.strategyPlaybook.findFirst({ where: { strategyId, clientId, disqualifiedAt: { not: null } }, select: { id: true } })) !== null;
  }

  /** Strategies that run and name events, of which there are few: asked at every event of the tenant. */
  #listening(): Promise<Listening[]> {
    return this.cache.remember(['Strategy', 'StrategyVersion'], 'triggers', async () => {
      const rows = await this.db.strategy.findMany({
        where: { status: 'active', publishedNumber: { not: null }, triggers: { isEmpty: false } },
        select: { id: true, triggers: true, ownerId: true, publishedNumber: true, versions: { select: { id: true, number: true }, orderBy: { number: 'desc' }, take: 20 } },
      });
      return rows.flatMap(({ id, triggers, ownerId, publishedNumber, versions }) => {
        const version = versions.find(({ number }) => number === publishedNumber);
        return version ? [{ id, triggers, ownerId, versionId: version.id }] : [];
      });
    });
  }
}
