'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { Button, DatePicker, Dialog, Field, Input, Segmented, todayIn } from '@loctelli/core/web';
import type { ScheduleOverride } from '../../contract.ts';
import { useTimes } from '../use-times.ts';
import { wrongHours } from './draft.ts';
import { HourRanges } from './hour-ranges.tsx';

interface Props {
  override: ScheduleOverride | 'new';
  onSave: (override: ScheduleOverride) => void;
  onClose: () => void;
}

/** Some days that are unlike the week: off, or with other hours. */
export function OverrideDialog({ override, onSave, onClose }: Props) {
  const t = useTranslations('bookings');
  const times = useTimes();
  const today = todayIn(times.zone);
  const [draft, setDraft] = useState<ScheduleOverride>(override === 'new' ? { from: today, to: today, hours: [], note: null } : override);
  const [tried, setTried] = useState(false);
  const change = (changes: Partial<ScheduleOverride>) => setDraft((now) => ({ ...now, ...changes }));
  const wrong = draft.from > draft.to ? t('overrides.wrongOrder') : undefined;
  const save = () => {
    setTried(true);
    if (wrong || wrongHours(draft.hours)) return;
    onSave({ ...draft, note: draft.note?.trim() || null });
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(override === 'new' ? 'overrides.new' : 'overrides.change')}
      footer={
        <>
          <Button onClick={onClose}>{t('words.cancel')}</Button>
          <Button variant="primary" onClick={save}>
            {t('words.apply')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('overrides.from')}>
            <DatePicker value={draft.from} onChange={(from) => from && change({ from, ...(from > draft.to && { to: from }) })} />
          </Field>
          <Field label={t('overrides.to')} error={tried ? wrong : undefined}>
            <DatePicker value={draft.to} onChange={(to) => to && change({ to })} />
          </Field>
        </div>
        <Segmented
          label={t('overrides.kind')}
          value={draft.hours.length > 0 ? 'hours' : 'off'}
          onChange={(kind) => change({ hours: kind === 'off' ? [] : [{ from: '09:00', to: '17:00' }] })}
          options={[
            { value: 'off', label: t('overrides.off') },
            { value: 'hours', label: t('overrides.otherHours') },
          ]}
        />
        {draft.hours.length > 0 && <HourRanges label={t('overrides.otherHours')} none={t('hours.off')} value={draft.hours} onChange={(hours) => change({ hours })} />}
        <Field label={t('overrides.note')} optional={t('words.optional')} hint={t('overrides.noteHint')}>
          <Input value={draft.note ?? ''} maxLength={120} onChange={(event) => change({ note: event.target.value })} />
        </Field>
      </div>
    </Dialog>
  );
}
