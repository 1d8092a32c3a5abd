import { Injectable } from '@nestjs/common';
import { Access, Database, Procedures, type Prisma } from '@loctelli/core/server';
import type { z } from 'zod';
import { readHistory, type findConversation } from '../../../chat/contract.ts';
import { reachableClients } from '../../../clients/contract.ts';
import { answersOf, answerValues } from '../playbook/answers.ts';
import { KnownClients, wordsOf, type KnownClient } from '../playbook/known-client.ts';
import { OpenSlots } from '../playbook/open-slots.ts';
import { filledScript, live, Scripts, type Followed } from '../playbook/scripts.ts';
import { StrategyReach } from '../strategies/strategy-reach.ts';
import type { Talk } from './prompt.ts';
import { slotText, spread } from './slot-text.ts';

export type Conversing = NonNullable<z.infer<(typeof findConversation)['output']>>;
const messagesRead = 40;
const slotsOffered = 8;

/** Gathers what a reply in a conversation is written from. */
@Injectable()
export class Talks {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly procedures: Procedures,
    private readonly reach: StrategyReach,
    private readonly clients: KnownClients,
    private readonly scripts: Scripts,
    private readonly slots: OpenSlots,
  ) {}

  /**
   * The strategy that speaks in a conversation: the one named, else the client's enrolment, the playbook that was begun, the enrolment that a reply
   * ended. A person is held to those they may read. Null when there is none. Throws strategies.not-found for one named and out of reach.
   */
  async follow({ clientId }: Conversing, strategyId?: number): Promise<Followed | null> {
    if (strategyId !== undefined) {
      await this.reach.demand(strategyId);
      return this.scripts.of(strategyId, clientId);
    }
    if (clientId === null) return null;
    const strategy: Prisma.StrategyWhereInput = this.access.isSignedIn ? this.reach.where() : {};
    const select = { strategyId: true };
    const found =
      (await this.db.strategyEnrolment.findFirst({ where: { clientId, status: live, strategy }, orderBy: { id: 'desc' }, select })) ??
      (await this.db.strategyPlaybook.findFirst({ where: { clientId, disqualifiedAt: null, strategy }, orderBy: { updatedAt: 'desc' }, select })) ??
      (await this.db.strategyEnrolment.findFirst({ where: { clientId, stopReason: 'reply', strategy }, orderBy: { id: 'desc' }, select }));
    return found && this.scripts.of(found.strategyId, clientId);
  }

  async of(conversation: Conversing, { strategyId, script }: Followed): Promise<Talk> {
    const { conversationId, clientId, name } = conversation;
    const client = clientId === null ? null : await this.#known(clientId);
    const playbook = clientId === null ? null : await this.db.strategyPlaybook.findFirst({ where: { strategyId, clientId } });
    const answers = client ? answersOf(script.questions, client, playbook?.answers) : {};
    const { items } = await this.procedures.call(readHistory, { conversationId, limit: messagesRead });
    const zone = client?.zone ?? conversation.zone ?? this.access.tenant.zone;
    return this.made(script, client, name ?? client?.name ?? '', answers, {
      history: items.toReversed().map(({ kind, text }) => ({ kind, text })),
      zone,
      locale: conversation.locale ?? this.access.tenant.locale,
    });
  }

  /** The same from what is given, for a conversation that nobody had. */
  async made(script: Followed['script'], client: KnownClient | null, name: string, answers: Parameters<typeof answerValues>[0], said: { history: Talk['history']; zone: string; locale: string }): Promise<Talk> {
    const { eventTypeId } = script.booking;
    const found = eventTypeId === null ? null : await this.slots.free(eventTypeId);
    const offered = spread(found?.items ?? [], said.zone, slotsOffered);
    const values = { ...this.clients.textValues(client, name), ...answerValues(answers), 'booking.url': found?.url ?? '' };
    const labels = new Map(script.questions.map(({ key, label }) => [key, label]));
    return {
      script: filledScript(script, values),
      tenant: this.access.tenant.name,
      facts: factsOf(client, name),
      answers: Object.fromEntries(Object.entries(answers).flatMap(([key, value]) => (labels.has(key) ? [[labels.get(key)!, wordsOf(value)]] : []))),
      history: said.history,
      slots: offered.map(({ start }) => ({ start, text: slotText(start, said.zone, said.locale) })),
      bookingTitle: found?.title ?? null,
    };
  }

  /** A client out of the reach of whoever talks to them stays unknown but for their name. */
  async #known(clientId: number): Promise<KnownClient | null> {
    if (this.access.isSignedIn && !(await this.procedures.call(reachableClients, { clientIds: [clientId] })).clientIds.length) return null;
    return this.clients.find(clientId);
  }
}

const factsOf = (client: KnownClient | null, name: string): Record<string, string> => ({
  name,
  ...(client && { company: client.company ?? '', position: client.position ?? '', tags: client.tags.join(', ') }),
  ...Object.fromEntries(Object.entries(client?.customFields ?? {}).map(([key, value]) => [key, wordsOf(value)])),
});
