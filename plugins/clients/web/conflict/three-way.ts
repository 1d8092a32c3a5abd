import type { Client, ClientUpdate, CustomFields } from '../../contract.ts';

/** A client's values by field; own fields as `custom:<key>`. */
export type Values = Record<string, unknown>;
/** A field that two people changed, to different values. */
export interface Overlap {
  field: string;
  base: unknown;
  theirs: unknown;
  mine: unknown;
}
export interface Merge {
  /** What to send on top of theirs. */
  change: Values;
  overlaps: Overlap[];
  /** Fields that they changed and I did not touch, or changed to the same. */
  kept: string[];
}

// prettier-ignore
const facts = ['name', 'email', 'phone', 'company', 'position', 'zone', 'status', 'source', 'value', 'currency', 'ownerId', 'stageId', 'lostReasonId', 'tags'] as const;
/** A field that goes where another one goes: a reason without its stage means nothing. */
const follows: Record<string, string> = { lostReasonId: 'stageId' };

/**
 * Puts my change onto what somebody else made of the client meanwhile. Fields that only one side changed go through; tags added and removed
 * by both do too, as none undoes the other; whatever both changed is left to be chosen.
 * @param base as I saw it when I began
 * @param mine what I changed, and nothing else
 */
export function merge(base: Values, theirs: Values, mine: Values): Merge {
  const [change, overlaps]: [Values, Overlap[]] = [{}, []];
  const changedByThem = (field: string) => !same(base[field], theirs[field]);
  for (const [field, value] of Object.entries(mine)) {
    if (same(value, theirs[field]) || field in follows) continue;
    if (!changedByThem(field)) change[field] = value;
    else if (field === 'tags') change[field] = mergedTags(base[field], theirs[field], value);
    else overlaps.push({ field, base: base[field], theirs: theirs[field], mine: value });
  }
  for (const [field, leader] of Object.entries(follows)) {
    if (!(field in mine) || same(mine[field], theirs[field])) continue;
    if (leader in mine ? leader in change : !changedByThem(field)) change[field] = mine[field];
    else if (!(leader in mine)) overlaps.push({ field, base: base[field], theirs: theirs[field], mine: mine[field] });
  }
  const overlapping = new Set(overlaps.map(({ field }) => field));
  const kept = [...new Set([...Object.keys(base), ...Object.keys(theirs)])].filter((field) => changedByThem(field) && !overlapping.has(field));
  return { change, overlaps, kept };
}

/** The change to send once it is chosen whose value each overlapping field takes. */
export function decided({ change, overlaps }: Merge, mine: Values, choices: Readonly<Record<string, 'mine' | 'theirs'>>): Values {
  const taken = overlaps.filter(({ field }) => choices[field] === 'mine').map(({ field }) => field);
  const along = Object.keys(follows).filter((field) => field in mine && taken.includes(follows[field]!));
  return { ...change, ...Object.fromEntries([...taken, ...along].map((field) => [field, mine[field]])) };
}

export function valuesOf(client: Client): Values {
  const own = Object.entries(client.customFields).map(([key, value]) => [`custom:${key}`, value]);
  return { ...Object.fromEntries(facts.map((field) => [field, client[field] ?? null])), ...Object.fromEntries(own) };
}

/** Values as the server takes them. */
export function updateOf(values: Values): Omit<ClientUpdate, 'version'> {
  const entries = Object.entries(values);
  const own = entries.filter(([field]) => field.startsWith('custom:')).map(([field, value]) => [field.slice(7), value ?? null]);
  const plain = Object.fromEntries(entries.filter(([field]) => !field.startsWith('custom:')));
  return { ...plain, ...(own.length > 0 && { customFields: Object.fromEntries(own) as CustomFields }) } as Omit<ClientUpdate, 'version'>;
}

/** The way back from `updateOf`. */
export function valuesIn({ customFields = {}, ...change }: Omit<ClientUpdate, 'version'>): Values {
  const plain = Object.entries(change).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(plain), ...Object.fromEntries(Object.entries(customFields).map(([key, value]) => [`custom:${key}`, value])) };
}

function mergedTags(base: unknown, theirs: unknown, mine: unknown): string[] {
  const [before, other, own] = [base, theirs, mine].map((tags) => (tags as string[] | null) ?? []) as [string[], string[], string[]];
  const kept = other.filter((tag) => own.includes(tag) || !before.includes(tag));
  return [...kept, ...own.filter((tag) => !before.includes(tag) && !kept.includes(tag))];
}

/** Nothing, an empty text and an empty list are the same. */
const same = (a: unknown, b: unknown): boolean => JSON.stringify(plain(a)) === JSON.stringify(plain(b));
const plain = (value: unknown) => (value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? null : value);
