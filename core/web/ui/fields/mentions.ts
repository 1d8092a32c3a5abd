export interface Mention {
  id: number;
  name: string;
}

const stored = /@\[([^\]\n]{1,200})\]\(user:(\d{1,10})\)/g;

/** Text parted into what was written and who is mentioned. */
export function partsOf(text: string): (string | Mention)[] {
  const parts: (string | Mention)[] = [];
  let from = 0;
  for (const match of text.matchAll(stored)) {
    if (match.index > from) parts.push(text.slice(from, match.index));
    parts.push({ id: Number(match[2]), name: match[1]! });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

/** As it is typed: `@Dana Reyes` instead of `@[Dana Reyes](user:12)`. */
export function toTyped(text: string): { text: string; people: Mention[] } {
  const parts = partsOf(text);
  return { text: parts.map((part) => (typeof part === 'string' ? part : `@${part.name}`)).join(''), people: parts.filter((part) => typeof part !== 'string') };
}

/** As it is kept. A name that was changed after it was chosen is a word like any other. */
export function toStored(text: string, people: readonly Mention[]): string {
  // The longest name first, so that "Dana Reyes" is not taken for "Dana".
  const known = [...new Map(people.map((person) => [person.name, person])).values()].sort((a, b) => b.name.length - a.name.length);
  let kept = '';
  for (let at = 0; at < text.length; ) {
    const person = text[at] === '@' ? known.find(({ name }) => text.startsWith(name, at + 1) && !/[\p{L}\p{N}]/u.test(text[at + 1 + name.length] ?? '')) : undefined;
    kept += person ? `@[${person.name}](user:${person.id})` : text[at];
    at += person ? person.name.length + 1 : 1;
  }
  return kept;
}

/** What is typed after an `@` that stands before the caret; null when no one is being named. */
export function wantedAt(text: string, caret: number): { from: number; search: string } | null {
  const match = /(?:^|[\s(])@([\p{L}\p{N}.'’-]*(?: [\p{L}\p{N}.'’-]*)?)$/u.exec(text.slice(0, caret));
  return match && match[1]!.length <= 40 ? { from: caret - match[1]!.length - 1, search: match[1]! } : null;
}
