import { Injectable } from '@nestjs/common';
import { Problem, problem, Procedures } from '@loctelli/core/server';
import { applyToClient, findOrCreateClient } from '../../../clients/contract.ts';
import { applyMapping, webhookErrors, type MappedValue, type MappingEntry, type ReceiptOutcome } from '../../contract.ts';
import type { ReceiverRow } from './receivers.service.ts';

export interface Written {
  outcome: ReceiptOutcome;
  clientId: number;
  clientName: string;
  /** Fields whose values could not be used, and were left out. */
  left: string[];
}

const matchedBy = { 'email-or-phone': ['email', 'phone'], email: ['email'], phone: ['phone'], none: [] } as const;

/** Writes what came in into a client. */
@Injectable()
export class ReceiptWriter {
  constructor(private readonly procedures: Procedures) {}

  /**
   * A value that does not fit its field is left out and named, rather than the whole lost. Call it in a unit of work.
   * Throws webhooks.no-name where nothing tells who it is.
   */
  async write(receiver: ReceiverRow, payload: unknown): Promise<Written> {
    const mapped = applyMapping(receiver.mapping as MappingEntry[], payload);
    const { facts, customTexts, left } = factsOf(mapped);
    const name = String(facts.name ?? facts.email ?? facts.phone ?? facts.company ?? '').slice(0, 200);
    if (!name) throw problem(webhookErrors.noName);
    const found = await this.procedures.call(findOrCreateClient, {
      ...{ name, email: facts.email as string | undefined, phone: facts.phone as string | undefined, zone: facts.zone as string | undefined },
      ...{ source: String(facts.source ?? receiver.source), ownerId: receiver.ownerId, leave: true },
      matchBy: [...matchedBy[receiver.matchBy as keyof typeof matchedBy]],
    });
    const { clientId } = found;
    if (!found.created && receiver.onMatch === 'skip') return { outcome: 'skipped', clientId, clientName: found.name, left };
    const { tags = [], ...rest } = facts;
    const addTags = [...new Set([...receiver.tags, ...(tags as string[])])];
    const applied = await this.#apply({ ...rest, clientId, addTags, customTexts, ...(receiver.stageId && { stageId: receiver.stageId }) }, left);
    const outcome = found.created ? 'created' : applied.changed.length ? 'updated' : 'unchanged';
    return { outcome, clientId, clientName: applied.name, left };
  }

  /** Tries again without what was refused: it is judged before anything is written. */
  async #apply(input: Record<string, unknown> & { customTexts: Record<string, string> }, left: string[]): Promise<{ name: string; changed: string[] }> {
    try {
      return await this.procedures.call(applyToClient, input as never);
    } catch (error) {
      const paths = error instanceof Problem ? (error.errors ?? []).map(({ path }) => path) : [];
      const { customTexts, ...facts } = input;
      const custom = paths.filter((path) => path.startsWith('customFields.') && path.slice(13) in customTexts).map((path) => path.slice(13));
      const known = paths.filter((path) => path in facts && path !== 'clientId');
      if (custom.length + known.length === 0) throw error;
      left.push(...known, ...custom.map((key) => `custom:${key}`));
      const without = <T>(values: Record<string, T>, names: string[]) => Object.fromEntries(Object.entries(values).filter(([key]) => !names.includes(key)));
      return this.#apply({ ...without(facts, known), customTexts: without(customTexts, custom) }, left);
    }
  }
}

/** Mapped values in the form that clients take; those that are none are left. */
function factsOf(mapped: Record<string, MappedValue>): { facts: Record<string, unknown>; customTexts: Record<string, string>; left: string[] } {
  const entries = Object.entries(mapped);
  const custom = entries.filter(([target]) => target.startsWith('custom:'));
  const customTexts = Object.fromEntries(custom.map(([target, value]) => [target.slice(7), textOf(value).slice(0, 2_000)]));
  const given = Object.fromEntries(entries.filter(([target]) => !target.startsWith('custom:')).map(([target, value]) => [target, factOf(target, value)]));
  // The contract's own schema says what fits; whether it can be written is its plugin's business.
  const { tags, ...single } = given;
  const { error } = applyToClient.input.safeParse({ clientId: 1, ...single, addTags: tags });
  const left = [...new Set((error?.issues ?? []).map(({ path }) => (path[0] === 'addTags' ? 'tags' : String(path[0]))))];
  const facts = Object.fromEntries(Object.entries(given).filter(([target]) => !left.includes(target)));
  return { facts, customTexts, left };
}

const textOf = (value: MappedValue) => (Array.isArray(value) ? value.join(', ') : String(value));

function factOf(target: string, value: MappedValue): unknown {
  if (target === 'tags') return value;
  const text = textOf(value).replace(/[\p{Cc}\s]+/gu, ' ').trim();
  if (target === 'value') return Math.round(Number(text.replace(/[^\d.-]/g, '')) * 100) / 100;
  return target === 'currency' ? text.toUpperCase() : text;
}
