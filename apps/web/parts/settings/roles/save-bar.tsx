'use client';
import { useTranslations } from 'next-intl';
import { Button } from '@loctelli/core/web';
import type { RoleEditing } from './use-draft.ts';

/** Floats while something is not saved yet. */
export function SaveBar({ changes, save, discard, isSaving }: RoleEditing) {
  const t = useTranslations('core.access');
  if (changes === 0) return null;
  return (
    <div role="region" aria-label={t('unsaved')} className="pointer-events-none sticky bottom-4 z-4 mt-4 flex justify-start">
      <div className="pointer-events-auto flex items-center gap-2 rounded-lg border bg-raised py-2 ps-4 pe-2 shadow-float">
        <span aria-live="polite" className="me-2 tabular-nums">
          {t('changes', { count: changes })}
        </span>
        <Button variant="ghost" size="sm" disabled={isSaving} onClick={discard}>
          {t('discard')}
        </Button>
        <Button variant="primary" size="sm" busy={isSaving} onClick={save}>
          {t('save')}
        </Button>
      </div>
    </div>
  );
}
