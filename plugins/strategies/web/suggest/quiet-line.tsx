'use client';
import { RotateCw, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Select, useApiQuery } from '@loctelli/core/web';
import { strategies } from '../api.ts';
import type { Writing } from './use-suggestion.ts';

interface Props {
  writing: Extract<Writing, { state: 'quiet' | 'failed' }>;
  clientId: number | null;
  onBegin: (strategyId?: number) => void;
  onClose: () => void;
}

/** Why there is no suggestion, in one calm line; where a strategy is missing, one can be chosen. */
export function QuietLine({ writing, clientId, onBegin, onClose }: Props) {
  const t = useTranslations('strategies.suggest');
  const quiet = useTranslations('strategies.quiet');
  const choosable = writing.state === 'quiet' && writing.reason === 'no-strategy' && clientId !== null;
  return (
    <div className="mb-2 flex flex-wrap items-center gap-x-2 rounded-md bg-sunken ps-3 pe-1 text-sm text-muted">
      <p role="status" className="min-w-40 flex-1 py-1.5">
        {writing.state === 'quiet' ? quiet(writing.reason) : writing.text}
      </p>
      {choosable ? (
        <Choice clientId={clientId} onChoose={onBegin} />
      ) : (
        <Button size="icon-sm" variant="ghost" aria-label={t('again')} title={t('again')} onClick={() => onBegin()}>
          <RotateCw aria-hidden />
        </Button>
      )}
      <Button size="icon-sm" variant="ghost" aria-label={t('close')} title={t('close')} onClick={onClose}>
        <X aria-hidden />
      </Button>
    </div>
  );
}

function Choice({ clientId, onChoose }: { clientId: number; onChoose: (strategyId: number) => void }) {
  const t = useTranslations('strategies.suggest');
  const { data } = useApiQuery(['strategies', 'playbooks', clientId], () => strategies.getPlaybooks(clientId));
  if (!data?.items.length) return null;
  return (
    <Select
      variant="quiet"
      aria-label={t('choose')}
      placeholder={t('choose')}
      value={null}
      onChange={(next) => onChoose(Number(next))}
      options={data.items.map(({ strategyId, name }) => ({ value: String(strategyId), label: name }))}
    />
  );
}
