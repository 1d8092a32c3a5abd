'use client';
import { useTranslations } from 'next-intl';
import { Field, NumberInput, Select, Switch, TimePicker } from '@loctelli/core/web';
import { waitUnit, type Step } from '../../../contract.ts';
import { useAt } from '../draft-context.tsx';
import type { Path } from '../draft-store.ts';
import { ChoiceAt, LineAt, LiquidAt, NumberAt } from '../fields.tsx';
import { RuleRows } from '../rules/rule-rows.tsx';
import { useClientSubjects } from '../rules/use-subjects.ts';
import { Destination } from './destination.tsx';
import { Ways } from './ways.tsx';
import { Variants } from './variants.tsx';

interface Props {
  path: Path;
  step: Step;
}

/** One step, by its kind. */
export function StepEditor({ path, step }: Props) {
  const t = useTranslations('strategies.editor.steps');
  return (
    <>
      <LineAt path={`${path}.name`} label={t('name')} optional={t('optional')} />
      {step.kind === 'message' && (
        <ChoiceAt
          path={`${path}.channel`}
          label={t('channel')}
          options={[
            { value: 'any', label: t('channels.any') },
            { value: 'web', label: t('channels.web') },
            { value: 'email', label: t('channels.email') },
          ]}
        />
      )}
      {(step.kind === 'message' || step.kind === 'email') && <Variants path={`${path}.variants`} withSubject={step.kind === 'email'} />}
      {(step.kind === 'call' || step.kind === 'task') && <TaskFields path={path} />}
      {step.kind === 'wait' && <WaitFields path={path} />}
      {step.kind === 'condition' && <ConditionFields path={path} />}
      {step.kind === 'branch' && <Ways path={path} />}
    </>
  );
}

function TaskFields({ path }: { path: Path }) {
  const t = useTranslations('strategies.editor.steps');
  const waits = useAt<boolean>(`${path}.waits`);
  return (
    <>
      <LiquidAt path={`${path}.title`} label={t('taskTitle')} rows={1} />
      <LiquidAt path={`${path}.body`} label={t('taskBody')} rows={3} />
      <NumberAt path={`${path}.dueInHours`} label={t('dueInHours')} min={0} max={8_760} end={<span className="text-sm">{t('hoursShort')}</span>} className="max-w-48" />
      <Switch checked={waits.value} onChange={waits.set} disabled={waits.readOnly} label={t('waitForIt')} hint={t('waitForItHint')} />
    </>
  );
}

function WaitFields({ path }: { path: Path }) {
  const t = useTranslations('strategies.editor.steps');
  const amount = useAt<number>(`${path}.amount`);
  const unit = useAt<Extract<Step, { kind: 'wait' }>['unit']>(`${path}.unit`);
  const at = useAt<string | null>(`${path}.at`);
  return (
    <>
      <div className="flex flex-wrap items-end gap-2">
        <Field label={t('waitFor')} name={`${path}.amount`} error={amount.error} className="w-28">
          <NumberInput decimals={0} min={0} max={10_000} disabled={amount.readOnly} value={amount.value} onChange={(next) => next !== null && amount.set(next)} />
        </Field>
        <Select className="w-44" aria-label={t('waitUnit')} disabled={unit.readOnly} value={unit.value} onChange={unit.set} options={waitUnit.options.map((value) => ({ value, label: t(`units.${value}`) }))} />
      </div>
      <Field label={t('waitAt')} optional={t('optional')} hint={t('waitAtHint')} error={at.error} className="max-w-48">
        <TimePicker aria-label={t('waitAt')} disabled={at.readOnly} value={at.value} onChange={(time) => at.set(time || null)} />
      </Field>
    </>
  );
}

function ConditionFields({ path }: { path: Path }) {
  const t = useTranslations('strategies.editor.steps');
  const subjects = useClientSubjects();
  return (
    <>
      <RuleRows path={`${path}.when`} subjects={subjects} name="field" />
      <div className="grid gap-4 sm:grid-cols-2">
        <Destination path={`${path}.then`} step={path} label={t('then')} />
        <Destination path={`${path}.otherwise`} step={path} label={t('otherwise')} />
      </div>
    </>
  );
}
