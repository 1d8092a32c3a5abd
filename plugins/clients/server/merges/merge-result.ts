import type { Client, CustomFields, MergePreview, StageKind } from '../../contract.ts';
import { same } from '../imports/decide.ts';

/** What a merge decides about. Value and currency go together, and so do stage, since when and the reason for a loss. */
const facts = ['name', 'email', 'phone', 'company', 'position', 'zone', 'status', 'source', 'value', 'ownerId', 'stageId'] as const;
type Fact = (typeof facts)[number];
const along: Partial<Record<Fact, readonly (keyof Client)[]>> = { value: ['currency'], stageId: ['stageSince', 'lostReasonId'], ownerId: ['ownerName'] };

/** The fields of the survivor that a merge may change, and that its undo puts back. */
export const mergedFields = [...facts, 'currency', 'stageSince', 'lostReasonId', 'tags', 'customFields'] as const satisfies (keyof Client)[];

interface Choice {
  /** Field (or `custom:<key>`) → id of the client whose value it takes. */
  choices: Readonly<Record<string, number>>;
  /** Fields that stay as the survivor has them: the caller's role may not change them. */
  locked: ReadonlySet<string>;
  stages: ReadonlyMap<number, StageKind>;
}

export interface MergeResult {
  result: Client;
  differences: MergePreview['differences'];
}

/**
 * One client out of several. A field takes the chosen client's value; without a choice the survivor's, or the first that is not empty, in
 * the order given. Tags are united. A closed stage decides the status.
 */
export function mergeOf(survivor: Client, others: readonly Client[], { choices, locked, stages }: Choice): MergeResult {
  const all = [survivor, ...others];
  const result: Client = { ...survivor, customFields: {}, tags: [...new Set(all.flatMap(({ tags }) => tags))] };
  const differences: MergeResult['differences'] = [];

  const donorOf = (field: string, valueOf: (client: Client) => unknown): Client => {
    if (locked.has(field) || (field.startsWith('custom:') && locked.has('customFields'))) return survivor;
    const chosen = all.find(({ id }) => id === choices[field]);
    return chosen ?? (isEmpty(valueOf(survivor)) ? (others.find((client) => !isEmpty(valueOf(client))) ?? survivor) : survivor);
  };
  const note = (field: string, donor: Client, valueOf: (client: Client) => unknown) => {
    if (all.every((client) => same(valueOf(client), valueOf(survivor)))) return;
    differences.push({ field, from: donor.id, values: all.map((client) => ({ clientId: client.id, value: (valueOf(client) ?? null) as never })) });
  };

  for (const field of facts) {
    const donor = donorOf(field, (client) => client[field]);
    for (const each of [field, ...(along[field] ?? [])]) Object.assign(result, { [each]: donor[each] });
    note(field, donor, (client) => client[field]);
  }
  const custom: CustomFields = {};
  for (const key of new Set(all.flatMap(({ customFields }) => Object.keys(customFields)))) {
    const valueOf = (client: Client) => client.customFields[key];
    const donor = donorOf(`custom:${key}`, valueOf);
    const value = valueOf(donor);
    if (!isEmpty(value)) custom[key] = value!;
    note(`custom:${key}`, donor, valueOf);
  }
  result.customFields = custom;
  if (locked.has('tags')) result.tags = survivor.tags;
  const kind = result.stageId === null ? null : stages.get(result.stageId);
  if (kind === 'won' || kind === 'lost') result.status = kind;
  else if (kind === 'open' && (result.status === 'won' || result.status === 'lost')) result.status = 'active';
  return { result, differences };
}

const isEmpty = (value: unknown) => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
