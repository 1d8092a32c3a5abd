'use client';
import { useTranslations } from 'next-intl';
import { DatePicker, Input, MultiSelect, NumberInput, Select, TagInput, UserSelect, useUserOptions } from '@loctelli/core/web';
import { takesList, type Operation, type Subject } from './operators.ts';

interface Props {
  subject: Subject;
  operation: Operation;
  onChange: (value: Operation['value']) => void;
  disabled: boolean;
}

/** What a rule compares with, by the kind of what it looks at. */
export function RuleValue({ subject, operation: { operator, value }, onChange, disabled }: Props) {
  const t = useTranslations('strategies.editor.rules');
  const label = t('value');
  const list = Array.isArray(value) ? value.map(String) : [];
  const single = Array.isArray(value) ? undefined : value;
  if (takesList(operator)) {
    if (subject.kind === 'user') return <Users value={list} onChange={(ids) => onChange(ids.map(Number))} />;
    if (subject.options) return <MultiSelect aria-label={label} disabled={disabled} options={subject.options} value={list} onChange={(next) => onChange(subject.kind === 'id' ? next.map(Number) : next)} />;
    return <TagInput aria-label={label} disabled={disabled} placeholder={t('values')} value={list} onChange={onChange} />;
  }
  if (subject.kind === 'boolean')
    return (
      <Select
        aria-label={label}
        disabled={disabled}
        value={single === false ? 'no' : 'yes'}
        options={[
          { value: 'yes', label: t('yes') },
          { value: 'no', label: t('no') },
        ]}
        onChange={(next) => onChange(next === 'yes')}
      />
    );
  if (subject.kind === 'user') return <UserSelect aria-label={label} disabled={disabled} value={asNumber(single)} onChange={(id) => onChange(id ?? undefined)} />;
  if (subject.options?.length && operator !== 'contains')
    return <Select aria-label={label} disabled={disabled} placeholder={t('choose')} options={subject.options} value={single === undefined ? null : String(single)} onChange={(next) => onChange(subject.kind === 'id' ? Number(next) : next)} />;
  if (operator === 'withinDays') return <NumberInput aria-label={t('days')} disabled={disabled} decimals={0} min={0} max={3650} value={asNumber(single)} onChange={(next) => onChange(next ?? undefined)} end={<span className="text-sm">{t('daysShort')}</span>} />;
  if (subject.kind === 'number') return <NumberInput aria-label={label} disabled={disabled} value={asNumber(single)} onChange={(next) => onChange(next ?? undefined)} />;
  if (subject.kind === 'date') return <DatePicker aria-label={label} disabled={disabled} value={typeof single === 'string' ? single : null} onChange={(day) => onChange(day ?? undefined)} />;
  return <Input aria-label={label} disabled={disabled} maxLength={200} value={single === undefined ? '' : String(single)} onChange={(event) => onChange(event.target.value || undefined)} />;
}

const asNumber = (value: unknown) => (value === undefined || value === '' || Number.isNaN(Number(value)) ? null : Number(value));

function Users({ value, onChange }: { value: string[]; onChange: (ids: string[]) => void }) {
  const t = useTranslations('strategies.editor.rules');
  const { options } = useUserOptions();
  return <MultiSelect aria-label={t('value')} options={options} value={value} onChange={onChange} />;
}
