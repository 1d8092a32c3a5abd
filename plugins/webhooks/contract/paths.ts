import { z } from 'zod';

/** A way into a JSON value: names of properties, places in lists, and `*` for every place of a list. */
export type PathStep = string | number;

const step = /(?:^|\.)([\p{L}_$][\p{L}\p{N}_$-]*)|\[(\d{1,4}|\*)\]|\[(?:'([^'\]]+)'|"([^"\]]+)")\]/uy;

/** Reads a path such as `$.contact.email`, `items[0].name`, `items[*].id` or `form['Your name']`. Null for what is none. */
export function parsePath(text: string): PathStep[] | null {
  const source = text.trim().replace(/^\$(?:\.(?=.)|(?=\[))/, '');
  const steps: PathStep[] = [];
  step.lastIndex = 0;
  while (step.lastIndex < source.length) {
    const found = step.exec(source);
    if (!found) return null;
    const [, name, place, single, double] = found;
    steps.push(place === undefined ? (name ?? single ?? double)! : place === '*' ? '*' : Number(place));
  }
  return steps.length ? steps : null;
}

/** Writes steps as the path that `parsePath` reads. */
export function pathText(steps: readonly PathStep[]): string {
  return steps
    .map((each, index) => {
      if (typeof each === 'number' || each === '*') return `[${each}]`;
      const isPlain = /^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(each) && !(index === 0 && each === '$');
      return isPlain ? (index === 0 ? each : `.${each}`) : each.includes("'") ? `["${each}"]` : `['${each}']`;
    })
    .join('');
}

/** The value a path leads to; undefined where it leads nowhere. With `*`, the list of what each place holds; in a record it is a name like any other. */
export function valueAt(value: unknown, steps: readonly PathStep[]): unknown {
  const [first, ...rest] = steps;
  if (first === undefined) return value;
  if (first === '*' && Array.isArray(value)) return value.map((each) => valueAt(each, rest)).filter((each) => each !== undefined);
  if (typeof first === 'number') return Array.isArray(value) ? valueAt(value[first], rest) : undefined;
  return isRecord(value) && Object.hasOwn(value, first) ? valueAt(value[first], rest) : undefined;
}

/** What of a value lies on the paths: properties not named are left out, lists keep their order and lose places that hold nothing of it. */
export function includeOnly(value: unknown, paths: readonly (readonly PathStep[])[]): unknown {
  if (paths.length === 0) return undefined;
  if (paths.some((path) => path.length === 0)) return value;
  if (Array.isArray(value)) {
    const kept = value.map((each, place) => includeOnly(each, after(paths, (first) => first === '*' || first === place)));
    return kept.filter((each) => each !== undefined);
  }
  if (!isRecord(value)) return undefined;
  const entries = Object.entries(value).map(([name, inner]) => [name, includeOnly(inner, after(paths, (first) => first === name))] as const);
  const kept = entries.filter(([, inner]) => inner !== undefined);
  return kept.length ? Object.fromEntries(kept) : undefined;
}

const after = (paths: readonly (readonly PathStep[])[], fits: (first: PathStep) => boolean) => paths.filter(([first]) => first !== undefined && fits(first)).map((path) => path.slice(1));

/** Every path of a value that ends at something that is no record, in order; lists are gone into at their first place. Names that no path can write are passed by. */
export function pathsOf(value: unknown, before: PathStep[] = [], deepest = 6): PathStep[][] {
  if (before.length >= deepest) return [before];
  if (Array.isArray(value)) return value.length && typeof value[0] === 'object' ? pathsOf(value[0], [...before, 0], deepest) : before.length ? [before] : [];
  if (!isRecord(value)) return before.length ? [before] : [];
  return Object.entries(value).flatMap(([name, inner]) => (isWritable(name) ? pathsOf(inner, [...before, name], deepest) : []));
}

/** Between quotes stands what holds neither a closing bracket nor both kinds of quotes. */
const isWritable = (name: string) => name !== '' && !name.includes(']') && !(name.includes("'") && name.includes('"'));

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A path as an input takes it. */
export const jsonPath = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((text) => parsePath(text) !== null, 'must be a path, such as contact.email or items[0].name');
