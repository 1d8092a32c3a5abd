'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { z } from 'zod';
import { line } from '@loctelli/core';
import { Button, Dialog, Form, FormField, FormSummary, Select, SubmitButton, useInvalidate } from '@loctelli/core/web';
import type { StrategyTemplate } from '../../contract.ts';
import { strategies } from '../api.ts';
import { keys } from '../use-strategies.ts';

const rules = z.object({ name: line(120), industry: z.string().trim().max(80).optional(), from: z.string() });
type Values = z.infer<typeof rules>;

/** Begins a strategy: empty, or as the agency wrote it. */
export function CreateStrategy({ templates, onClose }: { templates: readonly StrategyTemplate[]; onClose: () => void }) {
  const t = useTranslations('strategies.list');
  const ui = useTranslations('core.ui');
  const router = useRouter();
  const invalidate = useInvalidate();
  const create = async ({ name, industry, from }: Values) => {
    const made =
      from === 'empty'
        ? await strategies.createStrategy({ name, ...(industry && { industry }) })
        : await strategies.applyTemplate(Number(from)).then((strategy) => strategies.updateStrategy(strategy.id, { version: strategy.version, name, ...(industry && { industry }) }));
    invalidate(keys.list, keys.templates);
    router.push(`/strategies/${made.id}`);
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('new')} description={t('newText')}>
      <Form<Values> schema={rules as never} defaults={{ name: '', industry: '', from: 'empty' }} onSubmit={create}>
        <FormSummary />
        <FormField name="name" label={t('name')} placeholder={t('namePlaceholder')} autoFocus />
        <FormField name="industry" label={t('industry')} optional={t('optional')} />
        {templates.length > 0 && (
          <FormField name="from" label={t('startFrom')}>
            {({ value, onChange }) => (
              <Select
                value={value as string}
                onChange={onChange}
                options={[{ value: 'empty', label: t('fromEmpty') }, ...templates.map(({ templateId, name, agency }) => ({ value: String(templateId), label: name, hint: agency }))]}
              />
            )}
          </FormField>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <SubmitButton>{t('create')}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
