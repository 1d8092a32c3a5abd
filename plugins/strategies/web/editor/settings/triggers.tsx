'use client';
import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Combobox } from '@loctelli/core/web';
import type { EnrolmentTrigger } from '../../../contract.ts';
import { useTriggers } from '../../use-set-up.ts';
import { useAt } from '../draft-context.tsx';
import { RuleRows } from '../rules/rule-rows.tsx';
import { useClientSubjects } from '../rules/use-subjects.ts';
import { Section } from '../section.tsx';

const path = 'cadence.triggers';

/** Events that enrol clients by themselves, of those that carry one. */
export function TriggerSection() {
  const t = useTranslations('strategies.editor.triggers');
  const { value, set, readOnly } = useAt<EnrolmentTrigger[]>(path);
  const events = useTriggers();
  const subjects = useClientSubjects();
  const unused = events.filter(({ event }) => !value.some((each) => each.event === event));
  const nameOf = (event: string) => (t.has(`events.${event.replace('.', '-')}`) ? t(`events.${event.replace('.', '-')}`) : event);
  const change = (index: number, event: string) => set(value.map((each, at) => (at === index ? { ...each, event } : each)));
  return (
    <Section title={t('title')} text={t('text')} path={path}>
      {value.map((trigger, index) => (
        <div key={index} role="group" aria-label={nameOf(trigger.event)} className="flex flex-col gap-3 rounded-md border p-3">
          <div className="flex items-center gap-2">
            <TriggerEvent path={`${path}.${index}.event`} label={t('event')} events={[trigger.event, ...unused.map(({ event }) => event)].map((event) => ({ value: event, label: nameOf(event), hint: event }))} onChange={(event) => change(index, event)} />
            {!readOnly && (
              <Button variant="ghost" size="icon" aria-label={t('remove', { event: nameOf(trigger.event) })} onClick={() => set(value.filter((_, at) => at !== index))}>
                <X aria-hidden />
              </Button>
            )}
          </div>
          <RuleRows optional path={`${path}.${index}.when`} subjects={subjects} name="field" label={trigger.when.length > 0 ? t('when') : t('always')} />
        </div>
      ))}
      {!readOnly && unused.length > 0 && value.length < 10 && (
        <Button className="self-start" onClick={() => set([...value, { event: (unused.find(({ event }) => event === 'client.created') ?? unused[0]!).event, when: [] }])}>
          <Plus aria-hidden />
          {t('add')}
        </Button>
      )}
    </Section>
  );
}

function TriggerEvent({ path: at, label, events, onChange }: { path: string; label: string; events: { value: string; label: string; hint: string }[]; onChange: (event: string) => void }) {
  const { value, error, readOnly } = useAt<string>(at);
  return (
    <span className="min-w-0 flex-1">
      <Combobox aria-label={label} clearable={false} disabled={readOnly} options={events} value={value} onChange={(event) => event && onChange(event)} />
      {error && <span className="mt-1 block text-sm text-danger-text">{error}</span>}
    </span>
  );
}
