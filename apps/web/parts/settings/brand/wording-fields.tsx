'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import type { Locale, Wording } from '@loctelli/core';
import { Input, localeNames, locales } from '@loctelli/core/web';
import { directionOf } from '../../../../../core/web/i18n/locales.ts';
import type { OfferedWords } from './brand-settings.tsx';
import type { BrandDraft } from './use-brand-draft.ts';

type Forms = { one: string; other: string };

/** The tenant's own words, for one and for several, in each language. Both are needed: a product that says half is worse than one that says nothing. */
export function WordingFields({ draft, words }: { draft: BrandDraft; words: OfferedWords }) {
  const t = useTranslations('core.brand');
  const keys = Object.keys(words.en);
  if (keys.length === 0) return <p className="text-muted">{t('noWords')}</p>;
  return keys.map((key) => (
    <div key={key} className="flex flex-col gap-3">
      <p className="text-sm font-medium">{t('insteadOf', { one: words.en[key]!.one, other: words.en[key]!.other })}</p>
      {locales.map((locale) => words[locale][key] && <Row key={locale} draft={draft} locale={locale} word={key} offered={words[locale][key]} />)}
    </div>
  ));
}

function Row({ draft: { tokens, look, set }, locale, word, offered }: { draft: BrandDraft; locale: Locale; word: string; offered: Forms }) {
  const t = useTranslations('core.brand');
  const own = tokens.wording?.[locale]?.[word];
  const inherited = look.wording[locale]?.[word] ?? offered;
  const [typed, setTyped] = useState<Forms>(own ?? { one: '', other: '' });
  const change = (forms: Forms) => {
    setTyped(forms);
    const trimmed = { one: forms.one.trim(), other: forms.other.trim() };
    const half = (trimmed.one === '') !== (trimmed.other === '');
    if (half) return;
    const { [word]: _old, ...others } = tokens.wording?.[locale] ?? {};
    const { [locale]: _all, ...languages } = tokens.wording ?? {};
    const next = trimmed.one ? { ...others, [word]: trimmed } : others;
    const wording: Wording = Object.keys(next).length > 0 ? { ...languages, [locale]: next } : languages;
    set({ wording: Object.keys(wording).length > 0 ? wording : undefined });
  };
  const field = (form: keyof Forms) => (
    <Input
      value={typed[form]}
      lang={locale}
      dir={directionOf(locale)}
      maxLength={40}
      placeholder={own ? offered[form] : inherited[form]}
      aria-label={t(form === 'one' ? 'wordOne' : 'wordOther', { language: localeNames[locale] })}
      onChange={(event) => change({ ...typed, [form]: event.target.value })}
    />
  );
  const half = (typed.one.trim() === '') !== (typed.other.trim() === '');
  return (
    <div className="flex flex-col gap-1">
      <span lang={locale} className="text-sm text-muted">
        {localeNames[locale]}
      </span>
      <div className="grid grid-cols-2 gap-2">
        {field('one')}
        {field('other')}
      </div>
      {half && <p className="text-sm text-muted">{t('bothForms')}</p>}
    </div>
  );
}
