'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { DatePicker, Field, Input, MultiSelect, NumberInput, Select } from '@loctelli/core/web';
import type { ClientField, CustomFields } from '../contract.ts';

type Value = CustomFields[string];
interface Props {
  field: ClientField;
  label: string;
  /** Undefined while nothing usable is chosen; null empties the field. */
  onChange: (value: Value | undefined) => void;
}

const none = '-';

/** One value for one of the tenant's own fields. */
export function BulkCustomValue({ field: { type, options, required }, label, onChange }: Props) {
  const t = useTranslations('clients');
  const [value, setValue] = useState<Value | undefined>(undefined);
  const set = (next: Value) => {
    setValue(next);
    onChange(required && (next === null || next === '') ? undefined : next);
  };
  const hint = required ? undefined : t('bulk.emptyEmpties');
  if (type === 'boolean')
    return (
      <Field label={label}>
        <Select
          value={value === undefined ? null : String(value)}
          placeholder={t('bulk.choose')}
          options={[{ value: 'true', label: t('form.yes') }, { value: 'false', label: t('form.no') }]}
          onChange={(next) => set(next === 'true')}
        />
      </Field>
    );
  if (type === 'select')
    return (
      <Field label={label}>
        <Select
          value={value === undefined ? null : ((value as string | null) ?? none)}
          placeholder={t('bulk.choose')}
          options={[...options.map((option) => ({ value: option, label: option })), ...(required ? [] : [{ value: none, label: t('bulk.emptied') }])]}
          onChange={(next) => set(next === none ? null : next)}
        />
      </Field>
    );
  if (type === 'multiselect')
    return (
      <Field label={label} hint={hint}>
        <MultiSelect aria-label={label} options={options.map((option) => ({ value: option, label: option }))} value={(value as string[] | undefined) ?? []} onChange={(next) => set(next.length ? next : null)} />
      </Field>
    );
  if (type === 'number' || type === 'money')
    return (
      <Field label={label} hint={hint}>
        <NumberInput value={(value as number | null | undefined) ?? null} onChange={set} />
      </Field>
    );
  if (type === 'date')
    return (
      <Field label={label} hint={hint}>
        <DatePicker value={(value as string | null | undefined) ?? null} onChange={set} />
      </Field>
    );
  return (
    <Field label={label} hint={hint}>
      <Input maxLength={2000} onChange={(event) => set(event.target.value.trim() || null)} />
    </Field>
  );
}
