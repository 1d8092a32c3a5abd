'use client';
import { useTranslations } from 'next-intl';
import { Card, Checkbox, FormField, useFormValues } from '@loctelli/core/web';
import type { Question } from '../../contract.ts';
import { DurationInput } from '../duration-input.tsx';
import { LengthsField } from './lengths-field.tsx';
import { QuestionsField } from './questions-field.tsx';

const usualReminders = [15, 60, 120, 1440, 2880];

/** What guests are asked. */
export function QuestionRules() {
  const t = useTranslations('bookings');
  return (
    <Card title={t('questions.title')} description={t('questions.text')}>
      <FormField name="questions" label={t('questions.title')} hideLabel>
        {({ value, onChange }) => <QuestionsField value={value as Question[]} onChange={onChange} />}
      </FormField>
    </Card>
  );
}

/** What guests may do by themselves, and when they hear of it. */
export function GuestRules() {
  const t = useTranslations('bookings');
  const [mayReschedule, mayCancel] = useFormValues(['guestMayReschedule', 'guestMayCancel']) as boolean[];
  const tick = (name: string, hint = false) => (
    <FormField name={name} label={t(`editor.${name}`)} hideLabel>
      {({ value, onChange }) => <Checkbox checked={value === true} onChange={onChange} label={t(`editor.${name}`)} hint={hint ? t(`editor.${name}Hint`) : undefined} />}
    </FormField>
  );
  const cutoff = (name: string) => (
    <FormField name={name} label={t(`editor.${name}`)} hint={t(`editor.${name}Hint`)} className="ms-7">
      {({ value, onChange }) => <DurationInput label={t(`editor.${name}`)} value={value as number} onChange={(next) => onChange(next ?? 0)} />}
    </FormField>
  );
  return (
    <Card title={t('editor.guests')} description={t('editor.guestsText')}>
      <div className="flex flex-col gap-4">
        {tick('needsConfirmation', true)}
        {tick('guestMayReschedule')}
        {mayReschedule && cutoff('rescheduleCutoff')}
        {tick('guestMayCancel')}
        {mayCancel && cutoff('cancelCutoff')}
        <FormField name="reminders" label={t('editor.reminders')} hint={t('editor.remindersHint')}>
          {({ value, onChange }) => (
            <LengthsField descending label={t('editor.reminders')} value={value as number[]} onChange={onChange} usual={usualReminders} min={5} max={43_200} most={5} say={(length) => t('editor.before', { length })} />
          )}
        </FormField>
      </div>
    </Card>
  );
}
