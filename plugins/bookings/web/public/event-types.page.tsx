'use client';
import { CalendarX, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn, EmptyState, Link, useApiQuery, usePublicTenant } from '@loctelli/core/web';
import { bookings } from '../api.ts';
import { dots, EventFacts } from './facts.tsx';
import { useFrame, usePaths } from './frame.ts';
import { ListSkeleton } from './skeletons.tsx';
import { Trouble } from './trouble.tsx';

/** `/book`: everything of the tenant that visitors can book. */
export default function EventTypesPage() {
  const t = useTranslations('bookings.public.list');
  const { brand } = usePublicTenant();
  const paths = usePaths();
  useFrame();
  const types = useApiQuery(['bookings', 'public', 'types'], () => bookings.getPublicEventTypes());
  if (!types.data && (types.error || types.fetchStatus === 'paused')) return <Trouble error={types.error} onRetry={() => void types.refetch()} />;
  if (types.data?.items.length === 0)
    return (
      <EmptyState page icon={<CalendarX />} title={t('emptyTitle')}>
        {t('emptyText', { name: brand.name })}
      </EmptyState>
    );
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-5">
      <div>
        <h1 className="text-xl font-semibold">{t('title', { name: brand.name })}</h1>
        <p className="mt-1 text-muted">{t('text')}</p>
      </div>
      {types.data ? (
        <ul className="grid gap-3 sm:grid-cols-2">
          {types.data.items.map((type) => (
            <li key={type.slug} className="group relative flex flex-col gap-3 rounded-lg border bg-surface p-5 transition-colors duration-150 hover:border-accent has-focus-visible:outline-2 has-focus-visible:outline-focus">
              <h2 className="flex items-start gap-2.5 text-lg font-semibold">
                <span aria-hidden className={cn('mt-2 size-2.5 shrink-0 rounded-full', dots[type.colour])} />
                <Link href={paths.event(type.slug)} className="flex-1 outline-none after:absolute after:inset-0">
                  <bdi>{type.title}</bdi>
                </Link>
                <ChevronRight aria-hidden className="mt-1 size-4 shrink-0 text-subtle transition-transform duration-150 group-hover:translate-x-0.5 rtl:-scale-x-100 rtl:group-hover:-translate-x-0.5" />
              </h2>
              {type.description && <p className="line-clamp-2 text-pretty text-muted">{type.description}</p>}
              <EventFacts type={type} lengths={type.lengths} />
            </li>
          ))}
        </ul>
      ) : (
        <ListSkeleton />
      )}
    </div>
  );
}
