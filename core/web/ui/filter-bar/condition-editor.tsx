'use client';
import { useTimeZone, useTranslations } from 'next-intl';
import { Button } from '../button.tsx';
import { cn } from '../cn.ts';
import { Calendar, type DayRange } from '../date/calendar.tsx';
import { DatePicker } from '../date/date-picker.tsx';
import { todayIn } from '../date/days.ts';
import { RangeEditor } from '../date/date-range-picker.tsx';
import { CheckList } from '../fields/check-list.tsx';
import { NumberInput } from '../fields/number-input.tsx';
import { useUserOptions } from '../fields/user-select.tsx';
import { SearchInput } from '../search-input.tsx';
import { Segmented } from '../segmented.tsx';
import { Select } from '../select.tsx';
import { isBare, isOpenEnd, openEnds, operatorsOf, withOperator, type FilterCondition, type FilterField } from './conditions.ts';

export interface ConditionEditorProps {
  field: FilterField;
  condition: FilterCondition;
  onChange: (condition: FilterCondition) => void;
}

/** How a field is compared and with what. Changes count at once. */
export function ConditionEditor({ field, condition, onChange }: ConditionEditorProps) {
  const t = useTranslations('core.kit.filter');
  const operators = operatorsOf(field);
  const words = (operator: string) => (t.has(`${field.type}.${operator}`) ? t(`${field.type}.${operator}`) : t(`plain.${operator}`));
  return (
    <div className="flex flex-col gap-2.5">
      {operators.length > 1 && (
        <div className="flex items-center gap-2">
          <span className="font-medium">{field.label}</span>
          <Select variant="quiet" className="h-8 text-muted" aria-label={t('operator')} value={condition.operator} onChange={(operator) => onChange(withOperator(condition, operator))} options={operators.map((operator) => ({ value: operator, label: words(operator) }))} />
        </div>
      )}
      {!isBare(condition.operator) && <ValueEditor field={field} condition={condition} onChange={onChange} />}
    </div>
  );
}

function ValueEditor({ field, condition, onChange }: ConditionEditorProps) {
  const t = useTranslations('core.kit.filter');
  const { operator, value } = condition;
  const set = (next: FilterCondition['value']) => onChange({ field: field.id, operator, value: next });
  switch (field.type) {
    case 'text':
      return <SearchInput label={field.label} value={typeof value === 'string' ? value : ''} onChange={set} className="w-60" />;
    case 'boolean':
      return <Segmented label={field.label} value={value === false ? 'no' : 'yes'} onChange={(next) => set(next === 'yes')} options={[{ value: 'yes', label: t('yes') }, { value: 'no', label: t('no') }]} />;
    case 'number':
    case 'money':
      return <Amount operator={operator} value={value} onChange={set} label={field.label} />;
    case 'date':
      return <When operator={operator} value={value} onChange={set} label={field.label} />;
    default:
      return <Choices field={field} condition={condition} onChange={onChange} />;
  }
}

function Choices({ field, condition, onChange }: ConditionEditorProps) {
  const users = useUserOptions('', field.type === 'user' && !field.options);
  const numeric = field.numeric || (field.type === 'user' && !field.options);
  const value = Array.isArray(condition.value) ? condition.value.map(String) : [];
  return <CheckList label={field.label} options={field.options ?? users.options} value={value} onChange={(next) => onChange({ ...condition, value: numeric ? next.map(Number) : next })} />;
}

interface PartProps {
  operator: FilterCondition['operator'];
  value: FilterCondition['value'];
  onChange: (value: FilterCondition['value']) => void;
  label: string;
}

const [lowest, highest] = openEnds.amount;
const [begin, end] = openEnds.day;

function Amount({ operator, value, onChange, label }: PartProps) {
  const t = useTranslations('core.kit.range');
  if (operator !== 'between') return <NumberInput className="w-44" aria-label={label} value={typeof value === 'number' ? value : null} onChange={(next) => onChange(next ?? undefined)} />;
  const [from, to] = Array.isArray(value) ? (value as number[]) : [];
  const shown = (amount: number | undefined) => (amount === undefined || isOpenEnd(amount) ? null : amount);
  const send = (least: number | null, most: number | null) => onChange(least === null && most === null ? undefined : [least ?? lowest, most ?? highest]);
  return (
    <div className="grid w-64 grid-cols-2 gap-2">
      <NumberInput aria-label={`${label}: ${t('from')}`} placeholder={t('from')} value={shown(from)} onChange={(next) => send(next, shown(to))} />
      <NumberInput aria-label={`${label}: ${t('to')}`} placeholder={t('to')} value={shown(to)} onChange={(next) => send(shown(from), next)} />
    </div>
  );
}

const recent = [1, 7, 30, 90, 365];

function When({ operator, value, onChange, label }: PartProps) {
  const t = useTranslations('core.kit.filter');
  const today = todayIn(useTimeZone() ?? 'UTC');
  if (operator === 'withinDays')
    return (
      <div className="flex flex-col gap-0.5">
        {recent.map((days) => (
          <Button key={days} size="sm" variant="ghost" aria-pressed={value === days} className={cn('justify-start font-normal', value === days && 'bg-accent-soft text-on-accent-soft')} onClick={() => onChange(days)}>
            {t('days', { count: days })}
          </Button>
        ))}
        <NumberInput className="mt-1 w-44" decimals={0} min={1} max={36500} aria-label={t('dayCount')} placeholder={t('dayCount')} value={typeof value === 'number' && !recent.includes(value) ? value : null} onChange={(next) => onChange(next ?? undefined)} />
      </div>
    );
  if (operator !== 'between') {
    const day = typeof value === 'string' ? value : null;
    return (
      <div className="flex flex-col gap-2">
        <DatePicker className="w-63" aria-label={label} value={day} onChange={(next) => onChange(next ?? undefined)} />
        <Calendar today={today} value={day} onChange={(next) => onChange(next ?? undefined)} />
      </div>
    );
  }
  const [from, to] = Array.isArray(value) ? (value as string[]) : [];
  const range: DayRange | null = from || to ? { from: from === begin ? null : (from ?? null), to: to === end ? null : (to ?? null) } : null;
  return <RangeEditor value={range} onChange={(next) => onChange(next ? [next.from ?? begin, next.to ?? end] : undefined)} />;
}
