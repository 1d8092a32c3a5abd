'use client';
import { useState } from 'react';
import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, NumberInput } from '@loctelli/core/web';
import { useTimes } from '../use-times.ts';

interface Props {
  /** Minutes. */
  value: number[];
  onChange: (minutes: number[]) => void;
  /** The usual ones, offered as buttons. */
  usual: readonly number[];
  min: number;
  max: number;
  most: number;
  /** What they are, for screen readers. */
  label: string;
  /** Longest first, as reminders are read. */
  descending?: boolean;
  /** As words around each, such as "1 hr before". */
  say?: (length: string) => string;
}

/** Several lengths of time: those of an event type, or how long before its start guests are reminded. */
export function LengthsField({ value, onChange, usual, min, max, most, label, descending, say = (length) => length }: Props) {
  const t = useTranslations('bookings.lengths');
  const times = useTimes();
  const [other, setOther] = useState<number | null>(null);
  const text = (minutes: number) => say(times.length(minutes));
  const add = (minutes: number) => {
    if (value.includes(minutes) || value.length >= most) return;
    onChange([...value, minutes].sort((a, b) => (descending ? b - a : a - b)));
  };
  return (
    <div role="group" aria-label={label} className="flex flex-col gap-2.5">
      {value.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {value.map((minutes) => (
            <li key={minutes} className="flex h-8 items-center gap-1 rounded-md bg-accent-soft ps-3 pe-1 font-medium text-on-accent-soft">
              {text(minutes)}
              <button type="button" aria-label={t('remove', { what: text(minutes) })} onClick={() => onChange(value.filter((each) => each !== minutes))} className="grid size-6 place-items-center rounded-sm hover:bg-hover">
                <X aria-hidden className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {value.length < most && (
        <div className="flex flex-wrap items-center gap-1.5">
          {usual
            .filter((minutes) => !value.includes(minutes))
            .map((minutes) => (
              <Button key={minutes} size="sm" onClick={() => add(minutes)}>
                <Plus aria-hidden />
                {text(minutes)}
              </Button>
            ))}
          <span className="flex items-center gap-1.5">
            <NumberInput className="w-20" aria-label={t('other', { what: label })} placeholder={t('minutes')} decimals={0} min={min} max={max} value={other} onChange={setOther} />
            <Button
              size="sm"
              disabled={other === null}
              onClick={() => {
                if (other !== null) add(other);
                setOther(null);
              }}
            >
              {t('add')}
            </Button>
          </span>
        </div>
      )}
    </div>
  );
}
