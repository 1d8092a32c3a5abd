import { Injectable } from '@nestjs/common';
import { Access, Database, Procedures } from '@loctelli/core/server';
import { listEventTypes } from '../../../bookings/contract.ts';
import type { Definition, Variant } from '../../contract.ts';
import type { Fact } from '../engine/facts.ts';
import { fillIn, type TextValues } from '../texts/fill-in.ts';
import type { KnownClient } from './client-facts.ts';

type Known = Pick<KnownClient, 'name' | 'email' | 'phone' | 'company' | 'position' | 'customFields'>;

/** Fills in what a step says. */
@Injectable()
export class StepTexts {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly procedures: Procedures,
  ) {}

  /** Value of each variable for one client, in the name of a user. */
  async values({ script }: Definition, client: Known, ownerId: number | null, answers: Readonly<Record<string, Fact>>): Promise<TextValues> {
    const user = ownerId === null ? null : await this.db.user.findFirst({ where: { id: ownerId }, select: { name: true } });
    return {
      ...this.answerValues(answers),
      ...Object.fromEntries(Object.entries(client.customFields).map(([key, value]) => [`custom.${key}`, textOf(value)])),
      ...{ 'client.name': client.name, 'client.firstName': first(client.name), 'client.email': client.email ?? '', 'client.phone': client.phone ?? '' },
      ...{ 'client.company': client.company ?? '', 'client.position': client.position ?? '' },
      ...{ 'user.name': user?.name ?? '', 'user.firstName': first(user?.name ?? ''), 'tenant.name': this.access.tenant.name },
      ...{ 'persona.name': script.persona.name, 'persona.role': script.persona.role },
      'booking.url': await this.#bookingUrl(script.booking.eventTypeId),
    };
  }

  /** What somebody answered, as texts may say it. */
  answerValues(answers: Readonly<Record<string, Fact>>): Partial<TextValues> {
    return Object.fromEntries(Object.entries(answers).map(([key, value]) => [`answers.${key}`, textOf(value)]));
  }

  fill({ subject, body }: Pick<Variant, 'subject' | 'body'>, values: TextValues): { subject: string; text: string } {
    return { subject: fillIn(subject, values).replace(/\s+/g, ' ').trim().slice(0, 200), text: fillIn(body, values).trim() };
  }

  async #bookingUrl(eventTypeId: number | null): Promise<string> {
    if (eventTypeId === null || !(await this.procedures.offers(listEventTypes))) return '';
    const { items } = await this.procedures.call(listEventTypes, {});
    return items.find(({ id, active }) => id === eventTypeId && active)?.url ?? '';
  }
}

const first = (name: string) => name.trim().split(/\s+/)[0] ?? '';
const textOf = (value: unknown): string => (value === null || value === undefined ? '' : Array.isArray(value) ? value.join(', ') : String(value));
