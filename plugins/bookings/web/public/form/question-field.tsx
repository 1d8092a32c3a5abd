'use client';
import { useTranslations } from 'next-intl';
import { Checkbox, FormField, Input, NumberInput, Select, Textarea } from '@loctelli/core/web';
import type { PublicQuestion } from '../../../contract.ts';
import { fieldOf } from './answers.ts';

/** One question of the event type, in the control that its kind asks for. */
export function QuestionField({ question: { key, label, type, required, options } }: { question: PublicQuestion }) {
  const ui = useTranslations('core.ui');
  const shared = { name: fieldOf(key), label, optional: required ? undefined : ui('optional') };
  const choices = options.map((option) => ({ value: option, label: option }));
  if (type === 'boolean')
    return (
      <FormField {...shared} hideLabel>
        {({ value, onChange }) => <Checkbox checked={value === true} onChange={onChange} label={label} />}
      </FormField>
    );
  if (type === 'multiselect')
    return (
      <FormField {...shared}>
        {({ value, onChange }) => {
          const chosen = Array.isArray(value) ? (value as string[]) : [];
          return (
            <div role="group" aria-label={label} className="flex flex-col gap-2.5 pt-0.5">
              {options.map((option) => (
                <Checkbox key={option} label={option} checked={chosen.includes(option)} onChange={(on) => onChange(on ? [...chosen, option] : chosen.filter((one) => one !== option))} />
              ))}
            </div>
          );
        }}
      </FormField>
    );
  if (type === 'select') return <FormField {...shared}>{({ value, onChange }) => <Select options={choices} value={(value as string | undefined) ?? null} onChange={onChange} />}</FormField>;
  if (type === 'number') return <FormField {...shared}>{({ value, onChange, onBlur }) => <NumberInput value={value as number | null} onChange={onChange} onBlur={onBlur} />}</FormField>;
  return <FormField {...shared}>{type === 'long-text' ? <Textarea rows={3} /> : <Input type={type === 'date' ? 'date' : type === 'url' ? 'url' : 'text'} />}</FormField>;
}
