'use client';
import { CalendarRange } from 'lucide-react';
import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { Button } from '../button.tsx';
import { cn } from '../cn.ts';
import { Popover } from '../popover.tsx';
import { Calendar, type DayRange } from './calendar.tsx';
import { DatePicker } from './date-picker.tsx';
import { spellDay, todayIn } from './days.ts';
import { presetRange, rangePresets } from './range-presets.ts';

export interface DateRangePickerProps {
  value: DayRange | null;
  onChange: (range: DayRange | null) => void;
  /** What the range is for, such as "Created". */
  label: string;
  placeholder?: string;
  disabled?: boolean;
  className?: string;
}

/** Two days and what lies between: typed, taken from a calendar, or one of the usual ranges. Either end may stay open. */
export function DateRangePicker({ value, onChange, label, placeholder, disabled, className }: DateRangePickerProps) {
  const t = useTranslations('core.kit');
  const text = useRangeText();
  return (
    <Popover
      title={label}
      className="w-max"
      trigger={
        <Button disabled={disabled} aria-label={`${label}: ${text(value) || t('range.any')}`} className={cn('justify-start font-normal', className)}>
          <CalendarRange aria-hidden className="text-subtle" />
          <span className={cn('truncate', !text(value) && 'text-subtle')}>{text(value) || (placeholder ?? t('range.any'))}</span>
        </Button>
      }
    >
      <RangeEditor value={value} onChange={onChange} />
    </Popover>
  );
}

/** A range in words, '' for none. */
export function useRangeText(): (range: DayRange | null) => string {
  const t = useTranslations('core.kit');
  const locale = useLocale();
  return (range) => {
    const [from, to] = [range?.from && spellDay(range.from, locale), range?.to && spellDay(range.to, locale)];
    if (from && to) return from === to ? from : t('range.between', { from, to });
    return from ? t('range.since', { from }) : to ? t('range.until', { to }) : '';
  };
}

/** The inside of the picker, for places that have a popover of their own. */
export function RangeEditor({ value, onChange }: Pick<DateRangePickerProps, 'value' | 'onChange'>) {
  const t = useTranslations('core.kit');
  const today = todayIn(useTimeZone() ?? 'UTC');
  const range = value ?? { from: null, to: null };
  const change = (next: DayRange) => onChange(next.from || next.to ? (next.from && next.to && next.from > next.to ? { from: next.to, to: next.from } : next) : null);
  return (
    <div className="flex gap-3 max-sm:flex-col">
      <div className="flex flex-wrap gap-0.5 sm:w-36 sm:flex-col">
        {rangePresets.map((preset) => {
          const days = presetRange(preset, today);
          const on = days.from === range.from && days.to === range.to;
          return (
            <Button key={preset} size="sm" variant="ghost" aria-pressed={on} className={cn('justify-start font-normal', on && 'bg-accent-soft text-on-accent-soft')} onClick={() => onChange(days)}>
              {t(`range.${preset}`)}
            </Button>
          );
        })}
      </div>
      <div className="flex flex-col gap-2">
        <div className="grid w-63 grid-cols-2 gap-2">
          <DatePicker aria-label={t('range.from')} value={range.from} onChange={(from) => change({ ...range, from })} />
          <DatePicker aria-label={t('range.to')} value={range.to} onChange={(to) => change({ ...range, to })} />
        </div>
        <Calendar key={`${range.from}`} mode="range" value={range} onChange={change} today={today} />
      </div>
    </div>
  );
}
