'use client';
import { useEffect, useRef, type ReactNode } from 'react';
import { ArrowRight, CalendarX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, EmptyState, todayIn } from '@loctelli/core/web';
import { Trouble } from '../trouble.tsx';
import type { Clock } from '../clock.ts';
import type { useAddress } from '../address.ts';
import { monthOf } from './month-days.ts';
import { MonthGrid } from './month-grid.tsx';
import { Times } from './times.tsx';
import { useSlots, type SlotSource } from './use-slots.ts';
import { ZoneChoice } from './zone-choice.tsx';

export interface PickerProps {
  clock: Clock;
  source: SlotSource;
  /** First and last moment that may be looked at. */
  opensAt: string;
  closesAt: string;
  shared: boolean;
  place: ReturnType<typeof useAddress>;
  /** Said above the times, such as that one was taken meanwhile. */
  notice?: ReactNode;
}

/** A month, the free times of a day of it, and the zone they are meant in. The choice is kept in the address. */
export function Picker({ clock, source, opensAt, closesAt, shared, place: { address, push, replace }, notice }: PickerProps) {
  const t = useTranslations('bookings.public.picker');
  const firstMonth = monthOf(todayIn(clock.zone));
  const opens = monthOf(todayIn(clock.zone, new Date(opensAt)));
  const closes = monthOf(todayIn(clock.zone, new Date(closesAt)));
  const lastMonth = closes < firstMonth ? firstMonth : closes;
  const within = (month: string) => (month < firstMonth ? firstMonth : month > lastMonth ? lastMonth : month);
  const month = within(address.month ?? (address.day ? monthOf(address.day) : opens));
  const slots = useSlots(source, month, lastMonth, clock.zone);
  const days = slots.data?.days;
  const free = days && new Map(days.map(({ date, slots: of }) => [date, of.length]));
  const day = (address.day && free?.has(address.day) ? address.day : days?.[0]?.date) ?? null;
  const next = slots.data?.nextStart;
  const times = useRef<HTMLDivElement>(null);
  const show = useShowTimes(times);
  // Nobody has chosen a month yet: the first that has a free time is the one to begin with.
  const leap = !address.month && !address.day && free?.size === 0 && next ? monthOf(todayIn(clock.zone, new Date(next))) : undefined;
  useEffect(() => {
    if (leap) replace({ month: leap });
  }, [leap, replace]);

  const choose = (chosen: string) => {
    (address.day ? replace : push)({ day: chosen, month: undefined });
    show();
  };
  const jump = (at: string) => {
    const target = todayIn(clock.zone, new Date(at));
    replace({ month: undefined, day: target });
  };
  return (
    <div className="grid gap-x-8 gap-y-6 @xl:grid-cols-[minmax(0,1fr)_11rem] @3xl:grid-cols-[minmax(0,1fr)_13rem]">
      <div>
        {notice}
        <MonthGrid clock={clock} month={month} firstMonth={firstMonth} lastMonth={lastMonth} free={slots.error ? new Map() : leap ? undefined : free} selected={day} onSelect={choose} onMonth={(to) => replace({ month: to })} />
        <div className="mt-2 h-control">
          <ZoneChoice zone={clock.zone} name={clock.zoneName(day ?? undefined)} onChange={(zone) => replace({ zone })} />
        </div>
      </div>
      <div ref={times} aria-live="polite" className="min-h-40 scroll-mt-4">
        {slots.error || slots.fetchStatus === 'paused' ? (
          <Trouble compact error={slots.error} onRetry={() => void slots.refetch()} />
        ) : free && free.size === 0 && !leap ? (
          <EmptyState
            compact
            icon={<CalendarX />}
            title={t('emptyMonth', { month: clock.month(month) })}
            action={
              next && (
                <Button className="h-auto! min-h-control py-1.5 whitespace-normal!" onClick={() => jump(next)}>
                  {t('nextFree', { day: clock.day(todayIn(clock.zone, new Date(next))) })}
                  <ArrowRight aria-hidden className="rtl:-scale-x-100" />
                </Button>
              )
            }
          >
            {next ? null : t('nothingLater')}
          </EmptyState>
        ) : (
          <Times clock={clock} day={day} slots={days?.find(({ date }) => date === day)?.slots ?? []} loading={!days || Boolean(leap)} shared={shared} selected={address.slot} onChoose={(slot) => push({ slot, day: day ?? undefined, month: undefined })} />
        )}
      </div>
    </div>
  );
}

/** Brings the times into sight after a day was chosen, where they lie below the month. */
function useShowTimes(target: React.RefObject<HTMLElement | null>) {
  const frame = useRef(0);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  return () => {
    frame.current = requestAnimationFrame(() => target.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' }));
  };
}
