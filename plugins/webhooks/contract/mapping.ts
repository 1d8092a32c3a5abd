import { z } from 'zod';
import { jsonPath, parsePath, valueAt } from './paths.ts';

/** Fields of a client that a payload may fill; the tenant's own are `custom:<key>`. */
export const clientTargets = ['name', 'email', 'phone', 'company', 'position', 'zone', 'source', 'value', 'currency', 'tags'] as const;
export type ClientTarget = (typeof clientTargets)[number] | `custom:${string}`;
const target = z.union([z.enum(clientTargets), z.templateLiteral(['custom:', z.string().regex(/^[a-zA-Z0-9]{1,40}$/)])]);

/** One line of a mapping: what the paths lead to, joined by a space where there are several, or the fallback where they lead to nothing. */
export const mappingEntry = z.strictObject({ target, paths: z.array(jsonPath).min(1).max(4), fallback: z.string().trim().max(200).nullable().default(null) });
export type MappingEntry = z.infer<typeof mappingEntry>;
export const mapping = z.array(mappingEntry).max(60);

export type MappedValue = string | number | boolean | string[];

/** What a mapping makes of a payload: values by target, nothing for those that stay empty. What they are good for is judged where they are written. */
export function applyMapping(entries: readonly (Omit<MappingEntry, 'target'> & { target: string })[], payload: unknown): Record<string, MappedValue> {
  const values = entries.flatMap(({ target: to, paths, fallback }): [string, MappedValue][] => {
    const found = paths.map((path) => plain(valueAt(payload, parsePath(path) ?? []))).filter((value) => value !== undefined);
    const value = found.length > 1 ? found.map(text).join(' ') : (found[0] ?? (fallback || undefined));
    return value === undefined ? [] : [[to, to === 'tags' ? tagsOf(value) : value]];
  });
  return Object.fromEntries(values);
}

/** A value as a field can take it: texts without blanks around them, lists of texts; undefined for what is empty or has parts of its own. */
function plain(value: unknown): MappedValue | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return value.trim() || undefined;
  if (!Array.isArray(value)) return undefined;
  const texts = value.map(plain).filter((each) => each !== undefined).map(text);
  return texts.length ? texts : undefined;
}

const text = (value: MappedValue): string => (Array.isArray(value) ? value.join(' ') : String(value));

/** Tags come as a list or in one text, between commas. */
const tagsOf = (value: MappedValue): string[] => {
  const parts = Array.isArray(value) ? value : text(value).split(',');
  return [...new Set(parts.map((each) => each.trim().slice(0, 40)).filter(Boolean))].slice(0, 20);
};
