'use client';
import { useTranslations } from 'next-intl';
import type { BrandTokens } from '@loctelli/core';
import { useFormats } from '@loctelli/core/web';
import { fontNames } from '../../../../../core/web/theme/fonts.ts';

/** Says a token's value as people do. */
export function useTokenText(): (field: keyof BrandTokens, value: unknown) => string {
  const t = useTranslations('core.brand');
  const formats = useFormats();
  return (field, value) => {
    if (value === undefined || value === null || value === '') return t('none');
    if (field === 'logo' || field === 'logoDark' || field === 'favicon') return t('picture');
    if (field === 'radius') return t('pixels', { count: Number(value) });
    if (field === 'font') return value === 'system' ? t('fontSystem') : fontNames[value as keyof typeof fontNames];
    if (field === 'links') return formats.list(Object.keys(value as object).map((name) => t(`links.${name}`)));
    if (field === 'wording') return t('words', { count: Object.values(value as object).reduce((sum: number, words) => sum + Object.keys(words as object).length, 0) });
    const key = `choices.${field}.${String(value)}`;
    return t.has(key) ? t(key) : String(value);
  };
}
