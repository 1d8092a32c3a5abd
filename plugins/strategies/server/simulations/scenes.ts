import { Injectable } from '@nestjs/common';
import { Access, Database, problem, Procedures } from '@loctelli/core/server';
import { findConversation, readHistory } from '../../../chat/contract.ts';
import { reachableClients } from '../../../clients/contract.ts';
import { strategyErrors, type Happening, type Scenario } from '../../contract.ts';
import type { Fact, Facts } from '../engine/facts.ts';
import { ClientFacts, type KnownClient } from '../enrolments/client-facts.ts';

const longest = 200;
const yearMinutes = 366 * 24 * 60;
type Known = Pick<KnownClient, 'name' | 'email' | 'phone' | 'company' | 'position' | 'zone' | 'customFields' | 'facts'>;

/** Who a scenario is played with, and what they do. */
export interface Scene {
  clientId: number | null;
  client: Known;
  answers: Readonly<Record<string, Fact>>;
  happenings: Happening[];
  stageKinds: Map<number, 'open' | 'won' | 'lost'>;
}

/** Makes up, or looks up, the client of a scenario: as far as the caller may know them. */
@Injectable()
export class Scenes {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly procedures: Procedures,
    private readonly facts: ClientFacts,
  ) {}

  /** Throws strategies.client-not-found for a client or conversation that is out of reach. */
  async of(strategyId: number, { client, happenings }: Scenario): Promise<Scene> {
    const past = client.conversationId === null ? null : await this.#conversation(client.conversationId);
    const clientId = client.clientId ?? past?.clientId ?? null;
    const known = clientId === null ? null : await this.#known(clientId);
    const all = [...happenings, ...(past?.happenings ?? [])];
    const stageIds = all.flatMap((each) => (each.what === 'stage' ? [each.stageId] : []));
    const stages = stageIds.length ? await this.db.stage.findMany({ where: { id: { in: stageIds } }, select: { id: true, kind: true } }) : [];
    return {
      clientId,
      client: known ? withFacts(known, client.facts as Facts) : madeUp(client),
      answers: clientId === null ? {} : await this.facts.answers(strategyId, clientId),
      happenings: all,
      stageKinds: new Map(stages.map(({ id, kind }) => [id, kind as 'open' | 'won' | 'lost'])),
    };
  }

  async #known(clientId: number): Promise<Known> {
    const { clientIds } = await this.procedures.call(reachableClients, { clientIds: [clientId] });
    const client = (await this.facts.of(clientIds)).get(clientId);
    if (!client) throw problem(strategyErrors.clientNotFound);
    const refused = this.access.refused('Client', 'read');
    const hides = (field: string) => refused.has(field) || (field.startsWith('custom:') && refused.has('customFields'));
    const facts = Object.fromEntries(Object.entries(client.facts).map(([field, value]) => [field, hides(field) ? null : value])) as Facts;
    const customFields = Object.fromEntries(Object.entries(client.customFields).filter(([key]) => !hides(`custom:${key}`)));
    const own = (field: 'email' | 'phone' | 'company' | 'position' | 'zone') => (hides(field) ? null : client[field]);
    return { name: client.name, email: own('email'), phone: own('phone'), company: own('company'), position: own('position'), zone: own('zone'), customFields, facts };
  }

  /** What the client wrote, at the distance it had from the conversation's first message; that one began it, and ends nothing. */
  async #conversation(conversationId: number): Promise<{ clientId: number | null; happenings: Happening[] }> {
    const found = (await this.procedures.offers(findConversation)) ? await this.procedures.call(findConversation, { conversationId, may: 'read' }) : null;
    if (!found) throw problem(strategyErrors.clientNotFound);
    const [first, ...rest] = (await this.procedures.call(readHistory, { conversationId, limit: longest })).items.toReversed();
    const since = (at: string) => Math.round((Date.parse(at) - Date.parse(first!.at)) / 60_000);
    const replies = rest.filter(({ kind, at }) => kind === 'incoming' && since(at) <= yearMinutes);
    return { clientId: found.clientId, happenings: replies.map(({ at, text }) => ({ at: since(at), what: 'reply', text: text.slice(0, 5_000) })) };
  }
}

const withFacts = (known: Known, more: Facts): Known => ({ ...known, facts: { ...known.facts, ...more } });

function madeUp({ name, email, zone, facts }: Scenario['client']): Known {
  const text = (field: string) => (typeof facts[field] === 'string' ? facts[field] : null);
  const custom = Object.entries(facts).filter(([field]) => field.startsWith('custom:'));
  return {
    ...{ name, email, zone, phone: text('phone'), company: text('company'), position: text('position') },
    customFields: Object.fromEntries(custom.map(([field, value]) => [field.slice('custom:'.length), value])),
    facts: { status: 'lead', ...facts, name, email, zone } as Facts,
  };
}
