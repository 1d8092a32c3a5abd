'use client';
import { useTranslations } from 'next-intl';
import { FormField, FormSummary, Input, Select, useApiQuery } from '@loctelli/core/web';
import { clients } from './api.ts';
import { statuses } from './client-status.tsx';
import { CustomFieldInput } from './custom-field-input.tsx';
import { useOwners } from './use-owners.ts';

/** The fields of a client, for creating and for changing one. */
export function ClientFields({ autoFocus }: { autoFocus?: boolean }) {
  const t = useTranslations('clients');
  const owners = useOwners();
  const { data: custom } = useApiQuery(['client-fields'], () => clients.getFields());
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
            <Input
              type="number"
              inputMode="decimal"
              min={0}
              step="0.01"
              defaultValue={(value as number | undefined) ?? ''}
              onBlur={onBlur}
              onChange={(event) => onChange(event.target.value === '' ? undefined : Number(event.target.value))}
            />
          )}
        </FormField>
        <FormField name="source" label={t('fields.source')} autoComplete="off" optional={optional} />
      </div>
      <FormField name="tags" label={t('fields.tags')} hint={t('form.tagsHint')} optional={optional}>
        {({ value, onChange, onBlur }) => (
          <Input
            defaultValue={((value as string[] | undefined) ?? []).join(', ')}
            onBlur={onBlur}
            onChange={(event) =>
              onChange(
                event.target.value
                  .split(',')
                  .map((tag) => tag.trim())
                  .filter(Boolean),
              )
            }
          />
        )}
      </FormField>
      {custom?.items.map((field) => (
        <CustomFieldInput key={field.key} field={field} optional={optional} />
      ))}
    </>
  );
}
