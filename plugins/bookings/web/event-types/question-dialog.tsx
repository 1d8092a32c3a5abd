'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { z } from 'zod';
import { Button, Checkbox, Dialog, Form, FormField, FormSummary, Select, SubmitButton, TagInput } from '@loctelli/core/web';
import type { Question, QuestionType } from '../../contract.ts';

export const questionTypes = ['text', 'long-text', 'number', 'select', 'multiselect', 'boolean', 'date', 'url'] as const satisfies readonly QuestionType[];
const chooses = (type: QuestionType) => type === 'select' || type === 'multiselect';

const rules = z
  .object({ label: z.string().trim().min(1).max(200), type: z.enum(questionTypes), required: z.boolean(), options: z.array(z.string()) })
  .refine(({ type, options }) => !chooses(type) || options.length > 0, { path: ['options'] });
type Values = z.infer<typeof rules>;

interface Props {
  question: Question | 'new';
  taken: readonly string[];
  onSave: (question: Question) => void;
  onClose: () => void;
}

/** One thing that guests are asked. */
export function QuestionDialog({ question, taken, onSave, onClose }: Props) {
  const t = useTranslations('bookings');
  const known = question === 'new' ? null : question;
  const [type, setType] = useState<QuestionType>(known?.type ?? 'text');
  const save = ({ label, type: chosen, required, options }: Values) => {
    onSave({ key: known?.key ?? keyFor(label, taken), label: label.trim(), type: chosen, required, options: chooses(chosen) ? options : [] });
    onClose();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t(known ? 'questions.change' : 'questions.new')}>
      <Form<Values> schema={rules as never} defaults={{ label: known?.label ?? '', type, required: known?.required ?? false, options: known?.options ?? [] }} onSubmit={save}>
        <FormSummary />
        <FormField name="label" label={t('questions.label')} autoFocus />
        <FormField name="type" label={t('questions.type')}>
          {({ value, onChange }) => (
            <Select
              value={value as QuestionType}
              onChange={(next) => {
                onChange(next);
                setType(next);
              }}
              options={questionTypes.map((each) => ({ value: each, label: t(`questions.types.${each}`) }))}
            />
          )}
        </FormField>
        {chooses(type) && (
          <FormField name="options" label={t('questions.options')} hint={t('questions.optionsHint')}>
            {({ value, onChange }) => <TagInput value={value as string[]} onChange={onChange} aria-label={t('questions.options')} />}
          </FormField>
        )}
        <FormField name="required" label={t('questions.required')} hideLabel>
          {({ value, onChange }) => <Checkbox checked={value === true} onChange={onChange} label={t('questions.required')} />}
        </FormField>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('words.cancel')}</Button>
          <SubmitButton>{t('words.apply')}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}

/** A key that no other question has: answers are kept by it, whatever the question is called later. */
export function keyFor(label: string, taken: readonly string[]): string {
  const words = label.normalize('NFKD').replace(/\p{M}/gu, '').match(/[a-zA-Z0-9]+/g) ?? [];
  const joined = words.map((word, index) => (index === 0 ? word.toLowerCase() : word[0]!.toUpperCase() + word.slice(1).toLowerCase())).join('');
  const base = (/^[a-z]/.test(joined) ? joined : `q${joined}`).slice(0, 36);
  for (let count = 1; ; count++) {
    const key = count === 1 ? base : `${base}${count}`;
    if (!taken.includes(key)) return key;
  }
}
