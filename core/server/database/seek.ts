import { kernelErrors, type Page } from '@loctelli/core';
import { problem } from '../http/problem.ts';

type Direction = 'asc' | 'desc';
type Value = string | number | boolean | null;

/** What to order a list by. Fields must not be null; `id` is added as the last one, so that the order is total. */
export interface SeekOptions {
  sort: { field: string; direction: Direction; type?: 'date' | 'number' | 'text' }[];
  cursor?: string | undefined;
  limit: number;
}

export interface Seek {
  /** Rows after the cursor; to be joined with the list's own conditions by `AND`. */
  where: Record<string, unknown>;
  orderBy: Record<string, Direction>[];
  /** One more than the page holds, which tells whether another follows. */
  take: number;
  page<Row extends object>(rows: Row[]): Page<Row>;
}

/**
 * Keyset pagination: a page starts after the last row of the page before, whatever was inserted or deleted in between, and costs the
 * same at any depth.
 * @throws core.invalid-cursor for a cursor of another order or one that was tampered with
 */
export function seek({ sort, cursor, limit }: SeekOptions): Seek {
  const last = sort.at(-1)?.direction ?? 'asc';
  const keys = [...sort.filter(({ field }) => field !== 'id'), { field: 'id', direction: last, type: 'number' as const }];
  return {
    where: cursor ? after(keys, decode(cursor, keys)) : {},
    orderBy: keys.map(({ field, direction }) => ({ [field]: direction })),
    take: limit + 1,
    page(rows) {
      const items = rows.slice(0, limit);
      return { items, nextCursor: rows.length > limit ? encode(keys, items.at(-1) as Record<string, unknown>) : null };
    },
  };
}

type Key = SeekOptions['sort'][number];

/** (a, b, id) after (x, y, z) is: a past x, or a = x and b past y, or a = x and b = y and id past z. */
function after(keys: Key[], values: Value[]): Record<string, unknown> {
  return {
    OR: keys.map((key, index) => ({
      AND: [
        ...keys.slice(0, index).map((earlier, i) => ({ [earlier.field]: typed(earlier, values[i]!) })),
        { [key.field]: { [key.direction === 'asc' ? 'gt' : 'lt']: typed(key, values[index]!) } },
      ],
    })),
  };
}

const typed = (key: Key, value: Value) => (key.type === 'date' ? new Date(value as string) : value);
const signature = (keys: Key[]) => keys.map((key) => `${key.field}:${key.direction}`).join();

function encode(keys: Key[], row: Record<string, unknown>): string {
  const values = keys.map(({ field }) => {
    const value = row[field];
    return value instanceof Date ? value.toISOString() : typeof value === 'object' && value !== null ? String(value) : value;
  });
  return Buffer.from(JSON.stringify([signature(keys), ...values])).toString('base64url');
}

function decode(cursor: string, keys: Key[]): Value[] {
  try {
    const [signed, ...values] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string, ...Value[]];
    const sound = signed === signature(keys) && values.length === keys.length && keys.every((key, i) => fits(key, values[i]!));
    if (sound) return values;
  } catch {
    // Not one of ours: answered below like any other cursor that cannot be used.
  }
  throw problem(kernelErrors.invalidCursor);
}

function fits(key: Key, value: Value): boolean {
  if (key.type === 'number') return typeof value === 'number' || (typeof value === 'string' && Number.isFinite(Number(value)));
  if (key.type === 'date') return typeof value === 'string' && !Number.isNaN(Date.parse(value));
  return typeof value === 'string';
}
