'use client';
import { useTranslations } from 'next-intl';
import { buttonClass, Skeleton } from '@loctelli/core/web';
import type { PublicSlots } from '../../../contract.ts';
import type { Clock } from '../clock.ts';

type Slot = PublicSlots['days'][number]['slots'][number];

export interface TimesProps {
  clock: Clock;
  day: string | null;
  slots: Slot[];
  loading: boolean;
  /** Whether guests share the appointment, so that it matters how many seats are left. */
  shared: boolean;
  selected?: string;
  onChoose: (start: string) => void;
}

/** The free times of one day. */
export function Times({ clock, day, slots, loading, shared, selected, onChoose }: TimesProps) {
  const t = useTranslations('bookings.public.picker');
  if (loading)
    return (
      <div aria-hidden>
        <Skeleton className="mt-2 mb-4 h-5 w-40" />
        <div className={gridClass}>
          {Array.from({ length: 6 }, (_, index) => (
            <Skeleton key={index} className="h-11 rounded-button" />
          ))}
        </div>
      </div>
    );
  if (!day) return null;
  return (
    <section aria-labelledby="booking-times">
      <h2 id="booking-times" tabIndex={-1} className="mt-1.5 mb-3 font-semibold outline-none">
        {clock.day(day)}
      </h2>
      <ul className={gridClass}>
        {slots.map(({ start, seatsLeft }) => (
          <li key={start}>
            <button
              type="button"
              data-slot={start}
              aria-pressed={selected === start}
              onClick={() => onChoose(start)}
              className={buttonClass('secondary', 'md', 'h-11! w-full flex-col! gap-0! tabular-nums text-accent-text! hover:border-accent! aria-pressed:border-accent! aria-pressed:bg-accent-soft!')}
            >
              {clock.time(start)}
              {shared && <span className="text-xs leading-none font-normal text-muted">{t('seatsLeft', { count: seatsLeft })}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const gridClass = 'grid grid-cols-[repeat(auto-fill,minmax(6.5rem,1fr))] gap-2 @3xl:-mx-1 @3xl:max-h-92 @3xl:grid-cols-1 @3xl:overflow-y-auto @3xl:p-1';
