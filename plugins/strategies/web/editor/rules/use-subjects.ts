'use client';
import { useMemo } from 'react';
import { useTranslations } from 'next-intl';
import { clientStatus } from '../../../../clients/contract.ts';
import type { QualificationQuestion } from '../../../contract.ts';
import { useClientFields, usePipelines, useStageOptions } from '../../use-set-up.ts';
import { useAt } from '../draft-context.tsx';
import type { Subject } from './operators.ts';

const texts = ['name', 'email', 'phone', 'company', 'position', 'zone', 'source', 'currency'] as const;
const kinds: Record<QualificationQuestion['kind'], Subject['kind']> = {
  text: 'text',
  email: 'text',
  phone: 'text',
  url: 'text',
  number: 'number',
  money: 'number',
  date: 'date',
  boolean: 'boolean',
  select: 'choice',
  multiselect: 'several',
};
const optionsOf = (options: readonly string[]) => options.map((value) => ({ value, label: value }));

/** Answers of the draft's questions; `prefix` is `answer:` where facts stand beside them. */
export function useAnswerSubjects(prefix: '' | 'answer:'): Subject[] {
  const t = useTranslations('strategies.editor.rules');
  const questions = useAt<QualificationQuestion[]>('script.questions').value;
  return useMemo(() => questions.map(({ key, label, kind, options }) => ({ id: `${prefix}${key}`, label, group: t('answers'), kind: kinds[kind], options: optionsOf(options) })), [questions, prefix, t]);
}

/** Everything a rule on a client may look at: its facts, the tenant's fields, answers, and what has happened since. */
export function useClientSubjects(): Subject[] {
  const t = useTranslations('strategies.editor');
  const fields = useClientFields();
  const pipelines = usePipelines();
  const stages = useStageOptions();
  const answers = useAnswerSubjects('answer:');
  const status = useTranslations('strategies.editor.clientStates');
  return useMemo(() => {
    const fact = (id: string, kind: Subject['kind'], options?: Subject['options']): Subject => ({ id, label: t(`facts.${id}`), group: t('rules.client'), kind, ...(options && { options }) });
    return [
      { id: 'replied', label: t('facts.replied'), group: t('rules.since'), kind: 'boolean' },
      { id: 'booked', label: t('facts.booked'), group: t('rules.since'), kind: 'boolean' },
      fact('status', 'choice', clientStatus.options.map((value) => ({ value, label: status(value) }))),
      fact('stageId', 'id', stages),
      ...(pipelines.length > 1 ? [fact('pipelineId', 'id', pipelines.map(({ id, name }) => ({ value: String(id), label: name })))] : []),
      fact('tags', 'tags'),
      fact('value', 'number'),
      fact('ownerId', 'user'),
      fact('createdAt', 'date'),
      ...texts.map((id) => fact(id, 'text')),
      ...fields.map(({ key, label, type, options }): Subject => ({ id: `custom:${key}`, label, group: t('rules.fields'), kind: kinds[type], options: optionsOf(options) })),
      ...answers,
    ] satisfies Subject[];
  }, [t, status, fields, pipelines, stages, answers]);
}
