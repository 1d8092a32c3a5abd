'use client';
import { useEffect, useState } from 'react';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { addDays, Badge, Button, Card, cn, ErrorState, Skeleton, todayIn, useApiQuery } from '@loctelli/core/web';
import type { SchedulePreview } from '../../contract.ts';
import { bookings } from '../api.ts';
import { weekStart } from '../calendar/period.ts';
import { minutesBetween, useTimes } from '../use-times.ts';
import { isSound, previewOf, type Draft } from './draft.ts';

const weeks = 2;
const restMs = 250;
type Day = SchedulePreview['items'][number];

/** What the schedule comes to, day by day, while it is being edited. */
export function Preview({ draft }: { draft: Draft }) {
  const t = useTranslations('bookings.preview');
  const locale = useLocale();
  const times = useTimes();
  const [from, setFrom] = useState(() => weekStart(todayIn(draft.zone), locale));
  const settled = useSettled(draft);
  const request = previewOf(settled, from, addDays(from, weeks * 7 - 1));
  const { data, error, refetch, isPlaceholderData } = useApiQuery(['bookings', 'preview', request], () => bookings.previewSchedule(request), { keep: true, enabled: isSound(settled) });
  const pale = isPlaceholderData || settled !== draft;
  return (
    <Card
      title={t('title')}
      description={t('zone', { zone: times.zoneName(draft.zone) })}
      flush
      actions={
        <>
          <Button variant="ghost" size="icon-sm" aria-label={t('previous')} onClick={() => setFrom(addDays(from, -7))}>
            <ChevronLeft aria-hidden className="rtl:-scale-x-100" />
          </Button>
          <Button variant="ghost" size="icon-sm" aria-label={t('next')} onClick={() => setFrom(addDays(from, 7))}>
            <ChevronRight aria-hidden className="rtl:-scale-x-100" />
          </Button>
        </>
      }
    >
      {error && !data ? (
        <ErrorState compact error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <div aria-live="polite" className={cn('transition-opacity duration-150', pale && 'opacity-60')}>
          <ol aria-label={t('title')}>
            {data.items.map((day, index) => (
              <DayLine key={day.date} day={day} zone={draft.zone} first={index > 0 && index % 7 === 0} />
            ))}
          </ol>
          <p className="border-t px-5 py-2.5 text-sm text-muted">{t('total', { length: times.length(sum(data.items) || 0), count: weeks })}</p>
        </div>
      ) : (
        <div aria-busy className="flex flex-col gap-3 p-5">
          {Array.from({ length: weeks * 7 }, (_, index) => (
            <Skeleton key={index} className="h-3.5" />
          ))}
        </div>
      )}
    </Card>
  );
}

function DayLine({ day: { date, zone, source, note, windows }, zone: own, first }: { day: Day; zone: string; first: boolean }) {
  const t = useTranslations('bookings.preview');
  const times = useTimes();
  const said = source === 'holiday' ? (note ?? t('holiday')) : source === 'time-off' ? (note ?? t('timeOff')) : source === 'override' ? (note ?? t('override')) : null;
  return (
    <li className={cn('flex items-baseline gap-3 px-5 py-1.5', first && 'mt-1.5 border-t pt-3', windows.length === 0 && 'text-muted')}>
      <span className="w-32 shrink-0">{times.day(date, { weekday: 'short', day: 'numeric', month: 'short' })}</span>
      <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3 gap-y-1 tabular-nums">
        {windows.map(({ from, to }) => (
          <span key={from}>{`${times.clock(from, zone)} – ${times.clock(to, zone)}`}</span>
        ))}
        {windows.length === 0 && !said && <span>{t('off')}</span>}
        {said && <Badge tone={source === 'override' ? 'info' : 'neutral'}>{said}</Badge>}
        {zone !== own && windows.length > 0 && <Badge tone="info">{times.zoneName(zone, new Date(windows[0]!.from))}</Badge>}
      </span>
    </li>
  );
}

const sum = (days: readonly Day[]) => days.flatMap(({ windows }) => windows).reduce((total, { from, to }) => total + minutesBetween(from, to), 0);

/** A value once nobody has changed it for a moment. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), restMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
