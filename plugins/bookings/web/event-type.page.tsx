'use client';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { ErrorState, FormSkeleton, Link, Page, PageHeader, useApiQuery, useMe, type PageProps } from '@loctelli/core/web';
import { bookings } from './api.ts';
import { EventTypeEditor } from './event-types/event-type-editor.tsx';
import { freshValues, valuesOf } from './event-types/form-values.ts';

/** Makes an event type (`new`, or `new?from=3` like another one), or changes one. */
export default function EventTypePage({ params }: PageProps) {
  const t = useTranslations('bookings');
  const me = useMe().user;
  const from = Number(useSearchParams().get('from'));
  const isNew = params.eventTypeId === 'new';
  const id = isNew ? from : Number(params.eventTypeId);
  const needed = !isNew || from > 0;
  const { data, error, refetch } = useApiQuery(['bookings', 'event-types', id], () => bookings.getEventType(id), { enabled: needed });
  const back = (
    <Link href="/bookings/event-types" className="hover:text-fg hover:underline">
      {t('pages.eventTypes')}
    </Link>
  );
  if (isNew && !needed) return <EventTypeEditor back={back} known={null} values={freshValues(me.id)} />;
  if (data && isNew) return <EventTypeEditor back={back} known={null} values={{ ...valuesOf(data), title: t('editor.copyOf', { title: data.title }), slug: '' }} />;
  if (data) return <EventTypeEditor key={data.id} back={back} known={data} values={valuesOf(data)} />;
  return (
    <Page narrow>
      <PageHeader title={t('pages.eventType')} back={back} />
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <div aria-busy><FormSkeleton fields={8} /></div>}
    </Page>
  );
}
