'use client';
import { Check, CloudAlert, LoaderCircle, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@loctelli/core/web';
import type { Autosave } from './use-autosave.ts';

/** Whether what was written is kept. */
export function SaveState({ saving }: { saving: Autosave }) {
  const t = useTranslations('strategies.editor.saving');
  const { state, retry } = saving;
  return (
    <span role="status" className="inline-flex min-h-6 items-center gap-1.5 text-sm text-muted [&_svg]:size-3.5">
      {state === 'saved' && <Check aria-hidden />}
      {(state === 'waiting' || state === 'saving') && <LoaderCircle aria-hidden className="motion-safe:animate-spin" />}
      {state === 'held' && <TriangleAlert aria-hidden className="text-warning-text" />}
      {(state === 'failed' || state === 'overtaken') && <CloudAlert aria-hidden className="text-danger-text" />}
      {t(state)}
      {state === 'failed' && (
        <Button size="sm" variant="ghost" onClick={retry}>
          {t('again')}
        </Button>
      )}
    </span>
  );
}

/** Somebody else kept another draft meanwhile: nothing is overwritten before one was chosen. */
export function Overtaken({ saving }: { saving: Autosave }) {
  const t = useTranslations('strategies.editor.saving');
  if (saving.state !== 'overtaken') return null;
  return (
    <div role="alert" className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md bg-warning-soft px-3.5 py-2.5 text-warning-text">
      <p className="min-w-0 flex-1 basis-72">{t('overtakenText')}</p>
      <Button size="sm" onClick={saving.keepMine}>
        {t('keepMine')}
      </Button>
      <Button size="sm" onClick={saving.takeTheirs}>
        {t('takeTheirs')}
      </Button>
    </div>
  );
}
