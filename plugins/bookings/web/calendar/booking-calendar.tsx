'use client';
import { lazy, Suspense } from 'react';
import { useLocale, useTranslations } from 'next-intl';
import { Button, ErrorState, Skeleton, useApiQuery } from '@loctelli/core/web';
import { bookings } from '../api.ts';
import { useTimes } from '../use-times.ts';
import type { GridProps } from './grid.tsx';
import { periodOf } from './period.ts';

const Grid = lazy(() => import('./grid.tsx'));

interface Props extends Omit<GridProps, 'items'> {
  hostId?: number;
  eventTypeId?: number;
  cancelled: boolean;
  /** Takes the filters away; null while there are none. */
  onClear: (() => void) | null;
}

/** The bookings of a day, a week or a month. */
export function BookingCalendar({ hostId, eventTypeId, cancelled, onClear, ...grid }: Props) {
  const t = useTranslations('bookings.calendar');
  const locale = useLocale();
  const { zone } = useTimes();
  const query = { ...periodOf(grid.form, grid.day, locale, zone), ...(hostId && { hostIds: String(hostId) }), eventTypeId, ...(cancelled && { cancelled }) };
  const { data, error, refetch, isPlaceholderData } = useApiQuery(['bookings', 'calendar', query], () => bookings.getCalendar(query), { keep: true });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const shape = <Skeleton className="h-[calc(100dvh-17.5rem)] min-h-120 rounded-lg" />;
  if (!data) return shape;
  return (
    <>
      {data.truncated && <p role="status" className="mb-3 rounded-md bg-warning-soft px-3.5 py-2 text-warning-text">{t('truncated')}</p>}
      <Suspense fallback={shape}>
        <div aria-busy={isPlaceholderData || undefined} className={isPlaceholderData ? 'opacity-70 transition-opacity duration-150' : undefined}>
          <Grid {...grid} items={data.items} />
        </div>
      </Suspense>
      {data.items.length === 0 && !isPlaceholderData && (
        <p role="status" className="mt-3 flex flex-wrap items-center gap-2 text-muted">
          {t(onClear ? 'noMatch' : 'empty')}
          {onClear && (
            <Button size="sm" variant="ghost" onClick={onClear}>
              {t('clear')}
            </Button>
          )}
        </p>
      )}
    </>
  );
}
