import type { PaletteEntry } from './entry.ts';

/** Without case and accents, so that "jose" finds "José"; Arabic letters without vowel signs and with one form of alif. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g, '')
    .replace(/[\u0622\u0623\u0625\u0671]/g, '\u0627')
    .toLocaleLowerCase();

const wordsOf = (text: string) => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** How well an entry answers what was typed; 0 means not at all. Every word typed must be found. */
export function score(entry: Pick<PaletteEntry, 'label' | 'detail' | 'words'>, text: string): number {
  const typed = wordsOf(text);
  if (typed.length === 0) return 1;
  const label = fold(entry.label).trim();
  const whole = fold(text).trim();
  if (label === whole) return 1_000;
  if (label.startsWith(whole)) return 900 - Math.min(label.length, 99);
  const own = wordsOf(entry.label);
  const others = wordsOf(`${entry.detail ?? ''} ${entry.words ?? ''}`);
  let sum = 0;
  for (const word of typed) {
    const best = Math.max(
      ...own.map((one, index) => (one === word ? 100 : one.startsWith(word) ? 80 - Math.min(index, 9) : word.length > 2 && one.includes(word) ? 40 : 0)),
      ...others.map((one) => (one.startsWith(word) ? 30 : 0)),
      0,
    );
    if (best === 0) return initialsMatch(own, typed) ? 50 : 0;
    sum += best;
  }
  return sum / typed.length + 100;
}

/** "cc" finds "Create client". */
const initialsMatch = (own: string[], typed: string[]) => typed.length === 1 && typed[0]!.length > 1 && own.length > 1 && own.map((word) => word[0]).join('').startsWith(typed[0]!);

/** The entries that answer what was typed, best first; those that answer equally well keep their order. */
export function rank<T extends Pick<PaletteEntry, 'label' | 'detail' | 'words'>>(entries: readonly T[], text: string): T[] {
  if (!text.trim()) return [...entries];
  return entries
    .map((entry) => ({ entry, points: score(entry, text) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .map(({ entry }) => entry);
}
