'use client';
import { Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Avatar, EmptyState, ErrorState, Link, Skeleton, useApiQuery, useFormats } from '@loctelli/core/web';
import { clients } from './api.ts';
import { StatusBadge } from './client-status.tsx';

/** The clients somebody worked on last. */
export default function RecentClientsWidget() {
  const t = useTranslations('clients');
  const formats = useFormats();
  const { data, error, refetch } = useApiQuery(['clients', 'recent'], () =>
    clients.getClients({ sort: 'updatedAt', direction: 'desc', limit: 6 }),
  );
  if (error) return <ErrorState compact error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-60" />;
  if (data.items.length === 0) return <EmptyState compact icon={<Users />} title={t('list.emptyTitle')} />;
  return (
    <ul className="-mx-2">
      {data.items.map(({ id, name, company, status, updatedAt }) => (
        <li key={id}>
          <Link href={`/clients/${id}`} className="flex items-center gap-3 rounded-md px-2 py-1.5 hover:bg-hover">
            <Avatar name={name} size="sm" />
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{name}</span>
              <span className="block truncate text-sm text-muted">{company ?? formats.relative(updatedAt)}</span>
            </span>
            <StatusBadge status={status} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
