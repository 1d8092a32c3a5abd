import type { Client, ClientStatus, CustomFields, DuplicateRule } from '../../contract.ts';
import type { ParsedClient, ParsedRow } from './parse-row.ts';

/** A client that is there already, with what an import may change. */
export type Existing = Pick<
  Client,
  'id' | 'version' | 'name' | 'email' | 'phone' | 'company' | 'position' | 'zone' | 'source' | 'value' | 'currency' | 'tags' | 'ownerId' | 'stageId' | 'lostReasonId'
> & {
  status: ClientStatus;
  stageSince: Date | null;
  customFields: CustomFields;
  /** Whether the one who imports may change it. */
  inReach: boolean;
};

export type Changes = Partial<Omit<Existing, 'id' | 'version' | 'inReach'>>;

export interface Update {
  existing: Existing;
  before: Changes;
  after: Changes;
  note?: string | undefined;
}

export type Outcome = 'create' | 'update' | 'skip' | 'fail';

export interface Decision {
  creates: ParsedClient[];
  updates: Update[];
  failures: ParsedRow[];
  /** Of each row, in their order. */
  outcomes: Outcome[];
}

/** What makes two clients the same: the e-mail address, or the phone number of those without one. */
export const identityOf = ({ email, phone }: { email?: string | null; phone?: string | null }): string | null => email ?? phone ?? null;

/**
 * Decides what becomes of each row. Rows of one file that are the same client are duplicates of each other just as of stored ones.
 * @param existing stored clients by e-mail address and by phone number
 */
export function decide(rows: readonly ParsedRow[], existing: ReadonlyMap<string, Existing>, rule: DuplicateRule): Decision {
  const decision: Decision = { creates: [], updates: [], failures: [], outcomes: [] };
  const fresh = new Map<string, ParsedClient>();
  const updates = new Map<number, Update>();
  for (const row of rows) decision.outcomes.push(decideRow(row));
  decision.updates.push(...[...updates.values()].filter(({ after, note }) => Object.keys(after).length > 0 || note));
  return decision;

  function decideRow(row: ParsedRow): Outcome {
    const { client } = row;
    if (!client) {
      decision.failures.push(row);
      return 'fail';
    }
    const identity = rule === 'create' ? null : identityOf(client);
    const stored = identity === null ? undefined : existing.get(identity);
    const twin = identity === null ? undefined : fresh.get(identity);
    if (!stored && !twin) {
      decision.creates.push(client);
      if (identity !== null) fresh.set(identity, client);
      return 'create';
    }
    if (rule === 'skip') return 'skip';
    if (twin) {
      Object.assign(twin, merged(twin, client));
      return 'update';
    }
    if (!stored!.inReach) return 'skip';
    return note(updates, stored!, client) ? 'update' : 'skip';
  }
}

/** Adds a row to what changes about a stored client; false when it says nothing new. */
function note(updates: Map<number, Update>, existing: Existing, client: ParsedClient): boolean {
  const known = updates.get(existing.id) ?? { existing, before: {}, after: {} };
  const now = { ...existing, ...known.after };
  const changes = changesOf(now, client);
  if (Object.keys(changes).length === 0 && !client.note) return false;
  for (const field of Object.keys(changes) as (keyof Changes)[]) (known.before as Record<string, unknown>)[field] = existing[field];
  Object.assign(known.after, changes);
  if (client.note) known.note = [known.note, client.note].filter(Boolean).join('\n\n');
  updates.set(existing.id, known);
  return true;
}

/** What a row changes: filled cells win, tags and custom fields are added to. */
function changesOf(now: Existing, { note: _note, createdAt: _createdAt, tags, customFields, ...facts }: ParsedClient): Changes {
  const next: Changes = { ...facts };
  if (tags) next.tags = [...new Set([...now.tags, ...tags])];
  if (customFields) next.customFields = { ...now.customFields, ...customFields };
  return Object.fromEntries(Object.entries(next).filter(([field, value]) => !same(value, now[field as keyof Changes])));
}

function merged(first: ParsedClient, second: ParsedClient): ParsedClient {
  const tags = [...new Set([...(first.tags ?? []), ...(second.tags ?? [])])];
  const note = [first.note, second.note].filter(Boolean).join('\n\n');
  const customFields = { ...first.customFields, ...second.customFields };
  return {
    ...first,
    ...second,
    ...(tags.length && { tags }),
    ...(note && { note }),
    ...(Object.keys(customFields).length && { customFields }),
  };
}

/** Equality of JSON values, whatever the order of keys. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b || ((a === null || a === undefined) && (b === null || b === undefined))) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}
