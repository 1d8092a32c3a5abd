'use client';
import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@loctelli/core/web';
import type { Step } from '../../../contract.ts';
import { useAt } from '../draft-context.tsx';
import type { Path } from '../draft-store.ts';
import { LineAt } from '../fields.tsx';
import { RuleRows } from '../rules/rule-rows.tsx';
import { useClientSubjects } from '../rules/use-subjects.ts';
import { Destination } from './destination.tsx';

type Way = Extract<Step, { kind: 'branch' }>['ways'][number];

/** The ways of a branch: the first one whose rules all hold is gone. */
export function Ways({ path }: { path: Path }) {
  const t = useTranslations('strategies.editor.steps');
  const { value: ways, set, readOnly } = useAt<Way[]>(`${path}.ways`);
  const subjects = useClientSubjects();
  const add = () => set([...ways, { name: t('wayNumber', { number: ways.length + 1 }), when: [{ field: 'status', operator: 'anyOf', value: ['active'] }], goTo: 'next' }]);
  return (
    <>
      {ways.map((way, index) => (
        <div key={index} role="group" aria-label={way.name} className="flex flex-col gap-3 rounded-md border p-3">
          <div className="flex items-end gap-2">
            <LineAt path={`${path}.ways.${index}.name`} label={t('wayName')} className="flex-1" />
            {!readOnly && ways.length > 1 && (
              <Button variant="ghost" size="icon" aria-label={t('removeWay', { name: way.name })} onClick={() => set(ways.filter((_, at) => at !== index))}>
                <X aria-hidden />
              </Button>
            )}
          </div>
          <RuleRows path={`${path}.ways.${index}.when`} subjects={subjects} name="field" />
          <Destination path={`${path}.ways.${index}.goTo`} step={path} label={t('goTo')} />
        </div>
      ))}
      {!readOnly && ways.length < 8 && (
        <Button size="sm" className="self-start" onClick={add}>
          <Plus aria-hidden />
          {t('addWay')}
        </Button>
      )}
      <Destination path={`${path}.otherwise`} step={path} label={t('otherwise')} />
    </>
  );
}
