'use client';
import { useTranslations } from 'next-intl';
import { Checkbox, DatePicker, FormField, MoneyInput, MultiSelect, NumberInput, Select } from '@loctelli/core/web';
import type { ClientField } from '../contract.ts';

interface Props {
  field: ClientField;
  optional: string;
  currency?: string;
}

/** The control for one of the tenant's own fields. What is emptied is sent as null. */
export function CustomFieldInput({ field: { key, label, type, required, options }, optional, currency = 'USD' }: Props) {
  const t = useTranslations('clients');
  const named = { name: `customFields.${key}`, label, ...(!required && { optional }) };
  const choices = options.map((option) => ({ value: option, label: option }));
  if (type === 'boolean')
    return (
      <FormField {...named}>
        {({ value, onChange }) => <Checkbox checked={value === true} onChange={onChange} label={t('form.yes')} />}
      </FormField>
    );
  if (type === 'select')
    return (
      <FormField {...named}>
        {({ value, onChange }) => (
          <Select
            value={(value as string | null | undefined) || none}
            onChange={(next) => onChange(next === none ? null : next)}
            options={[...(required ? [] : [{ value: none, label: '—' }]), ...choices]}
          />
        )}
      </FormField>
    );
  if (type === 'multiselect')
    return (
      <FormField {...named}>
        {({ value, onChange }) => <MultiSelect aria-label={label} options={choices} value={(value as string[] | null | undefined) ?? []} onChange={(next) => onChange(next.length ? next : null)} />}
      </FormField>
    );
  if (type === 'money')
    return (
      <FormField {...named}>
        {({ value, onChange, onBlur }) => <MoneyInput currency={currency} value={value as number | null | undefined} onChange={onChange} onBlur={onBlur} />}
      </FormField>
    );
  if (type === 'number')
    return (
      <FormField {...named}>
        {({ value, onChange, onBlur }) => <NumberInput decimals={6} value={value as number | null | undefined} onChange={onChange} onBlur={onBlur} />}
      </FormField>
    );
  if (type === 'date')
    return (
      <FormField {...named}>
        {({ value, onChange, onBlur }) => <DatePicker aria-label={label} value={(value as string | null | undefined) ?? null} onChange={onChange} onBlur={onBlur} />}
      </FormField>
    );
  return <FormField {...named} type={type === 'phone' ? 'tel' : type} autoComplete="off" />;
}

const none = '-';
