'use client';
import { useTranslations } from 'next-intl';
import { Checkbox, DatePicker, Field, Input, MultiSelect, NumberInput, Select, Textarea } from '@loctelli/core/web';
import type { Answers, Question } from '../../contract.ts';

type Value = Answers[string] | undefined;
interface Props {
  question: Question;
  value: Value;
  onChange: (value: Value) => void;
}

/** What an event type asks its guests, answered for them. */
export function AnswerField({ question: { label, type, required, options }, value, onChange }: Props) {
  const t = useTranslations('bookings.words');
  const text = typeof value === 'string' ? value : '';
  const choices = options.map((option) => ({ value: option, label: option }));
  if (type === 'boolean') return <Checkbox checked={value === true} onChange={onChange} label={label} />;
  return (
    <Field label={label} optional={required ? undefined : t('optional')}>
      {type === 'long-text' ? (
        <Textarea rows={2} value={text} maxLength={5000} onChange={(event) => onChange(event.target.value || null)} />
      ) : type === 'number' ? (
        <NumberInput value={typeof value === 'number' ? value : null} onChange={onChange} />
      ) : type === 'select' ? (
        <Select value={text || null} onChange={onChange} options={choices} placeholder={t('choose')} />
      ) : type === 'multiselect' ? (
        <MultiSelect aria-label={label} value={Array.isArray(value) ? value : []} onChange={onChange} options={choices} />
      ) : type === 'date' ? (
        <DatePicker value={text || null} onChange={onChange} />
      ) : (
        <Input type={type === 'url' ? 'url' : 'text'} value={text} onChange={(event) => onChange(event.target.value || null)} />
      )}
    </Field>
  );
}
