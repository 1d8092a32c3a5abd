'use client';
import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Combobox } from '@loctelli/core/web';
import type { Scenario } from '../../contract.ts';
import type { Subject } from '../editor/rules/operators.ts';
import { RuleValue } from '../editor/rules/rule-value.tsx';
import { useClientSubjects } from '../editor/rules/use-subjects.ts';

type FactValues = Scenario['client']['facts'];
/** What has a field of its own here, or comes from what happens. */
const elsewhere = new Set(['name', 'email', 'replied', 'booked']);

/** Facts of somebody made up, by the names that rules look at. */
export function Facts({ value, onChange }: { value: FactValues; onChange: (facts: FactValues) => void }) {
  const t = useTranslations('strategies.simulator');
  const subjects = useClientSubjects().filter(({ id }) => !elsewhere.has(id) && !id.startsWith('answer:'));
  const names = Object.keys(value);
  const unused = subjects.filter(({ id }) => !(id in value));
  const rename = (from: string, to: string) => onChange(Object.fromEntries(names.map((name) => (name === from ? [to, freshValue(subjects.find(({ id }) => id === to)!)] : [name, value[name]!]))));
  return (
    <div role="group" aria-label={t('facts')} className="flex flex-col gap-2">
      <p className="text-sm font-medium">{t('facts')}</p>
      {names.map((name) => {
        const subject = subjects.find(({ id }) => id === name) ?? { id: name, label: name, group: '', kind: 'text' as const };
        const several = subject.kind === 'several' || subject.kind === 'tags';
        const current = value[name]!;
        return (
          <div key={name} className="flex items-center gap-2">
            <Combobox
              className="min-w-0 flex-1"
              aria-label={t('fact')}
              clearable={false}
              options={[subject, ...unused].map((each) => ({ value: each.id, label: each.label }))}
              value={name}
              onChange={(to) => to && to !== name && rename(name, to)}
            />
            <span className="min-w-0 flex-1">
              <RuleValue
                subject={subject}
                operation={several || subject.options ? { operator: 'anyOf', value: [current].flat() as string[] } : { operator: 'is', value: current as string }}
                disabled={false}
                onChange={(next) => {
                  const list = [next].flat().filter((each) => each !== undefined) as (string | number | boolean)[];
                  onChange({ ...value, [name]: several ? list.map(String) : (list.at(-1) ?? freshValue(subject)) });
                }}
              />
            </span>
            <Button variant="ghost" size="icon-sm" aria-label={t('removeFact', { name: subject.label })} onClick={() => onChange(Object.fromEntries(names.filter((each) => each !== name).map((each) => [each, value[each]!])))}>
              <X aria-hidden />
            </Button>
          </div>
        );
      })}
      {unused.length > 0 && (
        <Button size="sm" variant="ghost" className="self-start" onClick={() => onChange({ ...value, [unused[0]!.id]: freshValue(unused[0]!) })}>
          <Plus aria-hidden />
          {t('addFact')}
        </Button>
      )}
    </div>
  );
}

function freshValue({ kind, options }: Subject): FactValues[string] {
  if (kind === 'several' || kind === 'tags') return [];
  if (kind === 'boolean') return true;
  if (kind === 'number') return 0;
  const first = options?.[0]?.value;
  return first === undefined ? '' : kind === 'id' ? Number(first) : first;
}
