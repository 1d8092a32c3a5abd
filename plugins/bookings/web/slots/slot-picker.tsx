'use client';
import { useMemo, useState } from 'react';
import { useTranslations } from 'next-intl';
import { addDays, Calendar, cn, EmptyState, ErrorState, momentOf, Skeleton, todayIn, useApiQuery, wallClock } from '@loctelli/core/web';
import { CalendarX2 } from 'lucide-react';
import type { Slot } from '../../contract.ts';
import { bookings } from '../api.ts';
import { useTimes } from '../use-times.ts';

interface Props {
  eventTypeId: number;
  length?: number;
  hostId?: number;
  exceptBookingId?: number;
  seats?: number;
  /** The start that is chosen. */
  value: string | null;
  onChange: (start: string) => void;
  /** Where to begin looking; today unless told. */
  day?: string;
}

/** Real free starts of an event type: a month whose days with any can be chosen, and the times of one. */
export function SlotPicker({ eventTypeId, length, hostId, exceptBookingId, seats, value, onChange, day }: Props) {
  const t = useTranslations('bookings.slots');
  const times = useTimes();
  const today = todayIn(times.zone);
  const [chosen, setChosen] = useState<string | null>(null);
  const [month, setMonth] = useState(() => `${(value ? wallClock(new Date(value), times.zone).day : (day ?? today)).slice(0, 7)}-01`);
  const query = {
    eventTypeId,
    length,
    hostId,
    exceptBookingId,
    seats,
    // A week of the months before and after is in sight as well.
    from: momentOf(addDays(month, -7), '00:00', times.zone).toISOString(),
    to: momentOf(addDays(month, 45), '00:00', times.zone).toISOString(),
  };
  const { data, error, refetch, isPlaceholderData } = useApiQuery(['bookings', 'slots', query], () => bookings.getSlots(query), { keep: true });
  const days = useMemo(() => byDay(data?.items ?? [], times.zone), [data, times.zone]);
  const shown = chosen ?? (value ? wallClock(new Date(value), times.zone).day : null) ?? (day && days.has(day) ? day : (firstOf(days, month) ?? day ?? today));
  if (error && !data) return <ErrorState compact error={error} onRetry={() => void refetch()} />;
  const slots = days.get(shown) ?? [];
  return (
    <div>
      <div className="flex gap-x-5 gap-y-3 max-sm:flex-col">
        <Calendar value={shown} onChange={(next) => next && setChosen(next)} today={today} offers={(each) => !data || days.has(each)} onMonth={(first) => (setMonth(first), setChosen(null))} />
        <section aria-label={times.day(shown)} aria-busy={isPlaceholderData || undefined} className="min-w-0 flex-1">
          <h3 className="mb-2 font-medium">{times.day(shown)}</h3>
          {!data ? (
            <Skeleton className="h-40" />
          ) : slots.length === 0 ? (
            <EmptyState compact icon={<CalendarX2 />} title={t(days.size > 0 ? 'noneOnDay' : 'noneInMonth')} />
          ) : (
            <Starts slots={slots} value={value} onChange={onChange} pale={isPlaceholderData} />
          )}
        </section>
      </div>
      <p className="mt-2 text-sm text-muted">{t('zone', { zone: times.zoneName() })}</p>
    </div>
  );
}

function Starts({ slots, value, onChange, pale }: { slots: Slot[]; value: string | null; onChange: (start: string) => void; pale: boolean }) {
  const t = useTranslations('bookings.slots');
  const times = useTimes();
  const at = value ? Date.parse(value) : null;
  return (
    <ul className={cn('grid max-h-62 grid-cols-[repeat(auto-fill,minmax(5.5rem,1fr))] gap-1.5 overflow-y-auto p-0.5', pale && 'opacity-60')}>
      {slots.map(({ start, seatsLeft }) => {
        const on = at === Date.parse(start);
        return (
          <li key={start}>
            <button
              type="button"
              aria-pressed={on}
              onClick={() => onChange(start)}
              className={cn(
                'flex min-h-9 w-full flex-col items-center justify-center rounded-md border px-2 py-1 tabular-nums transition-colors duration-150',
                on ? 'border-accent bg-accent text-on-accent' : 'border-line-strong/50 bg-surface hover:border-accent hover:bg-hover',
              )}
            >
              {times.clock(start)}
              {seatsLeft > 1 && <span className={cn('text-xs', on ? 'text-on-accent' : 'text-muted')}>{t('seatsLeft', { count: seatsLeft })}</span>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function byDay(slots: readonly Slot[], zone: string): Map<string, Slot[]> {
  const days = new Map<string, Slot[]>();
  for (const slot of slots) {
    const { day } = wallClock(new Date(slot.start), zone);
    days.set(day, [...(days.get(day) ?? []), slot]);
  }
  return days;
}

const firstOf = (days: Map<string, Slot[]>, month: string): string | undefined => [...days.keys()].filter((day) => day.slice(0, 7) === month.slice(0, 7)).sort()[0];
