'use client';
import { useEffect, useId, useRef, useState } from 'react';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button, cn, directionOf, todayIn } from '@loctelli/core/web';
import type { Clock } from '../clock.ts';
import { addMonths, dayByKey, monthOf, weeksOf } from './month-days.ts';

export interface MonthGridProps {
  clock: Clock;
  month: string;
  firstMonth: string;
  lastMonth: string;
  /** How many free times a day has; undefined while they are being loaded. */
  free: ReadonlyMap<string, number> | undefined;
  selected: string | null;
  onSelect: (day: string) => void;
  onMonth: (month: string) => void;
}

/** A month in which days with free times can be chosen. Arrows, Home, End, Page Up and Page Down move through it and on into other months. */
export function MonthGrid({ clock, month, firstMonth, lastMonth, free, selected, onSelect, onMonth }: MonthGridProps) {
  const t = useTranslations('bookings.public.picker');
  const rtl = directionOf(useLocale()) === 'rtl';
  const heading = useId();
  const grid = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<string | null>(null);
  const moved = useRef(false);
  const today = todayIn(clock.zone);
  const reach = stopOf(month, [at, selected, [...(free?.keys() ?? [])][0], today]);
  useEffect(() => {
    // Another month comes a moment after the key that asked for it.
    if (!moved.current || reach !== at) return;
    moved.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-day="${reach}"]`)?.focus();
  }, [reach, at, month]);

  const onKeyDown = (event: React.KeyboardEvent) => {
    const target = dayByKey(reach, event.key, clock.firstWeekday, rtl);
    if (!target) return;
    event.preventDefault();
    if (monthOf(target) < firstMonth || monthOf(target) > lastMonth) return;
    moved.current = true;
    setAt(target);
    if (monthOf(target) !== month) onMonth(monthOf(target));
  };
  const turn = (count: number) => (setAt(null), onMonth(addMonths(month, count)));
  return (
    <div className="@xl:min-h-95">
      <div className="mb-2 flex items-center gap-1">
        <h2 id={heading} aria-live="polite" className="flex-1 ps-1 text-lg font-semibold">
          {clock.month(month)}
        </h2>
        <Button variant="ghost" size="icon" aria-label={t('previousMonth')} focusableWhenDisabled disabled={month <= firstMonth} onClick={() => turn(-1)}>
          <ChevronLeft aria-hidden className="rtl:-scale-x-100" />
        </Button>
        <Button variant="ghost" size="icon" aria-label={t('nextMonth')} focusableWhenDisabled disabled={month >= lastMonth} onClick={() => turn(1)}>
          <ChevronRight aria-hidden className="rtl:-scale-x-100" />
        </Button>
      </div>
      <table ref={grid} role="grid" aria-labelledby={heading} aria-busy={!free} onKeyDown={onKeyDown} className="w-full table-fixed border-separate border-spacing-1">
        <thead>
          <tr>
            {clock.weekdays.map(({ long, short }) => (
              <th key={long} scope="col" abbr={long} className="h-7 text-xs font-normal text-muted">
                {short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month, clock.firstWeekday).filter((week) => week.some(Boolean)).map((week, row) => (
            <tr key={row}>
              {week.map((day, column) =>
                day === null ? (
                  <td key={column} className="h-11 p-0" />
                ) : (
                  <td key={column} role="gridcell" aria-selected={day === selected} className="h-11 p-0">
                    <button
                      type="button"
                      data-day={day}
                      tabIndex={day === reach ? 0 : -1}
                      aria-disabled={!free?.get(day)}
                      aria-current={day === today ? 'date' : undefined}
                      aria-label={free ? t('day', { day: clock.day(day), count: free.get(day) ?? 0 }) : clock.day(day)}
                      onClick={() => free?.get(day) && (setAt(day), onSelect(day))}
                      className={cn(dayClass, !free ? 'shimmer text-transparent' : day === selected && free.get(day) ? chosenClass : free.get(day) ? freeClass : 'cursor-default! text-subtle')}
                    >
                      {clock.number(Number(day.slice(8)))}
                      {day === today && <span aria-hidden className="absolute bottom-1.5 size-1 rounded-full bg-current" />}
                    </button>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const dayClass = 'relative grid h-11 w-full place-items-center rounded-md tabular-nums transition-colors duration-120';
const freeClass = 'bg-accent-soft font-semibold text-on-accent-soft hover:bg-accent hover:text-on-accent';
const chosenClass = 'bg-accent font-semibold text-on-accent';

/** The day of the month that Tab reaches: the first candidate that lies in it. */
const stopOf = (month: string, candidates: (string | null | undefined)[]) => candidates.find((day) => day && monthOf(day) === month) ?? `${month}-01`;
