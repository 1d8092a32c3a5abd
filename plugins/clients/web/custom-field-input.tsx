'use client';
import { useTranslations } from 'next-intl';
import { Checkbox, FormField, Input, Select } from '@loctelli/core/web';
import type { ClientField } from '../contract.ts';

/** The control for one of the tenant's own fields. */
export function CustomFieldInput({ field: { key, label, type, required, options }, optional }: { field: ClientField; optional: string }) {
  const t = useTranslations('clients');
  const named = { name: `customFields.${key}`, label, ...(!required && { optional }) };
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
            options={[...(required ? [] : [{ value: none, label: '—' }]), ...options.map((option) => ({ value: option, label: option }))]}
          />
        )}
      </FormField>
    );
  if (type === 'number')
    return (
      <FormField {...named}>
        {({ value, onChange, onBlur }) => (
          <Input
            type="number"
            step="any"
            defaultValue={(value as number | null | undefined) ?? ''}
            onBlur={onBlur}
            onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
          />
        )}
      </FormField>
    );
  return <FormField {...named} type={type === 'date' ? 'date' : 'text'} />;
}

const none = '-';
