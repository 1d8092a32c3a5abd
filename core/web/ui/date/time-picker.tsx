'use client';
import { Autocomplete } from '@base-ui/react/autocomplete';
import { Clock } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { cn } from '../cn.ts';
import { controlClass } from '../control-class.ts';
import { useDraft } from '../fields/use-draft.ts';
import { itemClass, popupClass } from '../popup.ts';
import { formatTime, parseTime, timesOfDay } from './times.ts';

export interface TimePickerProps {
  /** `21:30`; null or '' for none. */
  value: string | null | undefined;
  onChange: (time: string | null) => void;
  /** Minutes between the times offered; others can be typed. */
  step?: number;
  disabled?: boolean;
  'aria-label'?: string;
  className?: string;
}

/** A time of day: typed (`9:30`, `930`, `9.30 pm`) or taken from a list. */
export function TimePicker({ value, onChange, step = 30, disabled, className, ...props }: TimePickerProps) {
  const t = useTranslations('core.kit');
  const locale = useLocale();
  const draft = useDraft<string>(value || null, (time) => formatTime(time, locale), parseTime, onChange);
  const times = timesOfDay(step);
  return (
    <Autocomplete.Root
      items={times}
      itemToStringValue={(time: string) => formatTime(time, locale)}
      mode="none"
      openOnInputClick
      value={draft.text}
      onValueChange={(text, details) => {
        const chosen = details.reason === 'item-press' ? times.find((time) => formatTime(time, locale) === text) : undefined;
        if (chosen) draft.set(chosen);
        else draft.onChange({ target: { value: text } });
      }}
      disabled={disabled}
    >
      <Autocomplete.InputGroup className={cn('relative w-full', className)}>
        <Autocomplete.Input
          aria-label={props['aria-label'] ?? t('time')}
          aria-invalid={draft.wrong || undefined}
          placeholder={formatTime('09:00', locale)}
          autoComplete="off"
          onFocus={draft.onFocus}
          onBlur={draft.onBlur}
          onKeyDown={(event) => event.key === 'Enter' && !event.currentTarget.getAttribute('aria-activedescendant') && draft.commit()}
          className={cn(controlClass, 'h-control ps-3 pe-9 tabular-nums')}
        />
        <Clock aria-hidden className="pointer-events-none absolute inset-e-3 top-1/2 size-4 -translate-y-1/2 text-subtle" />
      </Autocomplete.InputGroup>
      <Autocomplete.Portal>
        <Autocomplete.Positioner sideOffset={4} className="z-10 outline-none">
          <Autocomplete.Popup className={cn(popupClass, 'w-(--anchor-width) min-w-32')}>
            <Autocomplete.List className="max-h-60 overflow-y-auto p-1">
              {(time: string) => (
                <Autocomplete.Item key={time} value={time} className={cn(itemClass, 'tabular-nums')}>
                  {formatTime(time, locale)}
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  );
}
