'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { ErrorState, Link, Select, Skeleton, useApiQuery } from '@loctelli/core/web';
import { strategies } from '../api.ts';
import { PlaybookScript } from './playbook-script.tsx';
import type { Insert } from './script-text.tsx';

interface Props {
  client: { id: number; name: string; currency?: string | null };
  /** Puts a text into the reply that is being written, where there is one. */
  insert?: Insert;
}

/** A strategy's script beside a client: choose it, follow it, and what is answered is kept. */
export function PlaybookPanel({ client, insert }: Props) {
  const t = useTranslations('strategies.playbook');
  const { data, error, refetch } = useApiQuery(['strategies', 'playbooks', client.id], () => strategies.getPlaybooks(client.id));
  const [chosen, setChosen] = useState<number | null>(null);
  if (error && !data) return <ErrorState compact error={error} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <div aria-busy className="flex flex-col gap-3">
        <Skeleton className="h-9" />
        <Skeleton className="h-24" />
      </div>
    );
  const [first] = data.items;
  if (!first)
    return (
      <div className="text-muted">
        <p className="font-medium text-fg">{t('none')}</p>
        <p className="mt-1">{t('noneText')}</p>
        <Link href="/strategies" className="mt-2 inline-block text-accent-text hover:underline">
          {t('see')}
        </Link>
      </div>
    );
  const open = data.items.find(({ strategyId }) => strategyId === chosen) ?? first;
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Select
        aria-label={t('choose')}
        value={String(open.strategyId)}
        onChange={(next) => setChosen(Number(next))}
        options={data.items.map(({ strategyId, name, enrolled, answered, disqualified }) => ({
          value: String(strategyId),
          label: name,
          hint: [enrolled && t('enrolled'), disqualified ? t('disqualifiedMark') : t('answered', { count: answered })].filter(Boolean).join(' · '),
        }))}
      />
      <PlaybookScript key={open.strategyId} strategyId={open.strategyId} client={client} insert={insert} />
    </div>
  );
}
