'use client';
import { useTranslations } from 'next-intl';
import { LayoutTemplate } from 'lucide-react';
import { Button, toast, useApiMutation } from '@loctelli/core/web';
import type { Strategy } from '../../contract.ts';
import { strategies } from '../api.ts';

interface Props {
  strategy: Strategy;
  flush: () => Promise<number | null>;
  onTaken: (strategy: Strategy) => void;
}

/** Tells that the agency's template has moved on, and takes it into the draft. */
export function NewerTemplate({ strategy, flush, onTaken }: Props) {
  const t = useTranslations('strategies.editor.template');
  const { template, editable } = strategy;
  const take = useApiMutation(async () => strategies.takeTemplate(strategy.id, { version: (await flush()) ?? strategy.version }), {
    onSuccess: (answer) => {
      onTaken(answer);
      toast.success(t('taken', { number: answer.template?.version ?? 0 }));
    },
  });
  if (!editable || !template?.latest || template.latest <= template.version) return null;
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md bg-info-soft px-3.5 py-2.5 text-info-text">
      <LayoutTemplate aria-hidden className="size-4 shrink-0" />
      <p className="min-w-0 flex-1 basis-64">{t('newer', { number: template.latest, own: template.version })}</p>
      <Button size="sm" busy={take.isPending} onClick={() => take.mutate()}>
        {t('take')}
      </Button>
    </div>
  );
}
