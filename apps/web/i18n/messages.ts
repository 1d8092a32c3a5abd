import type { Locale } from '@loctelli/core';
import { loadMessages as load, type Messages } from '../generated/messages.ts';

/** The kernel's messages under `core`, each plugin's under its id; what a plugin has not translated is there in English. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  if (locale === 'en') return load('en');
  const [english, own] = await Promise.all([load('en'), load(locale)]);
  return merge(english, own);
}

function merge(base: Messages, over: Messages): Messages {
  const merged: Messages = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const below = merged[key];
    merged[key] = isObject(below) && isObject(value) ? merge(below, value) : value;
  }
  return merged;
}

const isObject = (value: unknown): value is Messages => typeof value === 'object' && value !== null;
