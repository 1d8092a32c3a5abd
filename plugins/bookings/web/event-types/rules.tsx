'use client';
import { useTranslations } from 'next-intl';
import { Card, Checkbox, DatePicker, FormField, NumberInput, Segmented, Select, useFormValues } from '@loctelli/core/web';
import type { Assignment } from '../../contract.ts';
import { DurationInput } from '../duration-input.tsx';
import { useTimes } from '../use-times.ts';
import { HostsField } from './hosts-field.tsx';
import type { FormHost } from './form-values.ts';

const steps = [5, 10, 15, 20, 30, 60];
const assignments = ['single', 'round-robin', 'collective'] as const satisfies readonly Assignment[];

/** Who takes the bookings. */
export function HostRules() {
  const t = useTranslations('bookings');
  const [assignment] = useFormValues(['assignment']) as [Assignment];
  return (
    <Card title={t('editor.hosts')} description={t('editor.hostsText')}>
      <div className="flex flex-col gap-4">
        <FormField name="assignment" label={t('editor.assignment')} hint={t(`editor.assignmentHints.${assignment}`)}>
          {({ value, onChange }) => <Segmented className="max-w-full overflow-x-auto" label={t('editor.assignment')} value={value as Assignment} onChange={onChange} options={assignments.map((each) => ({ value: each, label: t(`assignments.${each}`) }))} />}
        </FormField>
        <FormField name="hosts" label={t('editor.hosts')} hideLabel>
          {({ value, onChange }) => <HostsField value={value as FormHost[]} assignment={assignment} onChange={onChange} />}
        </FormField>
        {assignment === 'round-robin' && (
          <FormField name="keepsHost" label={t('editor.keepsHost')} hideLabel>
            {({ value, onChange }) => <Checkbox checked={value === true} onChange={onChange} label={t('editor.keepsHost')} />}
          </FormField>
        )}
      </div>
    </Card>
  );
}

/** From when to when it can be booked, how close to each other, and how often. */
export function TimeRules() {
  const t = useTranslations('bookings');
  const times = useTimes();
  const [kind, lengths] = useFormValues(['horizonKind', 'lengths']) as ['days' | 'range', number[]];
  const duration = (name: string, max?: number) => (
    <FormField name={name} label={t(`editor.${name}`)} hint={t(`editor.${name}Hint`)}>
      {({ value, onChange }) => <DurationInput label={t(`editor.${name}`)} value={value as number} max={max} onChange={(next) => onChange(next ?? 0)} />}
    </FormField>
  );
  const limit = (name: string) => (
    <FormField name={name} label={t(`editor.${name}`)} optional={t('words.optional')}>
      {({ value, onChange }) => <NumberInput decimals={0} min={1} max={1000} value={value as number | null} onChange={onChange} placeholder={t('editor.noLimit')} />}
    </FormField>
  );
  return (
    <Card title={t('editor.times')} description={t('editor.timesText')}>
      <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
        <FormField name="horizonKind" label={t('editor.horizon')} className={kind === 'range' ? 'sm:col-span-2' : undefined}>
          {({ value, onChange }) => <Select value={value as string} onChange={onChange} options={[{ value: 'days', label: t('editor.horizonKinds.days') }, { value: 'range', label: t('editor.horizonKinds.range') }]} />}
        </FormField>
        {kind === 'range' ? (
          <>
            <FormField name="rangeFrom" label={t('editor.rangeFrom')}>
              {({ value, onChange, onBlur }) => <DatePicker value={value as string | null} onChange={onChange} onBlur={onBlur} />}
            </FormField>
            <FormField name="rangeTo" label={t('editor.rangeTo')}>
              {({ value, onChange, onBlur }) => <DatePicker value={value as string | null} onChange={onChange} onBlur={onBlur} />}
            </FormField>
          </>
        ) : (
          <FormField name="horizonDays" label={t('editor.horizonDays')}>
            {({ value, onChange }) => <NumberInput decimals={0} min={1} max={730} value={value as number} onChange={onChange} />}
          </FormField>
        )}
        {duration('minimumNotice')}
        <FormField name="slotStep" label={t('editor.slotStep')} hint={t('editor.slotStepHint')}>
          {({ value, onChange }) => (
            <Select
              value={value === null || value === undefined ? 'own' : String(value)}
              onChange={(next) => onChange(next === 'own' ? null : Number(next))}
              options={[{ value: 'own', label: t('editor.slotStepOwn', { length: times.length(lengths[0] ?? 30) }) }, ...steps.map((each) => ({ value: String(each), label: times.length(each) }))]}
            />
          )}
        </FormField>
        {duration('bufferBefore', 1440)}
        {duration('bufferAfter', 1440)}
        <FormField name="seats" label={t('editor.seats')} hint={t('editor.seatsHint')}>
          {({ value, onChange }) => <NumberInput decimals={0} min={1} max={1000} value={value as number} onChange={(next) => onChange(next ?? 1)} />}
        </FormField>
        {limit('dailyLimit')}
        {limit('hostDailyLimit')}
        {limit('hostWeeklyLimit')}
      </div>
    </Card>
  );
}
