'use client';
import { useTranslations } from 'next-intl';
import type { QualificationQuestion } from '../../contract.ts';
import { useClientFields } from '../use-set-up.ts';
import { useAt } from './draft-context.tsx';

const known = {
  client: ['client.firstName', 'client.name', 'client.company', 'client.position', 'client.email', 'client.phone'],
  us: ['persona.name', 'persona.role', 'user.firstName', 'user.name', 'tenant.name', 'booking.url'],
} as const;

interface Group {
  label: string;
  items: { name: string; label: string }[];
}

/** What a text may have filled in, by whom it is about. */
export function useVariables(): Group[] {
  const t = useTranslations('strategies.editor.variables');
  const fields = useClientFields();
  const questions = useAt<QualificationQuestion[]>('script.questions').value;
  const named = (names: readonly string[]) => names.map((name) => ({ name, label: t(`names.${name.replace('.', '-')}`) }));
  return [
    { label: t('client'), items: [...named(known.client), ...fields.map(({ key, label }) => ({ name: `custom.${key}`, label }))] },
    { label: t('us'), items: named(known.us) },
    { label: t('answers'), items: questions.map(({ key, label }) => ({ name: `answers.${key}`, label })) },
  ];
}
