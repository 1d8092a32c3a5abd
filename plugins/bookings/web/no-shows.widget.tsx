'use client';
import { useTranslations } from 'next-intl';
import { ErrorState, Link, Skeleton, useFormats } from '@loctelli/core/web';
import { useSummary } from './use-summary.ts';

/** How many of the last month's guests did not come. */
export default function NoShowsWidget() {
  const t = useTranslations('bookings.widgets');
  const formats = useFormats();
  const { data, error, refetch } = useSummary();
  if (error && !data) return <ErrorState compact error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-12 w-24" />;
  return (
    <Link href="/bookings?form=list&when=past&status=no-show" className="block rounded-md">
      <span className="block text-xl font-semibold tabular-nums">{data.past > 0 ? formats.percent(data.noShows / data.past) : '—'}</span>
      <span className="text-muted">{data.past > 0 ? t('noShowsText', { count: data.noShows, past: data.past }) : t('noShowsNone')}</span>
    </Link>
  );
}
