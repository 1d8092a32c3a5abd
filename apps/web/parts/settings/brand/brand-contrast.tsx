'use client';
import { useMemo } from 'react';
import { Check, Info, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Brand } from '@loctelli/core';
import { Card, useFormats } from '@loctelli/core/web';
import { contrastOf } from '../../../../../core/web/theme/contrast.ts';
import { textContrast } from '../../../../../core/web/theme/readable.ts';

/** The ratios that decide whether everybody can read it, and what was changed so that they can. */
export function BrandContrast({ look }: { look: Brand }) {
  const t = useTranslations('core.brand');
  const formats = useFormats();
  const modes = useMemo(() => (['light', 'dark'] as const).map((mode) => ({ mode, ...contrastOf(look, mode) })), [look]);
  return (
    <Card title={t('contrast')} description={t('contrastText')}>
      <div className="grid gap-6 sm:grid-cols-2">
        {modes.map(({ mode, pairs, corrections }) => (
          <section key={mode} aria-label={t(`modes.${mode}`)}>
            <h3 className="mb-2 font-medium">{t(`modes.${mode}`)}</h3>
            <ul className="flex flex-col gap-1.5">
              {pairs.map(({ id, text, ground, ratio, needed }) => (
                <li key={id} className="flex items-center gap-2.5">
                  <span aria-hidden className="grid size-6 shrink-0 place-items-center rounded-sm border text-xs font-semibold" style={{ color: text, background: ground }}>
                    {/* What needs less than text does is an edge or a mark, and is shown as one. */}
                    {needed >= textContrast ? 'Aa' : <span className="size-3 rounded-full" style={{ background: text }} />}
                  </span>
                  <span className="min-w-0 flex-1 truncate">{t(`pairs.${id}`)}</span>
                  <span className="text-muted tabular-nums">{t('ratio', { ratio: formats.number(Math.floor(ratio * 10) / 10) })}</span>
                  {ratio >= needed ? <Check role="img" aria-label={t('passes')} className="size-4 text-success-text" /> : <X role="img" aria-label={t('fails')} className="size-4 text-danger-text" />}
                </li>
              ))}
            </ul>
            {corrections.map((correction) => (
              <p key={correction} className="mt-3 flex gap-2 text-sm text-muted">
                <Info aria-hidden className="mt-0.5 size-4 shrink-0" />
                {t(`corrections.${correction}`)}
              </p>
            ))}
            {corrections.length === 0 && <p className="mt-3 text-sm text-muted">{t('asGiven')}</p>}
          </section>
        ))}
      </div>
    </Card>
  );
}
