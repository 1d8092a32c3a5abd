'use client';
import { DayPicker, type ClassNames, type Labels, type PropsBase } from 'react-day-picker';
import { ChevronDown, ChevronLeft, ChevronRight } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { directionOf } from '../../i18n/locales.ts';
import { buttonClass } from '../button-class.ts';
import type { CalendarProps } from './calendar.tsx';
import { dayOf, firstWeekday, toDate } from './days.ts';

const classNames: Partial<ClassNames> = {
  root: 'relative w-fit select-none',
  months: 'relative flex flex-wrap gap-4',
  month_caption: 'flex h-8 items-center justify-center px-9',
  caption_label: 'text-base font-medium',
  dropdowns: 'flex items-center gap-1',
  nav: 'absolute inset-x-0 top-0 z-1 flex justify-between',
  button_previous: buttonClass('ghost', 'icon-sm', 'aria-disabled:opacity-40'),
  button_next: buttonClass('ghost', 'icon-sm', 'aria-disabled:opacity-40'),
  month_grid: 'mt-1 border-collapse',
  weekday: 'size-9 text-xs font-normal text-muted',
  day: 'size-9 p-0 text-center',
  day_button: 'grid size-9 place-items-center rounded-md tabular-nums transition-colors duration-100 hover:bg-hover focus-visible:-outline-offset-2',
  today: '[&>button]:font-semibold [&>button]:text-accent-text [&>button]:underline [&>button]:underline-offset-4',
  outside: '[&>button]:text-subtle',
  selected: '[&>button]:bg-accent [&>button]:text-on-accent [&>button]:hover:bg-accent-hover',
  range_start: 'rounded-s-md bg-accent-soft',
  range_end: 'rounded-e-md bg-accent-soft',
  range_middle: 'bg-accent-soft [&>button]:bg-transparent! [&>button]:text-on-accent-soft! [&>button]:rounded-none',
  disabled: 'opacity-40',
};

const icons = { left: ChevronLeft, right: ChevronRight, up: ChevronDown, down: ChevronDown };

/** The month itself, of react-day-picker; words and numbers come from the browser's knowledge of the language. */
export default function DayGrid(props: CalendarProps) {
  const locale = useLocale();
  const t = useTranslations('core.kit');
  const say = (options: Intl.DateTimeFormatOptions) => (date: Date) => new Intl.DateTimeFormat(locale, { calendar: 'gregory', ...options }).format(date);
  const full = say({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const labels: Partial<Labels> = {
    labelNav: () => t('calendar.nav'),
    labelGrid: say({ month: 'long', year: 'numeric' }),
    labelNext: () => t('calendar.next'),
    labelPrevious: () => t('calendar.previous'),
    labelWeekday: say({ weekday: 'long' }),
    labelDayButton: (date, { today, selected }) => [today && t('calendar.today'), full(date), selected && t('calendar.selected')].filter(Boolean).join(', '),
  };
  const limits = [props.min ? { before: toDate(props.min)! } : null, props.max ? { after: toDate(props.max)! } : null].filter((limit) => limit !== null);
  const { offers, onMonth } = props;
  const range = props.mode === 'range' ? props.value : undefined;
  const shared: PropsBase = {
    dir: directionOf(locale),
    weekStartsOn: firstWeekday(locale),
    showOutsideDays: (props.months ?? 1) === 1,
    fixedWeeks: true,
    numberOfMonths: props.months,
    autoFocus: props.autoFocus,
    defaultMonth: toDate(range ? (range.from ?? range.to) : (props.value as string | null)) ?? (props.today ? toDate(props.today) : undefined),
    today: toDate(props.today),
    disabled: offers ? [...limits, (date) => !offers(dayOf(date))] : limits,
    onMonthChange: onMonth && ((month) => onMonth(dayOf(month))),
    classNames,
    labels,
    formatters: { formatCaption: say({ month: 'long', year: 'numeric' }), formatWeekdayName: say({ weekday: 'short' }), formatDay: (date) => new Intl.NumberFormat(locale).format(date.getDate()) },
    components: {
      Chevron: ({ orientation = 'left' }) => {
        const Sign = icons[orientation];
        // react-day-picker turns its arrows itself when the direction is right to left.
        return <Sign aria-hidden className="size-4" />;
      },
    },
  };
  if (props.mode === 'range')
    return (
      <DayPicker
        {...shared}
        mode="range"
        selected={{ from: toDate(props.value?.from), to: toDate(props.value?.to) }}
        onSelect={(next) => props.onChange({ from: next?.from ? dayOf(next.from) : null, to: next?.to ? dayOf(next.to) : null })}
      />
    );
  return <DayPicker {...shared} mode="single" selected={toDate(props.value)} onSelect={(next) => props.onChange(next ? dayOf(next) : null)} />;
}
