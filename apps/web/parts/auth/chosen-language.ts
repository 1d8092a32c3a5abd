import type { Locale } from '@loctelli/core';
import { isLocale } from '../../../../core/web/i18n/locales.ts';

const cookie = 'language';

/** Keeps the language chosen before sign-in, for this browser. */
export function chooseLanguage(locale: Locale): void {
  document.cookie = `${cookie}=${locale};path=/;max-age=31536000;samesite=lax`;
}

/** The language chosen before sign-in; undefined where none was, so that an account follows its tenant. */
export function chosenLanguage(): Locale | undefined {
  const value = new RegExp(`(?:^|; )${cookie}=(\\w+)`).exec(document.cookie)?.[1];
  return isLocale(value) ? value : undefined;
}

/** Lets the tenant's language through again. */
export function forgetLanguage(): void {
  document.cookie = `${cookie}=;path=/;max-age=0;samesite=lax`;
}
