'use client';
import { useTranslations } from 'next-intl';
import { ErrorState, Link, Skeleton, useFormats } from '@loctelli/core/web';
import { useSummary } from './use-summary.ts';
import { useTimes } from './use-times.ts';

/** The next appointment, and how soon it is. */
export default function NextWidget() {
  const t = useTranslations('bookings.widgets');
  const times = useTimes();
  const formats = useFormats();
  const { data, error, refetch } = useSummary();
  if (error && !data) return <ErrorState compact error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-12 w-40" />;
  const { next } = data;
  if (!next) return <p className="text-muted">{t('nextNone')}</p>;
  return (
    <Link href={`/bookings?booking=${next.id}`} className="block rounded-md">
      <span className="block truncate text-lg font-semibold">{formats.relative(next.start)}</span>
      <span className="block truncate">{`${next.guestName} · ${next.title}`}</span>
      <span className="block truncate text-sm text-muted">{times.moment(next.start, data.zone)}</span>
    </Link>
  );
}
