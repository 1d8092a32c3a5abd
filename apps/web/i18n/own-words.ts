import type { Locale, Wording } from '@loctelli/core';
import { locales } from '../../../core/web/i18n/locales.ts';
import { offeredWords, withWording } from '../../../core/web/i18n/wording.ts';
import type { Messages } from '../generated/messages.ts';
import { compileTexts, loadMessages, loadTexts } from './messages.ts';

const most = 200;
const kept = new Map<string, Messages>();

/** A language's messages in the tenant's own words; made once for each set of words. */
export async function messagesFor(locale: Locale, wording: Wording = {}): Promise<Messages> {
  const own = wording[locale];
  if (!own || Object.keys(own).length === 0) return loadMessages(locale);
  const key = `${locale}${JSON.stringify(own)}`;
  const known = kept.get(key);
  if (known) return known;
  const messages = compileTexts(withWording(await loadTexts(locale), locale, wording));
  if (kept.size >= most) kept.clear();
  kept.set(key, messages);
  return messages;
}

/** The words that may be renamed, as each language says them. */
export async function renamableWords(): Promise<Record<Locale, ReturnType<typeof offeredWords>>> {
  const entries = await Promise.all(locales.map(async (locale) => [locale, offeredWords(await loadTexts(locale))] as const));
  return Object.fromEntries(entries) as Record<Locale, ReturnType<typeof offeredWords>>;
}
