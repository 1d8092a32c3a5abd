import fs from 'node:fs';
import path from 'node:path';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { kernelErrors } from '@loctelli/core';
import { locales } from '../i18n/locales.ts';

const read = (locale: string) => flat(JSON.parse(fs.readFileSync(path.join(import.meta.dirname, `${locale}.json`), 'utf8')) as object);
const messages = new Map(locales.map((locale) => [locale as string, read(locale)]));
const english = messages.get('en')!;

describe.each(locales.filter((locale) => locale !== 'en'))('%s', (locale) => {
  const own = messages.get(locale)!;

  it('has every message of the English file and no other', () => {
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('uses the same values in each message', () => {
    const wrong = [...english].filter(([key, text]) => own.has(key) && values(own.get(key)!) !== values(text)).map(([key]) => key);
    expect(wrong).toEqual([]);
  });

  it('covers each plural form its language has', () => {
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    const missing = [...own].flatMap(([key, text]) => plurals(parse(text)).flatMap((given) => forms.filter((form) => !given.includes(form)).map((form) => `${key}: ${form}`)));
    // Spanish "many" is for millions ("1 millón de usuarios"), which no count here reaches without "other" reading well.
    expect(missing.filter((entry) => !(locale === 'es' && entry.endsWith(': many')))).toEqual([]);
  });
});

it('is written in each file, not left empty', () => {
  for (const [locale, own] of messages) expect({ locale, empty: [...own].filter(([, text]) => !text.trim()).map(([key]) => key) }).toEqual({ locale, empty: [] });
});

it('explains every failure of the kernel', () => {
  const missing = Object.values(kernelErrors).filter(({ code }) => !english.has(`errors.${code.replace(/^core\./, '')}`));
  expect(missing.map(({ code }) => code)).toEqual([]);
});

function flat(value: object, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, entry] of Object.entries(value)) {
    if (typeof entry === 'string') found.set(prefix + key, entry);
    else for (const [inner, text] of flat(entry as object, `${prefix}${key}.`)) found.set(inner, text);
  }
  return found;
}

function walk(elements: MessageFormatElement[], visit: (element: MessageFormatElement) => void): void {
  for (const element of elements) {
    visit(element);
    if (element.type === TYPE.select || element.type === TYPE.plural) for (const option of Object.values(element.options)) walk(option.value, visit);
    if (element.type === TYPE.tag) walk(element.children, visit);
  }
}

function values(text: string): string {
  const names = new Set<string>();
  walk(parse(text), (element) => {
    if (element.type !== TYPE.literal && element.type !== TYPE.pound) names.add(element.value);
  });
  return [...names].sort().join();
}

function plurals(elements: MessageFormatElement[]): string[][] {
  const found: string[][] = [];
  walk(elements, (element) => {
    if (element.type === TYPE.plural) found.push(Object.keys(element.options));
  });
  return found;
}
