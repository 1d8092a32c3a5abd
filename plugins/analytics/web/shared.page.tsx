'use client';
import { Link2Off } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { EmptyState, ErrorState, isProblem, useApiQuery, useFormats, type PageProps } from '@loctelli/core/web';
import type { Tile } from '../contract.ts';
import { analytics } from './api.ts';
import { gridClass, TileCard } from './tiles/tile-card.tsx';

/** A dashboard for whoever has its link: to be read, not opened. */
export default function SharedPage({ params }: PageProps) {
  const t = useTranslations('analytics.public');
  const formats = useFormats();
  const locale = useLocale();
  const token = params.token ?? '';
  const query = useApiQuery(['analytics', 'shared', token, locale], () => analytics.getShared(token, { locale }), { every: 300_000 });
  const { data } = query;
  if (query.error)
    return isProblem(query.error) && [400, 404, 410].includes(query.error.status) ? (
      <EmptyState page icon={<Link2Off />} title={t('overTitle')}>
        {t('overText')}
      </EmptyState>
    ) : (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    );
  return (
    <>
      <header className="mb-5">
        <h1 className="text-xl font-semibold tracking-tight">{data?.name ?? t('title')}</h1>
        {data && <p className="mt-1 text-muted">{t('about', { zone: data.answers.range.zone, date: formats.date(data.expiresAt) })}</p>}
      </header>
      <div className={gridClass} aria-busy={!data}>
        {(data?.tiles ?? skeleton).map((tile) => (
          <TileCard key={tile.id} tile={tile} answer={data?.answers.items.find(({ tileId }) => tileId === tile.id)} range={data?.answers.range} />
        ))}
      </div>
    </>
  );
}

const skeleton = (['kpi', 'kpi', 'line'] as const).map((kind, index): Tile => ({ id: String(index), kind, title: null, metrics: [], by: null, where: {}, bucket: 'auto', goalId: null, size: kind === 'kpi' ? 'small' : 'medium' }));
