/**
 * How search works, and why it is made this way.
 *
 * Under row-level security PostgreSQL uses an index only for operators it trusts not to leak what other tenants' rows hold. `ILIKE`,
 * trigram and full-text operators are not trusted: in a tenant of 500,000 clients they read every row. Plain comparisons of text are
 * trusted, and "a word that starts with ana" is one: `token >= 'ana' and token < 'anb'` on a column that compares byte by byte. So each
 * client's words stand in ClientToken, kept by a trigger from `Client.search`; the list asks that table for the longest word sought and
 * checks the others on the rows it found. Tags stand there too, as `#tag`.
 *
 * A typo is forgiven by looking up what could have been meant: see search-words.ts and decision 0018.
 */
import { getCountries, getCountryCallingCode } from 'libphonenumber-js/min';

interface Searchable {
  name: string;
  email?: string | null;
  phone?: string | null;
  company?: string | null;
  position?: string | null;
}

/** Words of a text as search knows them: lower case, without accents, letters and digits only. */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).flatMap((word) => (word ? [word.slice(0, 60)] : []));
}

/** `Client.search`: every word once, each after a space. A phone number is found with and without its country code. */
export function searchText({ name, email, phone, company, position }: Searchable): string {
  const words = wordsOf([name, email, company, position].filter(Boolean).join(' '));
  if (phone) words.push(phone.slice(1), nationalOf(phone));
  return [...new Set(words)]
    .slice(0, 60)
    .map((word) => ` ${word}`)
    .join('');
}

/** The first text after all those that start with `prefix`, byte by byte. */
export const after = (prefix: string) => `${prefix}\u{10FFFF}`;

const callingCodes = new Set<string>(getCountries().map((country) => getCountryCallingCode(country)));

/** The digits after the country code of an E.164 number. No code begins another, so the first that fits is the one; nothing is parsed. */
function nationalOf(phone: string): string {
  const length = [1, 2, 3].find((count) => callingCodes.has(phone.slice(1, count + 1))) ?? 0;
  return phone.slice(1 + length);
}
