import type { Client } from '../../contract.ts';
import { same } from '../imports/decide.ts';

/** A client's values by name, its own fields as `custom:<key>`. */
export function flat(values: Partial<Client>): Record<string, unknown> {
  const { customFields, ...rest } = values;
  return { ...rest, ...Object.fromEntries(Object.entries(customFields ?? {}).map(([key, value]) => [`custom:${key}`, value])) };
}

export interface Restoration {
  /** What the survivor gets back. */
  data: Partial<Client>;
  /** Fields that stay, because somebody changed them since. */
  kept: string[];
}

/**
 * What undoing a merge puts back: the fields that still are as the merge left them.
 * @param before what the merge changed, as it was @param after the same as the merge left it @param now the survivor
 */
export function restorationOf(before: Record<string, unknown>, after: Record<string, unknown>, now: Client): Restoration {
  const current = flat(now);
  const kept: string[] = [];
  const data: Record<string, unknown> = {};
  const customFields = { ...now.customFields };
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (!same(current[field] ?? null, after[field] ?? null)) kept.push(field);
    else if (!field.startsWith('custom:')) data[field] = before[field] ?? null;
    else if ((before[field] ?? null) === null) delete customFields[field.slice(7)];
    else customFields[field.slice(7)] = before[field] as never;
  }
  return { data: { ...data, customFields }, kept };
}
