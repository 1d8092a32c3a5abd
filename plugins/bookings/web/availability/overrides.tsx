'use client';
import { useState } from 'react';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button, Card, formatTime, useFormats } from '@loctelli/core/web';
import type { ScheduleOverride } from '../../contract.ts';
import { useTimes } from '../use-times.ts';
import { OverrideDialog } from './override-dialog.tsx';

interface Props {
  value: ScheduleOverride[];
  onChange: (overrides: ScheduleOverride[]) => void;
  disabled: boolean;
}

export const useDays = () => {
  const times = useTimes();
  const short = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
  return (from: string, to: string) => (from === to ? times.day(from, short) : `${times.day(from, short)} – ${times.day(to, short)}`);
};

/** Days off and days with other hours. */
export function Overrides({ value, onChange, disabled }: Props) {
  const t = useTranslations('bookings.overrides');
  const locale = useLocale();
  const formats = useFormats();
  const days = useDays();
  const [editing, setEditing] = useState<number | 'new' | null>(null);
  const save = (override: ScheduleOverride) => onChange(editing === 'new' ? [...value, override] : value.map((each, index) => (index === editing ? override : each)));
  const clock = (time: string) => formatTime(time === '24:00' ? '00:00' : time, locale);
  return (
    <Card
      title={t('title')}
      description={t('text')}
      flush
      actions={
        !disabled && (
          <Button size="sm" onClick={() => setEditing('new')}>
            <Plus aria-hidden />
            {t('add')}
          </Button>
        )
      }
    >
      {value.length === 0 ? (
        <p className="px-5 py-4 text-muted">{t('none')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {value.map((override, index) => (
            <li key={index} className="flex items-center gap-2 px-5 py-2.5">
              <span className="min-w-0 flex-1">
                <span className="block font-medium">{days(override.from, override.to)}</span>
                <span className="block text-sm text-muted">
                  {override.hours.length > 0 ? formats.list(override.hours.map(({ from, to }) => `${clock(from)} – ${clock(to)}`)) : t('off')}
                  {override.note && ` · ${override.note}`}
                </span>
              </span>
              {!disabled && <Buttons what={days(override.from, override.to)} onChange={() => setEditing(index)} onRemove={() => onChange(value.filter((_, at) => at !== index))} />}
            </li>
          ))}
        </ul>
      )}
      {editing !== null && <OverrideDialog override={editing === 'new' ? 'new' : value[editing]!} onSave={save} onClose={() => setEditing(null)} />}
    </Card>
  );
}

/** Changing and taking away one line. */
export function Buttons({ what, onChange, onRemove }: { what: string; onChange: () => void; onRemove: () => void }) {
  const t = useTranslations('bookings.words');
  return (
    <>
      <Button variant="ghost" size="icon-sm" aria-label={t('changeOf', { what })} onClick={onChange}>
        <Pencil aria-hidden />
      </Button>
      <Button variant="ghost" size="icon-sm" aria-label={t('removeOf', { what })} onClick={onRemove}>
        <Trash2 aria-hidden />
      </Button>
    </>
  );
}
