import type { Locale, Wording } from '@loctelli/core';

type Tree = { [key: string]: string | Tree };
type Renamed = { one: string; other: string };

/**
 * Words that plugins offer for renaming: `wording.<word>.one|other` in their messages, in the form that stands in the middle of a sentence
 * and without article. The key is `<plugin>.<word>`.
 */
export function offeredWords(messages: object): Record<string, Renamed> {
  return Object.fromEntries(
    Object.entries(messages as Tree).flatMap(([plugin, own]) => {
      const words = typeof own === 'object' && typeof own.wording === 'object' ? own.wording : {};
      return Object.entries(words).flatMap(([word, forms]) => (isRenamed(forms) ? [[`${plugin}.${word}`, forms] as const] : []));
    }),
  );
}

/** The messages with the tenant's own words in the place of those that plugins offer. What a word is called there (`wording`) stays. */
export function withWording<M extends object>(messages: M, locale: Locale, wording: Wording): M {
  const own = wording[locale] ?? {};
  const renamed = Object.entries(offeredWords(messages)).flatMap(([key, offered]) => (own[key] ? [{ offered, own: own[key] }] : []));
  if (renamed.length === 0) return messages;
  const replace = replacerFor(locale, renamed);
  const walk = (tree: Tree): Tree =>
    Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, key === 'wording' ? value : typeof value === 'string' ? inText(value, replace) : walk(value)]));
  return walk(messages as Tree) as M;
}

function replacerFor(locale: Locale, renamed: { offered: Renamed; own: Renamed }[]): (text: string) => string {
  const words = new Map(renamed.flatMap(({ offered, own }) => [[offered.one.toLocaleLowerCase(locale), own.one], [offered.other.toLocaleLowerCase(locale), own.other]] as const));
  const any = [...words.keys()].sort((a, b) => b.length - a.length).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const inside = (found: string) => words.get(found.toLocaleLowerCase(locale)) ?? found;
  if (locale === 'ar') {
    // Arabic writes article, conjunctions and endings in one with the word; they stay around the new one.
    const pattern = new RegExp(`(?<![\\p{L}\\p{M}])([وف]?(?:بال|كال|لل|ال|ب|ل|ك)?)(${any})((?:ًا|اً|ين|ان|ا|ي|ه|ها|هم|ك|كم|نا)?)(?![\\p{L}\\p{M}])`, 'gu');
    return (text) => text.replace(pattern, (_whole, before: string, word: string, after: string) => before + inside(word) + after);
  }
  const pattern = new RegExp(`(?<![\\p{L}\\p{M}])(?:(an?)(\\s+))?(${any})(?![\\p{L}\\p{M}])`, 'giu');
  return (text) =>
    text.replace(pattern, (_whole, article: string | undefined, space: string | undefined, word: string) => {
      const own = likeCase(word, inside(word), locale);
      if (!article) return own;
      const fitting = locale !== 'en' ? article : likeCase(article, /^[aeio]/i.test(own) ? 'an' : 'a', locale);
      return fitting + space + own;
    });
}

/** `Client` becomes `Patient`, `CLIENT` becomes `PATIENT`. */
function likeCase(model: string, word: string, locale: Locale): string {
  if (model.length > 1 && model === model.toLocaleUpperCase(locale)) return word.toLocaleUpperCase(locale);
  const [first = ''] = model;
  if (first === first.toLocaleLowerCase(locale)) return word;
  const [head = '', ...rest] = word;
  return head.toLocaleUpperCase(locale) + rest.join('');
}

/** Applies `replace` to what a reader sees of an ICU message: not to arguments, selectors and tags. */
function inText(message: string, replace: (text: string) => string): string {
  let at = 0;
  const text = (): string => {
    let out = '';
    let plain = '';
    const flush = () => ((out += replace(plain)), (plain = ''));
    while (at < message.length && message[at] !== '}') {
      const tag = message[at] === '<' && /^<\/?\w+\/?>/.exec(message.slice(at))?.[0];
      if (tag) {
        flush();
        out += tag;
        at += tag.length;
      } else if (message[at] === '{') {
        flush();
        out += argument();
      } else plain += message[at++];
    }
    flush();
    return out;
  };
  const argument = (): string => {
    let out = message[at++]!;
    const branches = /^\s*\w+\s*,\s*(?:plural|select|selectordinal)\s*,/.test(message.slice(at));
    while (at < message.length && message[at] !== '}') {
      if (branches && message[at] === '{') {
        at++;
        out += `{${text()}}`;
        at++;
      } else out += message[at++];
    }
    return out + (message[at++] ?? '');
  };
  let out = '';
  // A brace that closes nothing is text.
  while (at < message.length) out += text() + (message[at] === '}' ? message[at++] : '');
  return out;
}

const isRenamed = (value: string | Tree): value is Tree & Renamed => typeof value === 'object' && typeof value.one === 'string' && typeof value.other === 'string';
