import compile from 'icu-minify/compile';
import type { Locale } from '@loctelli/core';
import { loadMessages as load, type Messages } from '../generated/messages.ts';

const compiled = new Map<Locale, Promise<Messages>>();

/**
 * The kernel's messages under `core`, each plugin's under its id; what a plugin has not translated is there in English. They are compiled
 * once per language, so that what browsers load formats them and cannot parse any.
 */
export function loadMessages(locale: Locale): Promise<Messages> {
  const known = compiled.get(locale);
  if (known) return known;
  const made = loadTexts(locale).then((texts) => compileTexts(texts));
  compiled.set(locale, made);
  made.catch(() => compiled.delete(locale));
  return made;
}

/** The same as they are written, for what changes words before they are compiled. */
export async function loadTexts(locale: Locale): Promise<Messages> {
  if (locale === 'en') return load('en');
  const [english, own] = await Promise.all([load('en'), load(locale)]);
  return merge(english, own);
}

export const compileTexts = (texts: Messages): Messages => compileAll(texts) as Messages;

// By way of JSON: what crosses from the server to the browser's components must be plain, and compiled plurals have no prototype.
const compileAll = (value: unknown): unknown =>
  isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, compileAll(inner)])) : (JSON.parse(JSON.stringify(compile(String(value)))) as unknown);

function merge(base: Messages, over: Messages): Messages {
  const merged: Messages = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const below = merged[key];
    merged[key] = isObject(below) && isObject(value) ? merge(below, value) : value;
  }
  return merged;
}

const isObject = (value: unknown): value is Messages => typeof value === 'object' && value !== null;
