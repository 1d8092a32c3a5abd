'use client';
import { useState, type ReactNode } from 'react';
import { ListFilter } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../button.tsx';
import { cn } from '../cn.ts';
import { AddFilter } from './add-filter.tsx';
import { FilterChip } from './filter-chip.tsx';
import { isComplete, startOf, type FilterCondition, type FilterField } from './conditions.ts';

export interface FilterBarProps {
  fields: readonly FilterField[];
  /** All of them must hold. */
  value: readonly FilterCondition[];
  onChange: (conditions: FilterCondition[]) => void;
  /** Before the filters, such as a search field; "Clear filters" does not know of it. */
  start?: ReactNode;
  /** At the end of the line, such as the column menu. */
  end?: ReactNode;
  className?: string;
}

/** The filters of a list: a chip for each, a menu that adds one, and a way to drop them all. */
export function FilterBar({ fields, value, onChange, start, end, className }: FilterBarProps) {
  const t = useTranslations('core.kit.filter');
  // A filter that was just added asks nothing yet; the list hears of it once it does.
  const [draft, setDraft] = useState<FilterCondition | null>(null);
  const [open, setOpen] = useState<number | null>(null);
  const shown = draft ? [...value, draft] : value;
  const change = (index: number, next: FilterCondition) => {
    if (index < value.length) onChange(value.map((each, at) => (at === index ? next : each)).filter((each, at) => at !== index || isComplete(each)));
    else if (isComplete(next)) {
      setDraft(null);
      onChange([...value, next]);
    } else setDraft(next);
    // An emptied filter stays open as a draft instead of vanishing under the pointer.
    if (index < value.length && !isComplete(next)) {
      setDraft(next);
      setOpen(value.length - 1);
    }
  };
  return (
    <div role="search" aria-label={t('label')} className={cn('flex flex-wrap items-center gap-2', className)}>
      {start}
      {shown.map((condition, index) => {
        const field = fields.find((each) => each.id === condition.field);
        if (!field) return null;
        return (
          <FilterChip
            key={`${condition.field}-${index}`}
            field={field}
            condition={condition}
            onChange={(next) => change(index, next)}
            onRemove={() => {
              if (index >= value.length) setDraft(null);
              else onChange(value.filter((_, at) => at !== index));
              setOpen(null);
            }}
            open={open === index}
            onOpenChange={(now) => {
              setOpen(now ? index : null);
              if (!now && index >= value.length) setDraft(null);
            }}
          />
        );
      })}
      <AddFilter
        fields={fields}
        trigger={
          <Button size="sm" variant="ghost">
            <ListFilter aria-hidden />
            {t('add')}
          </Button>
        }
        onAdd={(field) => {
          const start = startOf(field);
          if (isComplete(start)) onChange([...value, start]);
          else setDraft(start);
          setOpen(value.length);
        }}
      />
      {value.length > 0 && (
        <Button size="sm" variant="ghost" className="text-muted" onClick={() => (setDraft(null), setOpen(null), onChange([]))}>
          {t('clear')}
        </Button>
      )}
      {end && <div className="ms-auto flex items-center gap-2">{end}</div>}
    </div>
  );
}
