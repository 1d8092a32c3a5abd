import type { Locale } from '@loctelli/core';

export const locales: readonly Locale[] = ['en', 'es', 'ar'];

/** Each language in its own name. */
export const localeNames: Record<Locale, string> = { en: 'English', es: 'Español', ar: 'العربية' };

export const directionOf = (locale: string): 'ltr' | 'rtl' => (locale === 'ar' ? 'rtl' : 'ltr');

export const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale);
