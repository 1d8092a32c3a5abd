import { Injectable } from '@nestjs/common';
import { Access, problem, Procedures } from '@loctelli/core/server';
import type { z } from 'zod';
import { describeClients, reachableClients } from '../../../clients/contract.ts';
import { strategyErrors } from '../../contract.ts';
import type { AnswerTarget, PlaybookAnswers } from '../../contract.ts';
import type { TextValues } from '../texts/fill-in.ts';

export type KnownClient = z.infer<(typeof describeClients)['output']>['items'][number];
type Answer = PlaybookAnswers[string];

/** A client, as far as whoever asks may know them; in jobs, as they are. */
@Injectable()
export class KnownClients {
  constructor(
    private readonly access: Access,
    private readonly procedures: Procedures,
  ) {}

  /** Throws strategies.client-not-found, whether there is none or they are out of the caller's reach. */
  async demand(clientId: number): Promise<KnownClient> {
    const { clientIds } = await this.procedures.call(reachableClients, { clientIds: [clientId] });
    const client = clientIds.length ? await this.find(clientId) : null;
    if (!client) throw problem(strategyErrors.clientNotFound, undefined, [{ path: 'clientId', code: 'unknown', message: strategyErrors.clientNotFound.detail }]);
    return client;
  }

  /** Whether they may be read or not; for whoever talks to them already. */
  async find(clientId: number): Promise<KnownClient | null> {
    const [client] = (await this.procedures.call(describeClients, { clientIds: [clientId] })).items;
    if (!client) return null;
    if (!this.access.isSignedIn) return client;
    const refused = this.access.refused('Client', 'read');
    const emptied = { tags: [], customFields: {} } as Partial<KnownClient>;
    const hidden = [...refused].filter((field) => field in client && field !== 'name');
    return { ...client, ...Object.fromEntries(hidden.map((field) => [field, emptied[field as keyof KnownClient] ?? null])) };
  }

  async mayChange(clientId: number): Promise<boolean> {
    return (await this.procedures.call(reachableClients, { clientIds: [clientId], to: 'update' })).clientIds.length > 0;
  }

  /** What texts may say of a client and of whoever writes to them. */
  textValues(client: KnownClient | null, name = client?.name ?? ''): Partial<TextValues> {
    const me = this.access.isSignedIn ? this.access.user.name : '';
    const custom = Object.entries(client?.customFields ?? {}).map(([key, value]) => [`custom.${key}`, wordsOf(value)]);
    return {
      'client.name': name,
      'client.firstName': first(name),
      'client.email': client?.email ?? '',
      'client.phone': client?.phone ?? '',
      'client.company': client?.company ?? '',
      'client.position': client?.position ?? '',
      'user.name': me,
      'user.firstName': first(me),
      'tenant.name': this.access.tenant.name,
      ...Object.fromEntries(custom),
    };
  }
}

/** What a question's target says of a client now. */
export const factOf = (client: KnownClient, target: AnswerTarget): Answer =>
  target.startsWith('custom:') ? (client.customFields[target.slice(7)] ?? null) : client[target as 'name'];

/** A value as a text. */
export const wordsOf = (value: Answer | undefined): string => (Array.isArray(value) ? value.join(', ') : value === null || value === undefined ? '' : String(value));
const first = (name: string) => name.trim().split(/\s+/)[0] ?? '';
