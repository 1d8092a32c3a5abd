'use client';
import { useState } from 'react';
import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { cn } from '../cn.ts';
import { DatePicker } from './date-picker.tsx';
import { momentOf, wallClock } from './days.ts';
import { TimePicker } from './time-picker.tsx';

export interface DateTimePickerProps {
  /** ISO 8601 moment; null for none. */
  value: string | null | undefined;
  onChange: (moment: string | null) => void;
  /** IANA zone in which it is typed; the reader's unless told. */
  zone?: string;
  min?: string;
  max?: string;
  disabled?: boolean;
  'aria-label': string;
  className?: string;
}

/** A moment, as day and time on the clocks of a zone, which it names. A day without a time is nine in the morning. */
export function DateTimePicker({ value, onChange, zone, min, max, disabled, className, ...props }: DateTimePickerProps) {
  const t = useTranslations('core.kit');
  const locale = useLocale();
  const own = useTimeZone() ?? 'UTC';
  const inZone = zone ?? own;
  const shown = value ? wallClock(new Date(value), inZone) : null;
  // A time typed before its day waits for it.
  const [waiting, setWaiting] = useState<string | null>(null);
  const send = (day: string | null, time: string | null) => onChange(day ? momentOf(day, time ?? '09:00', inZone).toISOString() : null);
  return (
    <div role="group" aria-label={props['aria-label']} className={cn('flex flex-wrap items-center gap-2', className)}>
      <DatePicker className="w-36" aria-label={t('day')} value={shown?.day ?? null} min={min} max={max} disabled={disabled} onChange={(day) => send(day, shown?.time ?? waiting)} />
      <TimePicker className="w-28" aria-label={t('time')} value={shown?.time ?? waiting} disabled={disabled} onChange={(time) => (shown ? send(shown.day, time) : setWaiting(time))} />
      <span className="text-sm text-muted">{zoneName(inZone, locale, value ? new Date(value) : new Date())}</span>
    </div>
  );
}

/** "Madrid, GMT+1": which clocks are meant. */
function zoneName(zone: string, locale: string, when: Date): string {
  const offset = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'short' }).formatToParts(when).find(({ type }) => type === 'timeZoneName')?.value;
  const city = zone.includes('/') ? zone.split('/').at(-1)!.replaceAll('_', ' ') : zone;
  return offset && offset !== city ? `${city}, ${offset}` : city;
}
