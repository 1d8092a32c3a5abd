'use client';
import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, TimePicker } from '@loctelli/core/web';
import type { Hours } from '../../contract.ts';
import { nextHours, wrongHours } from './draft.ts';

interface Props {
  value: Hours[];
  onChange: (hours: Hours[]) => void;
  /** Whose hours they are, for screen readers: a weekday, or some dates. */
  label: string;
  /** Said where there are none. */
  none: string;
  disabled?: boolean;
}

/** Hours of a day, as many stretches as it has. Midnight at the end of a stretch ends the day. */
export function HourRanges({ value, onChange, label, none, disabled }: Props) {
  const t = useTranslations('bookings.hours');
  const wrong = wrongHours(value);
  const change = (index: number, part: Partial<Hours>) => onChange(value.map((each, at) => (at === index ? { ...each, ...part } : each)));
  const add = !disabled && (
    <Button variant="ghost" size="icon-sm" aria-label={t('addOf', { what: label })} title={t('add')} onClick={() => onChange([...value, nextHours(value)])}>
      <Plus aria-hidden />
    </Button>
  );
  return (
    <div role="group" aria-label={label} className="flex min-w-0 flex-col gap-2">
      {value.length === 0 && (
        <div className="flex h-control items-center gap-1.5 text-muted">
          {none}
          {add}
        </div>
      )}
      {value.map(({ from, to }, index) => (
        <div key={index} className="flex items-center gap-1.5">
          <TimePicker className="w-31" disabled={disabled} aria-label={t('fromOf', { what: label })} value={from} onChange={(time) => time && change(index, { from: time })} />
          <span aria-hidden className="text-muted">
            –
          </span>
          <TimePicker className="w-31" disabled={disabled} aria-label={t('toOf', { what: label })} value={to === '24:00' ? '00:00' : to} onChange={(time) => time && change(index, { to: time === '00:00' ? '24:00' : time })} />
          {!disabled && (
            <Button variant="ghost" size="icon-sm" aria-label={t('remove', { what: label })} onClick={() => onChange(value.filter((_, at) => at !== index))}>
              <X aria-hidden />
            </Button>
          )}
          {index === 0 && add}
        </div>
      ))}
      {wrong && (
        <p role="alert" className="text-sm text-danger-text">
          {t(`wrong.${wrong}`)}
        </p>
      )}
    </div>
  );
}
