'use client';
import { useState } from 'react';
import { CalendarCog, Code, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, buttonClass, EmptyState, ErrorState, Link, Page, PageHeader, Skeleton, useCan, useFormats, useShortcut } from '@loctelli/core/web';
import { useRouter } from 'next/navigation';
import { EmbedDialog } from './event-types/embed-dialog.tsx';
import { EventTypeRow } from './event-types/event-type-row.tsx';
import { useEventTypeActions } from './event-types/use-event-type-actions.tsx';
import { Sections } from './sections.tsx';
import { useEventTypes } from './use-set-up.ts';

const make = '/bookings/event-types/new';

/** What can be booked. */
export default function EventTypesPage() {
  const t = useTranslations('bookings');
  const formats = useFormats();
  const router = useRouter();
  const { eventTypes, isLoading, error, refetch } = useEventTypes();
  const { toggle, remove, dialog } = useEventTypeActions();
  const [embedding, setEmbedding] = useState<string | true | null>(null);
  const mayConfigure = useCan('bookings.configure') !== null;
  useShortcut(mayConfigure ? { keys: 'c', label: t('eventTypes.new'), run: () => router.push(make), scope: 'page' } : null);
  const create = mayConfigure && (
    <Link href={make} className={buttonClass('primary')}>
      <Plus aria-hidden />
      {t('eventTypes.new')}
    </Link>
  );
  return (
    <Page>
      <PageHeader
        title={t('pages.eventTypes')}
        count={eventTypes.length > 0 ? formats.number(eventTypes.length) : undefined}
        actions={
          <>
            {eventTypes.length > 0 && (
              <Button onClick={() => setEmbedding(true)}>
                <Code aria-hidden />
                {t('embedding.action')}
              </Button>
            )}
            {create}
          </>
        }
      />
      <Sections current="eventTypes" />
      {error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : isLoading ? (
        <RowsSkeleton />
      ) : eventTypes.length === 0 ? (
        <div className="rounded-lg border bg-surface">
          <EmptyState icon={<CalendarCog />} title={t('eventTypes.emptyTitle')} action={create}>
            {t('eventTypes.emptyText')}
          </EmptyState>
        </div>
      ) : (
        <ul aria-label={t('pages.eventTypes')} className="divide-y divide-line rounded-lg border bg-surface">
          {eventTypes.map((type) => (
            <EventTypeRow key={type.id} type={type} onToggle={() => toggle(type)} onRemove={() => remove(type)} onEmbed={() => setEmbedding(type.slug)} />
          ))}
        </ul>
      )}
      {dialog}
      {embedding && <EmbedDialog slug={embedding === true ? undefined : embedding} onClose={() => setEmbedding(null)} />}
    </Page>
  );
}

const RowsSkeleton = () => (
  <div aria-busy className="divide-y divide-line rounded-lg border bg-surface">
    {[0, 1, 2].map((row) => (
      <div key={row} className="flex flex-col gap-2.5 px-5 py-3.5">
        <Skeleton className="w-48" />
        <Skeleton className="h-3.5 w-72 max-w-full" />
      </div>
    ))}
  </div>
);
