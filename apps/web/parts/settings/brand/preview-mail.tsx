'use client';
import { useEffect, useState } from 'react';
import { clsx } from 'clsx';
import { useLocale, useTranslations } from 'next-intl';
import type { BrandTokens, Locale } from '@loctelli/core';
import { coreApi, ErrorState, Select, Skeleton, localeNames, locales, useApiQuery } from '@loctelli/core/web';

/** A mail as the server would write it with these tokens, in a frame that runs nothing. */
export function PreviewMail({ tokens, phone }: { tokens: BrandTokens; phone: boolean }) {
  const t = useTranslations('core.brand');
  const [locale, setLocale] = useState(useLocale() as Locale);
  const shown = useSettled(tokens, 500);
  const mail = useApiQuery(['brand-mail', shown, locale], () => coreApi.brand.previewMail({ tokens: onlyUploaded(shown), locale }), { keep: true });
  if (mail.error) return <ErrorState compact error={mail.error} onRetry={() => void mail.refetch()} />;
  return (
    <div className={clsx('mx-auto overflow-hidden rounded-lg border border-line-strong', phone ? 'max-w-[24rem]' : 'max-w-full')}>
      <div className="flex items-start justify-between gap-3 border-b bg-surface px-4 py-3">
        <dl className="min-w-0 text-sm">
          <div className="flex gap-2">
            <dt className="text-muted">{t('mailFrom')}</dt>
            <dd className="truncate">{mail.data?.from}</dd>
          </div>
          <div className="flex gap-2">
            <dt className="text-muted">{t('mailSubject')}</dt>
            <dd className="truncate font-medium">{mail.data?.subject}</dd>
          </div>
        </dl>
        <Select variant="quiet" aria-label={t('mailLanguage')} options={locales.map((value) => ({ value, label: localeNames[value] }))} value={locale} onChange={setLocale} />
      </div>
      {mail.data ? <iframe sandbox="" title={t('previews.mail')} srcDoc={mail.data.html} className="h-[30rem] w-full bg-surface" /> : <Skeleton className="h-[30rem]" />}
    </div>
  );
}

/** What is being typed may not be sound yet; links that are no links would be refused. */
function onlyUploaded({ logo: _logo, logoDark: _dark, favicon: _favicon, links: _links, ...tokens }: BrandTokens): BrandTokens {
  return tokens;
}

function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
