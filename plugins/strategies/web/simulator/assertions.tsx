'use client';
import { CircleCheck, CircleX, Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Input, Menu, NumberInput, Select } from '@loctelli/core/web';
import { stopReason, type Assertion, type SimulationResult, type Step } from '../../contract.ts';
import { useStepText } from '../editor/steps/use-step-text.ts';
import { assertionKinds, freshAssertion, isWhole } from './scenario-state.ts';

interface Props {
  steps: readonly Step[];
  value: Assertion[];
  onChange: (assertions: Assertion[]) => void;
  /** Of the last run. */
  results: SimulationResult['assertions'] | undefined;
}

/** What must come true in the run. */
export function Assertions({ steps, value, onChange, results }: Props) {
  const t = useTranslations('strategies.simulator');
  const offered = assertionKinds.filter((kind) => steps.length > 0 || (kind !== 'step-runs' && kind !== 'step-does-not-run'));
  const change = (index: number, next: Assertion) => onChange(value.map((each, at) => (at === index ? next : each)));
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-sm font-medium">{t('assertions')}</h3>
      {value.length === 0 && <p className="text-sm text-muted">{t('noAssertions')}</p>}
      {value.map((assertion, index) => {
        const holds = isWhole(assertion) ? results?.find((result) => JSON.stringify(result.assertion) === JSON.stringify(assertion))?.holds : undefined;
        return (
          <div key={index} role="group" aria-label={t(`asserts.${assertion.kind}`)} className="flex items-start gap-2 rounded-md bg-sunken p-2">
            <div className="flex min-w-0 flex-1 flex-col gap-2">
              <span className="flex min-h-7 items-center gap-2 font-medium">
                {holds === true && <CircleCheck role="img" aria-label={t('holds')} className="size-4 shrink-0 text-success-text" />}
                {holds === false && <CircleX role="img" aria-label={t('fails')} className="size-4 shrink-0 text-danger-text" />}
                {t(`asserts.${assertion.kind}`)}
              </span>
              <Parts assertion={assertion} steps={steps} onChange={(next) => change(index, next)} />
            </div>
            <Button variant="ghost" size="icon-sm" aria-label={t('removeAssertion', { what: t(`asserts.${assertion.kind}`) })} onClick={() => onChange(value.filter((_, at) => at !== index))}>
              <X aria-hidden />
            </Button>
          </div>
        );
      })}
      <Menu
        align="start"
        groups={[{ items: offered.map((kind) => ({ id: kind, label: t(`asserts.${kind}`), onSelect: () => onChange([...value, freshAssertion(kind, steps[0]?.id ?? '')]) })) }]}
        trigger={
          <Button size="sm" variant="ghost" className="self-start">
            <Plus aria-hidden />
            {t('addAssertion')}
          </Button>
        }
      />
    </section>
  );
}

function Parts({ assertion, steps, onChange }: { assertion: Assertion; steps: readonly Step[]; onChange: (next: Assertion) => void }) {
  const t = useTranslations('strategies.simulator');
  const stops = useTranslations('strategies.stops');
  const text = useStepText();
  if ('stepId' in assertion)
    return <Select aria-label={t('step')} value={assertion.stepId} options={steps.map((step, index) => ({ value: step.id, label: text.numbered(step, index) }))} onChange={(stepId) => onChange({ ...assertion, stepId })} />;
  if ('text' in assertion) return <Input aria-label={t('words')} placeholder={t('words')} maxLength={200} value={assertion.text} onChange={(event) => onChange({ ...assertion, text: event.target.value })} />;
  if (assertion.kind === 'within')
    return (
      <span className="w-36">
        <NumberInput aria-label={t('days')} decimals={0} min={1} max={366} value={assertion.days} end={<span className="text-sm">{t('daysShort')}</span>} onChange={(days) => days !== null && onChange({ ...assertion, days })} />
      </span>
    );
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      <Select
        aria-label={t('end')}
        value={assertion.status}
        options={(['completed', 'stopped'] as const).map((value) => ({ value, label: t(`ends.${value}`) }))}
        onChange={(status) => onChange({ ...assertion, status, reason: status === 'stopped' ? assertion.reason : null })}
      />
      {assertion.status === 'stopped' && (
        <Select
          aria-label={t('reason')}
          value={assertion.reason ?? 'any'}
          options={[{ value: 'any', label: t('anyReason') }, ...stopReason.options.map((value) => ({ value, label: stops(value) }))]}
          onChange={(reason) => onChange({ ...assertion, reason: reason === 'any' ? null : (reason as typeof assertion.reason) })}
        />
      )}
    </div>
  );
}
