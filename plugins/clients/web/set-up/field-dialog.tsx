'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { z } from 'zod';
import { Button, Checkbox, Dialog, Form, FormField, FormSummary, Select, SubmitButton, TagInput, toast, useInvalidate } from '@loctelli/core/web';
import { clientFieldType, type ClientField, type ClientFieldType } from '../../contract.ts';
import { clients } from '../api.ts';
import { keyFor } from './field-key.ts';

interface Props {
  /** The field to change, or `new`; null closes the dialog. */
  field: ClientField | 'new' | null;
  /** Keys that are taken. */
  taken: readonly string[];
  onClose: () => void;
}

const types = clientFieldType.options;
export const hasOptions = (type: ClientFieldType) => type === 'select' || type === 'multiselect';

const form = z.object({
  label: z.string().trim().min(1).max(60),
  type: clientFieldType,
  required: z.boolean(),
  options: z.array(z.string()),
});
type Values = z.infer<typeof form>;

/** Makes one of the tenant's own fields, or changes it. What a field holds cannot change later: its values would lose their meaning. */
export function FieldDialog({ field, taken, onClose }: Props) {
  const t = useTranslations('clients');
  const invalidate = useInvalidate();
  const [type, setType] = useState<ClientFieldType>(field && field !== 'new' ? field.type : 'text');
  if (!field) return null;
  const known = field === 'new' ? null : field;
  const save = async ({ label, type: chosen, required, options }: Values) => {
    const facts = { label, required, ...(hasOptions(chosen) && { options }) };
    if (known) await clients.updateField(known.id, { version: known.version, ...facts });
    else await clients.createField({ key: keyFor(label, taken), type: chosen, ...facts });
    invalidate(['clients']);
    toast.success(t('fieldSetUp.saved', { label }));
    onClose();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={known ? t('fieldSetUp.change', { label: known.label }) : t('fieldSetUp.new')}>
      <Form<Values> schema={form as never} defaults={{ label: known?.label ?? '', type, required: known?.required ?? false, options: known?.options ?? [] }} onSubmit={save}>
        <FormSummary />
        <FormField name="label" label={t('fieldSetUp.label')} />
        <FormField name="type" label={t('fieldSetUp.type')} hint={known ? t('fieldSetUp.typeStays') : undefined}>
          {({ value, onChange }) => (
            <Select
              value={value as string}
              disabled={known !== null}
              onChange={(next) => {
                onChange(next);
                setType(next as ClientFieldType);
              }}
              options={types.map((each) => ({ value: each, label: t(`fieldSetUp.types.${each}`) }))}
            />
          )}
        </FormField>
        {hasOptions(type) && (
          <FormField name="options" label={t('fieldSetUp.options')} hint={t('fieldSetUp.optionsHint')}>
            {({ value, onChange }) => <TagInput value={value as string[]} onChange={onChange} aria-label={t('fieldSetUp.options')} />}
          </FormField>
        )}
        <FormField name="required" label={t('fieldSetUp.required')} >
          {({ value, onChange }) => <Checkbox checked={value === true} onChange={onChange} label={t('fieldSetUp.requiredHint')} />}
        </FormField>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('form.cancel')}</Button>
          <SubmitButton>{t('form.save')}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
