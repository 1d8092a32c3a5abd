'use client';
import { useState } from 'react';
import { Link2Off, MailCheck, MailX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, EmptyState, ErrorState, isProblem, Skeleton, useApiMutation, useApiQuery, type PageProps } from '@loctelli/core/web';
import { useQueryClient } from '@tanstack/react-query';
import type { UnsubscribeState } from '../../contract.ts';
import { strategies } from '../api.ts';

/** `/unsubscribe/:token`: whoever has the link of a mail is written to no more, or again. Opening it alone changes nothing: mail scanners open links. */
export default function UnsubscribePage({ params }: PageProps) {
  const t = useTranslations('strategies.public.unsubscribe');
  const token = params.token!;
  const key = ['strategies', 'unsubscribe', token];
  const queries = useQueryClient();
  const [changed, setChanged] = useState(false);
  const { data, error, refetch } = useApiQuery(key, () => strategies.getUnsubscribe(token));
  const change = useApiMutation((unsubscribed: boolean) => strategies.setUnsubscribe(token, { unsubscribed }), {
    onSuccess: (state) => {
      queries.setQueryData<UnsubscribeState>(key, state);
      setChanged(true);
    },
  });
  if (error && !data)
    return isProblem(error, 'strategies.link-unknown') ? (
      <EmptyState page icon={<Link2Off />} title={t('unknown')}>
        {t('unknownHint')}
      </EmptyState>
    ) : (
      <ErrorState error={error} onRetry={() => void refetch()} />
    );
  if (!data)
    return (
      <div aria-busy className="mx-auto mt-16 max-w-md px-4">
        <Skeleton className="h-48 rounded-lg" />
      </div>
    );
  const { company, email, unsubscribed } = data;
  return (
    <section aria-live="polite" className="mx-auto mt-8 flex w-full max-w-md flex-col items-center gap-3 rounded-lg border bg-surface px-6 py-8 text-center sm:mt-16">
      <span aria-hidden className="grid size-10 place-items-center rounded-full bg-sunken text-muted [&_svg]:size-5">
        {unsubscribed || !changed ? <MailX /> : <MailCheck />}
      </span>
      <h1 className="text-lg font-semibold text-balance">{t(unsubscribed ? 'stopped' : changed ? 'resumed' : 'question', { company })}</h1>
      {email && !unsubscribed && <p className="break-words text-muted">{t('address', { email })}</p>}
      {unsubscribed ? (
        <p className="mt-2 flex flex-wrap items-center justify-center gap-2 text-muted">
          {t('changed')}
          <Button size="sm" busy={change.isPending} onClick={() => change.mutate(false)}>
            {t('again')}
          </Button>
        </p>
      ) : (
        <Button className="mt-2" variant={changed ? 'secondary' : 'primary'} busy={change.isPending} onClick={() => change.mutate(true)}>
          {t('stop')}
        </Button>
      )}
      <p className="mt-2 text-sm text-muted">{t('note')}</p>
    </section>
  );
}
