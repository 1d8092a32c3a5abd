'use client';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import type { Locale } from '@loctelli/core';
import { localeNames, locales } from '../../../../core/web/i18n/locales.ts';
import { chooseLanguage } from './chosen-language.ts';

/** Chooses the language of the pages before sign-in, for this browser. */
export function LanguageLinks() {
  const t = useTranslations('core.auth');
  const current = useLocale();
  const router = useRouter();
  const choose = (locale: Locale) => {
    chooseLanguage(locale);
    router.refresh();
  };
  return (
    <div role="group" aria-label={t('language')} className="flex gap-4">
      {locales.map((locale) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          aria-pressed={locale === current}
          onClick={() => choose(locale)}
          className="rounded-sm underline-offset-4 hover:text-fg aria-pressed:font-medium aria-pressed:text-fg"
        >
          {localeNames[locale]}
        </button>
      ))}
    </div>
  );
}
