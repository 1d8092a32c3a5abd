import type { ImportTarget } from '../../contract.ts';
import { headerWords, manyColumns, plainHeader } from './header-words.ts';

/** How alike a header must be to a known one to be taken for it. */
const threshold = 0.75;

interface CustomField {
  key: string;
  label: string;
}

/**
 * Suggests where each column goes. Known headers win over similar ones, earlier columns over later ones; a field is suggested once, except
 * those that take several columns.
 */
export function suggestMapping(columns: readonly string[], customFields: readonly CustomField[] = []): (ImportTarget | null)[] {
  const words = new Map<string, ImportTarget>();
  for (const [target, known] of Object.entries(headerWords))
    for (const header of known ?? []) words.set(plainHeader(header), target as ImportTarget);
  for (const { key, label } of customFields) for (const header of [key, label]) words.set(plainHeader(header), `custom:${key}`);

  const headers = columns.map(plainHeader);
  const mapping: (ImportTarget | null)[] = headers.map(() => null);
  const taken = new Set<ImportTarget>();
  const take = (index: number, target: ImportTarget | undefined) => {
    if (!target || mapping[index] || (taken.has(target) && !manyColumns.has(target))) return;
    mapping[index] = target;
    taken.add(target);
  };

  // Outlook's "Title" is Mr or Dr; it means the job only where no other column does.
  const order = [...headers.keys()].sort((a, b) => Number(headers[a] === 'title') - Number(headers[b] === 'title'));
  for (const index of order) take(index, words.get(headers[index]!));
  for (const index of headers.keys()) {
    const similar = mapping[index] ? undefined : mostSimilar(headers[index]!, words);
    // Beside the parts of a name, whatever merely resembles "name" is something else.
    if (similar && !taken.has(similar) && !(similar === 'name' && taken.has('firstName'))) take(index, similar);
  }
  // A full name says more than a part of it that was called just "nombre".
  if (taken.has('firstName') && !taken.has('lastName') && !taken.has('name')) mapping[mapping.indexOf('firstName')] = 'name';
  return mapping;
}

function mostSimilar(header: string, words: Map<string, ImportTarget>): ImportTarget | undefined {
  if (header.length < 3) return undefined;
  let [best, score] = [undefined as ImportTarget | undefined, threshold];
  for (const [known, target] of words) {
    const next = similarity(header, known);
    if (next > score) [best, score] = [target, next];
  }
  return best;
}

/** Dice's coefficient over letter pairs, 0 to 1; the order of words does not count. */
export function similarity(a: string, b: string): number {
  const [left, right] = [pairs(a), pairs(b)];
  if (left.length === 0 || right.length === 0) return a === b ? 1 : 0;
  const rest = [...right];
  const shared = left.filter((pair) => {
    const index = rest.indexOf(pair);
    if (index >= 0) rest.splice(index, 1);
    return index >= 0;
  });
  return (2 * shared.length) / (left.length + right.length);
}

const pairs = (text: string) =>
  text.split(' ').flatMap((word) => Array.from({ length: Math.max(word.length - 1, 0) }, (_, i) => word.slice(i, i + 2)));
