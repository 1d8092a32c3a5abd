'use client';
import { useRouter } from 'next/navigation';
import { CalendarCheck2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { EmptyState, ErrorState, Link, Skeleton } from '@loctelli/core/web';
import { BookingLine } from './booking-line.tsx';
import { useSummary } from './use-summary.ts';
import { useTimes } from './use-times.ts';

/** Today's appointments, in their order. */
export default function TodayWidget() {
  const t = useTranslations('bookings.widgets');
  const times = useTimes();
  const router = useRouter();
  const { data, error, refetch } = useSummary();
  if (error && !data) return <ErrorState compact error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-44" />;
  if (data.today.length === 0) return <EmptyState compact icon={<CalendarCheck2 />} title={t('todayNone')} />;
  return (
    <>
      <ul className="-my-1">
        {data.today.map((booking) => (
          <BookingLine
            key={booking.id}
            booking={booking}
            title={booking.guestName}
            text={`${times.clock(booking.start, data.zone)} – ${times.clock(booking.end, data.zone)} · ${booking.title}`}
            onOpen={() => router.push(`/bookings?form=day&booking=${booking.id}`)}
          />
        ))}
      </ul>
      <p className="mt-2 flex flex-wrap items-center justify-between gap-2 text-sm text-muted">
        <Link href="/bookings?form=day" className="inline-flex min-h-6 items-center text-accent-text hover:underline">
          {t('open')}
        </Link>
        {t('zone', { zone: times.zoneName(data.zone) })}
      </p>
    </>
  );
}
