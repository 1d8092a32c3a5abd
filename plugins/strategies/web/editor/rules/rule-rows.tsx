'use client';
import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Combobox, Select } from '@loctelli/core/web';
import { useAt, useDraft } from '../draft-context.tsx';
import type { Path } from '../draft-store.ts';
import { firstOperation, needsValue, operatorsOf, withOperator, type Operation, type Subject } from './operators.ts';
import { RuleValue } from './rule-value.tsx';

type Row = Operation & { field?: string; question?: string };
interface Props {
  path: Path;
  subjects: readonly Subject[];
  /** What the subject is called in the draft. */
  name: 'field' | 'question';
  /** Before the rows, such as "When all of this holds". */
  label?: string;
  /** None at all may be meant. */
  optional?: boolean;
}

/** Rules that must all hold: what is looked at, how, and what for. */
export function RuleRows({ path, subjects, name, label, optional }: Props) {
  const t = useTranslations('strategies.editor.rules');
  const { value: rows, set, readOnly } = useAt<Row[]>(path);
  const change = (index: number, next: Row) => set(rows.map((each, at) => (at === index ? next : each)));
  const add = () => set([...rows, { [name]: subjects[0]!.id, ...firstOperation(subjects[0]!) }]);
  return (
    <div role="group" aria-label={label ?? t('label')} className="flex flex-col gap-2">
      <p className="text-sm font-medium">{label ?? t('label')}</p>
      {rows.map((row, index) => (
        <RuleRow
          key={index}
          path={`${path}.${index}`}
          row={row}
          name={name}
          subjects={subjects}
          onChange={(next) => change(index, next)}
          onRemove={rows.length > 1 || optional ? () => set(rows.filter((_, at) => at !== index)) : undefined}
        />
      ))}
      {!readOnly && rows.length < 10 && subjects.length > 0 && (
        <Button size="sm" variant="ghost" className="self-start" onClick={add}>
          <Plus aria-hidden />
          {t('add')}
        </Button>
      )}
    </div>
  );
}

interface RowProps {
  path: Path;
  row: Row;
  name: 'field' | 'question';
  subjects: readonly Subject[];
  onChange: (row: Row) => void;
  onRemove: (() => void) | undefined;
}

function RuleRow({ path, row, name, subjects, onChange, onRemove }: RowProps) {
  const t = useTranslations('strategies.editor.rules');
  const { readOnly } = useDraft();
  const { error } = useAt<Row>(path);
  const id = row[name] ?? '';
  // What no longer exists stays in sight, to be changed.
  const subject = subjects.find((each) => each.id === id) ?? { id, label: id.replace(/^\w+:/, ''), group: '', kind: 'text' as const };
  const operation: Operation = { operator: row.operator, ...(row.value !== undefined && { value: row.value }) };
  return (
    <div className="rounded-md bg-sunken p-2">
      <div className="flex flex-wrap items-center gap-2">
        <Combobox
          className="min-w-36 flex-[2_1_9rem]"
          aria-label={t('subject')}
          clearable={false}
          disabled={readOnly}
          options={(subjects.includes(subject as Subject) ? subjects : [subject, ...subjects]).map((each) => ({ value: each.id, label: each.label, hint: each.group }))}
          value={id}
          onChange={(next) => {
            const to = subjects.find((each) => each.id === next);
            if (to) onChange({ [name]: to.id, ...firstOperation(to) });
          }}
        />
        <Select
          className="w-auto min-w-32 flex-[1_1_8rem]"
          aria-label={t('operator')}
          disabled={readOnly}
          value={row.operator}
          options={operatorsOf(subject, row.operator).map((value) => ({ value, label: t(`operators.${value}`) }))}
          onChange={(operator) => onChange({ [name]: id, ...withOperator(operation, operator) })}
        />
        {needsValue(row.operator) && (
          <span className="min-w-36 flex-[2_1_9rem]">
            <RuleValue subject={subject} operation={operation} disabled={readOnly} onChange={(value) => onChange({ [name]: id, operator: row.operator, ...(value !== undefined && { value }) })} />
          </span>
        )}
        {onRemove && !readOnly && (
          <Button variant="ghost" size="icon-sm" aria-label={t('remove', { subject: subject.label })} onClick={onRemove}>
            <X aria-hidden />
          </Button>
        )}
      </div>
      {error && <p className="mt-1.5 text-sm text-danger-text">{error}</p>}
    </div>
  );
}
