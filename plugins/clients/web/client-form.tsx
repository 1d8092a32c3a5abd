'use client';
import { useTranslations } from 'next-intl';
import { FormField, FormSummary, MoneyInput, Select, TagInput } from '@loctelli/core/web';
import { statuses } from './client-status.tsx';
import { CustomFieldInput } from './custom-field-input.tsx';
import { useOwners } from './use-owners.ts';
import { useClientFields } from './use-set-up.ts';

/** The fields of a client, for creating and for changing one. */
export function ClientFields({ autoFocus, currency = 'USD' }: { autoFocus?: boolean; currency?: string }) {
  const t = useTranslations('clients');
  const owners = useOwners();
  const custom = useClientFields();
  const optional = t('form.optional');
  return (
    <>
      <FormSummary />
      <FormField name="name" label={t('fields.name')} autoComplete="off" autoFocus={autoFocus} />
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField name="email" label={t('fields.email')} type="email" autoComplete="off" optional={optional} />
        <FormField name="phone" label={t('fields.phone')} type="tel" autoComplete="off" optional={optional} />
        <FormField name="company" label={t('fields.company')} autoComplete="off" optional={optional} />
        <FormField name="position" label={t('fields.position')} autoComplete="off" optional={optional} />
        <FormField name="status" label={t('fields.status')}>
          {({ value, onChange }) => (
            <Select
              value={value as string}
              onChange={onChange}
              options={statuses.map((status) => ({ value: status, label: t(`status.${status}`) }))}
            />
          )}
        </FormField>
        <FormField name="ownerId" label={t('fields.owner')}>
          {({ value, onChange }) => (
            <Select
              value={value ? String(value) : null}
              onChange={(next) => onChange(Number(next))}
              options={owners}
              placeholder={t('form.nobody')}
            />
          )}
        </FormField>
        <FormField name="value" label={t('fields.value')} optional={optional}>
          {({ value, onChange, onBlur }) => (
            <MoneyInput currency={currency} max={999_999_999_999} value={(value as number | null | undefined) ?? null} onChange={onChange} onBlur={onBlur} />
          )}
        </FormField>
        <FormField name="source" label={t('fields.source')} autoComplete="off" optional={optional} />
      </div>
      <FormField name="tags" label={t('fields.tags')} optional={optional}>
        {({ value, onChange }) => <TagInput aria-label={t('fields.tags')} value={(value as string[] | undefined) ?? []} onChange={onChange} />}
      </FormField>
      {custom.map((field) => (
        <CustomFieldInput key={field.key} field={field} optional={optional} currency={currency} />
      ))}
    </>
  );
}
