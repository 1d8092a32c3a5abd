'use client';
import { useTranslations } from 'next-intl';
import type { Page, TimelineEntry } from '@loctelli/core';
import { http, Skeleton, Timeline, useApiQuery, useCan } from '@loctelli/core/web';
import type { Booking } from '../../contract.ts';

/** What happened to a booking, as its client's timeline tells it; without a client, when it was made and last changed. */
export function BookingHistory({ booking }: { booking: Booking }) {
  const t = useTranslations('bookings');
  const { id, clientId } = booking;
  const told = useCan('clients.read') !== null && clientId !== null;
  const { data, isPending } = useApiQuery(
    ['bookings', 'one', id, 'history', booking.version],
    () => http.get<Page<TimelineEntry>>(`/clients/${clientId}/timeline`, { query: { kinds: 'bookings', limit: 100 } }),
    { enabled: told, keep: true },
  );
  if (told && isPending) return <Skeleton className="h-16" />;
  const said = (params: TimelineEntry['params']) => Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'number' ? value : String(value ?? '')]));
  const entries = (data?.items ?? [])
    .filter(({ source }) => source?.startsWith(`Booking:${id}:`))
    .map((entry) => {
      const key = `timeline.${entry.kind.split('.').slice(1).join('.')}`;
      return { id: String(entry.id), title: t.has(key) ? t(key, said(entry.params)) : t('history.changed'), body: entry.body, at: entry.at, by: entry.actorName };
    });
  const plain = [
    ...(booking.updatedAt !== booking.createdAt ? [{ id: 'updated', title: t('history.changed'), at: booking.updatedAt }] : []),
    { id: 'created', title: t('history.made', { source: t(`sources.${booking.source}`) }), at: booking.createdAt },
  ];
  return <Timeline label={t('history.title')} entries={entries.length > 0 ? entries : plain} />;
}
