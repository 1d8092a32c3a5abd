'use client';
import { useTranslations } from 'next-intl';
import { ErrorState, Link, Skeleton, useApiQuery, useFormats } from '@loctelli/core/web';
import { clients } from './api.ts';

const days = 30;

/** How many clients came in the last thirty days. */
export default function NewClientsWidget() {
  const t = useTranslations('clients');
  const formats = useFormats();
  // A whole day, so that the answer can be kept.
  const since = new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
  const { data, error, refetch } = useApiQuery(['clients', 'new', since], () => clients.getClients({ createdAfter: since, limit: 1 }));
  if (error) return <ErrorState compact error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-12 w-24" />;
  return (
    <Link href="/clients" className="block rounded-md">
      <span className="block text-xl font-semibold tabular-nums">
        {formats.number(data.total?.count ?? 0)}
        {data.total?.exact === false && '+'}
      </span>
      <span className="text-muted">{t('widgets.newText', { days })}</span>
    </Link>
  );
}
