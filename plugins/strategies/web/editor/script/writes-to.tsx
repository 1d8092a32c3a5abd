'use client';
import { useTranslations } from 'next-intl';
import { Combobox, Field } from '@loctelli/core/web';
import type { AnswerTarget, QuestionKind } from '../../../contract.ts';
import { useClientFields } from '../../use-set-up.ts';
import { useAt } from '../draft-context.tsx';

const facts = ['name', 'email', 'phone', 'company', 'position', 'zone', 'source', 'value'] as const;
const fits: Partial<Record<QuestionKind, readonly string[]>> = { email: ['email'], phone: ['phone'], number: ['value'], money: ['value'], date: [], boolean: [], multiselect: [], url: [] };

/** Where on the client an answer goes, of the places that can take it. */
export function WritesTo({ path, kind }: { path: string; kind: QuestionKind }) {
  const t = useTranslations('strategies.editor');
  const fields = useClientFields();
  const { value, set, error, readOnly } = useAt<AnswerTarget | null>(path);
  const own = fields.filter(({ type }) => type === kind || (type === 'text' && kind !== 'multiselect') || (type === 'number' && kind === 'money') || (type === 'money' && kind === 'number'));
  const takes = facts.filter((fact) => (fits[kind] ? fits[kind].includes(fact) : fact !== 'value'));
  const options = [...takes.map((fact) => ({ value: fact as string, label: t(`facts.${fact}`) })), ...own.map(({ key, label }) => ({ value: `custom:${key}`, label }))];
  // What is set stays in sight, whatever became of the kind.
  const known = value === null || options.some((option) => option.value === value) ? options : [{ value, label: value.replace('custom:', '') }, ...options];
  return (
    <Field name={path} label={t('script.writesTo')} error={error}>
      <Combobox placeholder={t('script.writesNowhere')} options={known} disabled={readOnly} value={value} onChange={(next) => set(next as AnswerTarget | null)} />
    </Field>
  );
}
