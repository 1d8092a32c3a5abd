'use client';
import { useState } from 'react';
import { useLocale, useTranslations } from 'next-intl';
import { X } from 'lucide-react';
import { Button, DatePicker, Field, firstWeekday, MultiSelect, NumberInput, Switch, TimePicker, useFormats } from '@loctelli/core/web';
import type { SendWindow, StopRules } from '../../../contract.ts';
import { useStageOptions } from '../../use-set-up.ts';
import { useAt } from '../draft-context.tsx';
import { Section } from '../section.tsx';

const workday: SendWindow = { days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00', holidays: [] };

/** When messages may leave, in the client's own time. */
export function WindowSection() {
  const t = useTranslations('strategies.editor.window');
  const { value, set, error, readOnly } = useAt<SendWindow | null>('cadence.window');
  const days = useWeekdays();
  const change = (part: Partial<SendWindow>) => value && set({ ...value, ...part });
  const to = useAt<string>('cadence.window.to');
  return (
    <Section title={t('title')} text={t('text')} path="cadence.window">
      <Switch checked={value !== null} disabled={readOnly} onChange={(on) => set(on ? workday : null)} label={t('on')} />
      {value && (
        <>
          <Field label={t('days')}>
            <div role="group" aria-label={t('days')} className="flex flex-wrap gap-1">
              {days.map(({ day, short, name }) => {
                const on = value.days.includes(day);
                return (
                  <Button
                    key={day}
                    size="sm"
                    variant={on ? 'primary' : 'secondary'}
                    aria-pressed={on}
                    aria-label={name}
                    disabled={readOnly}
                    className="min-w-11"
                    onClick={() => (!on || value.days.length > 1) && change({ days: on ? value.days.filter((each) => each !== day) : [...value.days, day].sort((a, b) => a - b) })}
                  >
                    {short}
                  </Button>
                );
              })}
            </div>
          </Field>
          <div className="flex flex-wrap items-center gap-2">
            <TimePicker className="w-32" aria-label={t('from')} disabled={readOnly} value={value.from} onChange={(time) => time && change({ from: time })} />
            <span aria-hidden className="text-muted">
              –
            </span>
            <TimePicker className="w-32" aria-label={t('to')} disabled={readOnly} value={value.to === '24:00' ? '00:00' : value.to} onChange={(time) => time && change({ to: time === '00:00' ? '24:00' : time })} />
            <span className="text-sm text-muted">{t('zone')}</span>
          </div>
          {(error ?? to.error) && <p className="text-sm text-danger-text">{t('backwards')}</p>}
          <Holidays value={value.holidays} onChange={(holidays) => change({ holidays })} readOnly={readOnly} />
        </>
      )}
    </Section>
  );
}

function Holidays({ value, onChange, readOnly }: { value: string[]; onChange: (days: string[]) => void; readOnly: boolean }) {
  const t = useTranslations('strategies.editor.window');
  const formats = useFormats();
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <Field label={t('holidays')} hint={t('holidaysHint')}>
      <div className="flex flex-wrap items-center gap-2">
        {value.map((day) => (
          <Button key={day} size="sm" disabled={readOnly} aria-label={t('removeHoliday', { day: formats.date(`${day}T12:00:00Z`) })} onClick={() => onChange(value.filter((each) => each !== day))}>
            {formats.date(`${day}T12:00:00Z`)}
            <X aria-hidden />
          </Button>
        ))}
        {!readOnly && (
          <DatePicker
            className="w-40"
            aria-label={t('addHoliday')}
            value={draft}
            onChange={(day) => {
              setDraft(null);
              if (day && !value.includes(day)) onChange([...value, day].sort());
            }}
          />
        )}
      </div>
    </Field>
  );
}

/** Weekdays, 1 is Monday, from where the reader's week begins. */
function useWeekdays(): { day: number; name: string; short: string }[] {
  const locale = useLocale();
  const first = firstWeekday(locale) || 7;
  const spell = (day: number, weekday: 'long' | 'short') => new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' }).format(new Date(`2024-01-0${day}T12:00:00Z`));
  return Array.from({ length: 7 }, (_, index) => ((first - 1 + index) % 7) + 1).map((day) => ({ day, name: spell(day, 'long'), short: spell(day, 'short') }));
}

/** How many messages a day at most. */
export function ThrottleSection() {
  const t = useTranslations('strategies.editor.throttle');
  return (
    <Section title={t('title')} text={t('text')} path="cadence.throttle">
      <div className="grid gap-4 sm:grid-cols-2">
        <Limit path="cadence.throttle.perUser" label={t('perUser')} />
        <Limit path="cadence.throttle.perTenant" label={t('perTenant')} />
      </div>
    </Section>
  );
}

function Limit({ path, label }: { path: string; label: string }) {
  const t = useTranslations('strategies.editor.throttle');
  const { value, set, error, readOnly } = useAt<number | null>(path);
  return (
    <Field name={path} label={label} error={error}>
      <NumberInput decimals={0} min={1} max={100_000} placeholder={t('none')} disabled={readOnly} value={value} onChange={set} end={<span className="text-sm">{t('aDay')}</span>} />
    </Field>
  );
}

/** What ends it before its last step. */
export function StopSection() {
  const t = useTranslations('strategies.editor.stop');
  const { value, set, readOnly } = useAt<StopRules>('cadence.stopOn');
  const stages = useStageOptions();
  return (
    <Section title={t('title')} text={t('text')} path="cadence.stopOn">
      {(['reply', 'booking', 'bounce'] as const).map((what) => (
        <Switch key={what} checked={value[what]} disabled={readOnly} onChange={(on) => set({ ...value, [what]: on })} label={t(what)} hint={t(`${what}Hint`)} />
      ))}
      {stages.length > 0 && (
        <Field label={t('stages')} hint={t('stagesHint')}>
          <MultiSelect aria-label={t('stages')} placeholder={t('noStages')} disabled={readOnly} options={stages} value={value.stageIds.map(String)} onChange={(ids) => set({ ...value, stageIds: ids.map(Number) })} />
        </Field>
      )}
    </Section>
  );
}
