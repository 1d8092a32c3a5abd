'use client';
import { lazy, Suspense } from 'react';
import { useTimeZone } from 'next-intl';
import { Skeleton } from '../skeleton.tsx';
import { todayIn } from './days.ts';

/** Both ends are days like `2026-11-23`; an open end is null. */
export interface DayRange {
  from: string | null;
  to: string | null;
}

interface Shared {
  min?: string;
  max?: string;
  months?: number;
  autoFocus?: boolean;
  /** Marked as today; the reader's own unless told. */
  today?: string;
  /** Which days may be chosen, where that is not simply a stretch of them. */
  offers?: (day: string) => boolean;
  /** Told the first day of the month that somebody turned to. */
  onMonth?: (first: string) => void;
}
export type CalendarProps = Shared & ({ mode?: 'single'; value: string | null; onChange: (day: string | null) => void } | { mode: 'range'; value: DayRange | null; onChange: (range: DayRange) => void });

const Grid = lazy(() => import('./day-grid.tsx'));

/** A month of days to choose one or a range from, by arrows, Page Up and Page Down. */
export function Calendar(props: CalendarProps) {
  const zone = useTimeZone() ?? 'UTC';
  return (
    <Suspense fallback={<Skeleton className="h-71 w-63 rounded-md" />}>
      <Grid today={todayIn(zone)} {...props} />
    </Suspense>
  );
}
