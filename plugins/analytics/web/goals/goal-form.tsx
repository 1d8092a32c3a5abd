'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { Button, Dialog, Field, Form, FormField, FormSummary, NumberInput, Select, SubmitButton, useFormValues, useInvalidate } from '@loctelli/core/web';
import { goalPeriods, type Filter, type Goal, type GoalPeriod, type MetricInfo } from '../../contract.ts';
import { analytics } from '../api.ts';
import { Filters } from '../dashboard/filters.tsx';
import { useMetrics } from '../data/use-analytics.ts';
import { MetricPicker } from '../editor/metric-picker.tsx';

interface Values {
  name: string;
  metric: string;
  target: number | null;
  period: GoalPeriod;
  direction: Goal['direction'];
}

/** Sets a goal, or changes one; its number stays what it is. */
export function GoalForm({ goal, onClose }: { goal: Goal | null; onClose: () => void }) {
  const t = useTranslations('analytics.goals');
  const ui = useTranslations('core.ui');
  const metrics = useMetrics();
  const invalidate = useInvalidate();
  const [where, setWhere] = useState<Filter>(goal?.where ?? {});
  const submit = async ({ metric, target, ...values }: Values) => {
    const facts = { ...values, target: target ?? 0, where };
    await (goal ? analytics.updateGoal(goal.id, { ...facts, version: goal.version }) : analytics.createGoal({ ...facts, metric }));
    invalidate(['analytics', 'goals'], ['analytics', 'answers']);
    onClose();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t(goal ? 'change' : 'new')}>
      <Form<Values> defaults={{ name: goal?.name ?? '', metric: goal?.metric ?? '', target: goal?.target ?? null, period: goal?.period ?? 'month', direction: goal?.direction ?? 'atLeast' }} onSubmit={submit}>
        <FormField name="name" label={t('name')} autoFocus autoComplete="off" />
        {goal ? <p className="text-muted">{goal.metricTitle}</p> : <Metric metrics={metrics.data?.items ?? []} />}
        <div className="grid grid-cols-2 gap-3">
          <FormField name="direction" label={t('direction')}>
            {({ value, onChange }) => <Select value={value as Goal['direction']} onChange={onChange} options={(['atLeast', 'atMost'] as const).map((one) => ({ value: one, label: t(`directions.${one}`) }))} />}
          </FormField>
          <Target />
        </div>
        <FormField name="period" label={t('period')}>
          {({ value, onChange }) => <Select value={value as GoalPeriod} onChange={onChange} options={goalPeriods.map((one) => ({ value: one, label: t(`periods.${one}`) }))} />}
        </FormField>
        <Where metrics={metrics.data?.items ?? []} value={where} onChange={setWhere} />
        <FormSummary />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <SubmitButton>{t(goal ? 'save' : 'create')}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}

function Metric({ metrics }: { metrics: readonly MetricInfo[] }) {
  const t = useTranslations('analytics.goals');
  return (
    <FormField name="metric" label={t('metric')} hideLabel>
      {({ value, onChange }) => <MetricPicker label={t('metric')} metrics={metrics} value={value ? [String(value)] : []} onChange={([name]) => onChange(name ?? '')} />}
    </FormField>
  );
}

function Target() {
  const t = useTranslations('analytics.goals');
  return (
    <FormField name="target" label={t('target')}>
      {({ value, onChange, onBlur }) => <NumberInput min={0} max={1e12} value={value as number | null} onChange={onChange} onBlur={onBlur} />}
    </FormField>
  );
}

function Where({ metrics, value, onChange }: { metrics: readonly MetricInfo[]; value: Filter; onChange: (filter: Filter) => void }) {
  const t = useTranslations('analytics.goals');
  const [name] = useFormValues(['metric']);
  const known = metrics.filter((metric) => metric.name === name);
  if (known.length === 0) return null;
  return (
    <Field label={t('where')}>
      <Filters metrics={known} value={value} onChange={onChange} />
    </Field>
  );
}
