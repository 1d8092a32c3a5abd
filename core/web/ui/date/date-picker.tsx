'use client';
import { useState } from 'react';
import { CalendarDays } from 'lucide-react';
import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { useDraft } from '../fields/use-draft.ts';
import { Input } from '../input.tsx';
import { Popover } from '../popover.tsx';
import { Calendar } from './calendar.tsx';
import { formatDay, parseDay, todayIn } from './days.ts';

export interface DatePickerProps {
  /** A day like `2026-11-23`; null or '' for none. */
  value: string | null | undefined;
  onChange: (day: string | null) => void;
  onBlur?: () => void;
  min?: string;
  max?: string;
  disabled?: boolean;
  autoFocus?: boolean;
  name?: string;
  id?: string;
  'aria-label'?: string;
  className?: string;
}

/** A day: typed in the form of the reader's language (`23/11`, `23.11.26`, `2026-11-23`) or taken from a calendar. */
export function DatePicker({ value, onChange, onBlur, min, max, disabled, className, ...field }: DatePickerProps) {
  const t = useTranslations('core.kit');
  const locale = useLocale();
  const today = todayIn(useTimeZone() ?? 'UTC');
  const [open, setOpen] = useState(false);
  const inside = (day: string | null | undefined) => (day && ((min && day < min) || (max && day > max)) ? undefined : day);
  const draft = useDraft<string>(value || null, (day) => formatDay(day, locale), (text) => inside(parseDay(text, locale, today)), onChange);
  return (
    <Input
      {...field}
      className={className}
      disabled={disabled}
      autoComplete="off"
      value={draft.text}
      placeholder={formatDay(today, locale)}
      aria-invalid={draft.wrong || undefined}
      onChange={draft.onChange}
      onFocus={draft.onFocus}
      onBlur={() => {
        draft.onBlur();
        onBlur?.();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') draft.commit();
        if (event.key !== 'ArrowDown' || !event.altKey) return;
        event.preventDefault();
        setOpen(true);
      }}
      end={
        <Popover
          align="end"
          title={t('calendar.choose')}
          open={open}
          onOpenChange={setOpen}
          trigger={
            <button type="button" disabled={disabled} aria-label={t('calendar.choose')} className="grid size-7 place-items-center rounded-sm hover:bg-hover hover:text-fg">
              <CalendarDays aria-hidden />
            </button>
          }
        >
          <Calendar autoFocus value={value || null} min={min} max={max} onChange={(day) => (draft.set(day as string), setOpen(false))} />
        </Popover>
      }
    />
  );
}
