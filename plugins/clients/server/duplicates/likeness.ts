import type { DuplicateReason } from '../../contract.ts';
import { wordsOf } from '../search.ts';

/** What two clients are compared by. */
export interface Likeable {
  id: number;
  name: string;
  email: string | null;
  phone: string | null;
  company: string | null;
}

/** The same, made ready to be compared many times. */
export interface Likeness {
  id: number;
  /** Words of the name in alphabetical order: who comes first, given name or surname, does not tell people apart. */
  names: string[];
  name: string;
  company: string;
  email: string | null;
  /** What stands before the @, without a `+tag`; null where it names a desk and not a person. */
  mailbox: string | null;
  phone: string | null;
}

export interface Match {
  score: number;
  reasons: DuplicateReason[];
}

/** Pairs below this are no pairs. */
export const leastScore = 65;

const legalForms = new Set('inc llc llp ltd plc co corp corporation company gmbh ag kg ug sl slu sa sau sas sarl srl spa bv nv ab oy as aps pty the'.split(' '));
const desks = new Set('info hello hola contact contacto office mail email admin sales support service team billing accounts no reply noreply kontakt bonjour'.split(' '));

export function likenessOf({ id, name, email, phone, company }: Likeable): Likeness {
  const names = [...new Set(wordsOf(name))].sort();
  const firm = wordsOf(company ?? '').filter((word) => !legalForms.has(word));
  const address = email?.trim().toLowerCase() || null;
  const mailbox = address?.split('@')[0]!.split('+')[0]!.replaceAll('.', '') ?? '';
  return { id, names, name: names.join(' '), company: firm.join(' '), email: address, mailbox: mailbox.length < 4 || desks.has(mailbox) ? null : mailbox, phone: phone || null };
}

/**
 * How likely two clients are one, 0 to 100, and what says so; null when nothing does. The strongest evidence counts, each further piece
 * adds a little. It does not matter which of the two comes first.
 */
export function compare(a: Likeness, b: Likeness): Match | null {
  const email = a.email !== null && a.email === b.email;
  const phone = a.phone !== null && a.phone === b.phone;
  const name = a.name !== '' && a.name === b.name;
  const similarName = !name && similar(a, b);
  const company = a.company !== '' && a.company === b.company;
  const emailName = !email && a.mailbox !== null && a.mailbox === b.mailbox;
  const evidence = [
    email && 95,
    phone && 90,
    name && company && 80,
    name && emailName && 75,
    similarName && company && 70,
    similarName && emailName && 65,
  ].filter((score): score is 95 => score !== false);
  if (evidence.length === 0) return null;
  const reasons = Object.entries({ email, phone, name, similarName, company, emailName }).flatMap(([reason, holds]) => (holds ? [reason as DuplicateReason] : []));
  return { score: Math.min(99, Math.max(...evidence) + 2 * (evidence.length - 1)), reasons };
}

/** A slip of the keyboard or two, or one name that goes on where the other ends: `Ana Ruiz` and `Ana Ruiz López`. */
function similar(a: Likeness, b: Likeness): boolean {
  if (!a.name || !b.name) return false;
  const [fewer, more] = a.names.length <= b.names.length ? [a.names, b.names] : [b.names, a.names];
  if (fewer.length > 1 && fewer.every((word) => more.includes(word))) return true;
  // A figure is no slip: `Flat 12` and `Flat 13` are two.
  if (figures(a.name) !== figures(b.name)) return false;
  const length = Math.min(a.name.length, b.name.length);
  return length >= 4 && editDistance(a.name, b.name, length < 9 ? 1 : 2) <= (length < 9 ? 1 : 2);
}

const figures = (text: string) => text.replace(/\P{N}+/gu, '');

/** Damerau-Levenshtein (optimal string alignment): letters put in, left out, changed or swapped; anything above `limit` is `limit + 1`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1);
      row.push(least);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [before, last] = [last, row];
  }
  return Math.min(last[b.length]!, limit + 1);
}

/** Keys of which two clients must share one to be compared at all: what keeps a search through all of them from comparing each with each. */
export function keysOf({ names, company, email, mailbox, phone }: Likeness): string[] {
  return [
    ...(email ? [`e ${email}`] : []),
    ...(phone ? [`p ${phone}`] : []),
    ...(mailbox ? [`m ${mailbox}`] : []),
    ...(company ? names.filter((word) => word.length > 1).map((word) => `c ${company} ${word}`) : []),
  ];
}
