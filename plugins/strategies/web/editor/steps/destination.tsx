'use client';
import { useTranslations } from 'next-intl';
import { Field, Select } from '@loctelli/core/web';
import type { Step } from '../../../contract.ts';
import { useAt } from '../draft-context.tsx';
import type { Path } from '../draft-store.ts';
import { useStepText } from './use-step-text.ts';

interface Props {
  path: Path;
  /** Where the step that leads on is: only steps further down can be gone to. */
  step: Path;
  label: string;
}

/** Where a step leads: on, to the end, or to one further down. */
export function Destination({ path, step, label }: Props) {
  const t = useTranslations('strategies.editor.steps');
  const text = useStepText();
  const steps = useAt<Step[]>('cadence.steps').value;
  const { value, set, error, readOnly } = useAt<string>(path);
  const index = Number(step.split('.')[2]);
  const later = steps.flatMap((each, at) => (at > index ? [{ value: each.id, label: text.numbered(each, at) }] : []));
  const options = [{ value: 'next', label: t('goOn') }, ...later, { value: 'end', label: t('end') }];
  // A step that moved up, or was removed, stays named until another one is chosen.
  const gone = steps.findIndex(({ id }) => id === value);
  const known = options.some((option) => option.value === value) ? options : [{ value, label: gone >= 0 ? text.numbered(steps[gone]!, gone) : t('goneStep') }, ...options];
  return (
    <Field name={path} label={label} error={error}>
      <Select value={value} options={known} disabled={readOnly} onChange={set} />
    </Field>
  );
}
