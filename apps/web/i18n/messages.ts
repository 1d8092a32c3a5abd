import type { Locale } from '@loctelli/core';
import { messages as plugins } from '../generated/messages.ts';

const core = {
  en: () => import('../../../core/web/locales/en.json'),
  es: () => import('../../../core/web/locales/es.json'),
  ar: () => import('../../../core/web/locales/ar.json'),
};

type Messages = Record<string, unknown>;

/** The kernel's messages under `core`, each plugin's under its id; what a plugin has not translated is there in English. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  const entries = Object.entries(plugins).map(async ([id, languages]) => {
    const [english, own] = await Promise.all([read(languages.en), read(languages[locale])]);
    return [id, merge(english, own)] as const;
  });
  return { core: await read(core[locale]), ...Object.fromEntries(await Promise.all(entries)) };
}

const read = async (load?: () => Promise<{ default: Messages }>): Promise<Messages> => (load ? (await load()).default : {});

function merge(base: Messages, over: Messages): Messages {
  const merged: Messages = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const below = merged[key];
    merged[key] = isObject(below) && isObject(value) ? merge(below, value) : value;
  }
  return merged;
}

const isObject = (value: unknown): value is Messages => typeof value === 'object' && value !== null;
