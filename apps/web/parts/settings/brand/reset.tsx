'use client';
import { useTranslations } from 'next-intl';
import type { BrandTokens } from '@loctelli/core';
import type { BrandDraft } from './use-brand-draft.ts';

/** Where a value comes from, and the way back to it from one's own. */
export function Reset({ draft: { tokens, editor, set }, field }: { draft: BrandDraft; field: keyof BrandTokens }) {
  const t = useTranslations('core.brand');
  const source = editor.sources[field];
  if (tokens[field] === undefined) return source && source !== 'default' ? <span className="text-sm text-subtle">{t(`sources.${source}`)}</span> : null;
  return (
    <button type="button" onClick={() => set({ [field]: undefined })} aria-label={t('resetOf', { token: t(`tokens.${field}`) })} className="rounded-sm text-sm text-accent-text underline-offset-4 hover:underline">
      {t('reset')}
    </button>
  );
}
