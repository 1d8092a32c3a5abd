'use client';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Popover } from '../popover.tsx';
import { ConditionEditor } from './condition-editor.tsx';
import type { FilterCondition, FilterField } from './conditions.ts';
import { useConditionText } from './use-condition-text.ts';

export interface FilterChipProps {
  field: FilterField;
  condition: FilterCondition;
  onChange: (condition: FilterCondition) => void;
  onRemove: () => void;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** What one filter asks, in words; pressed, it is changed. */
export function FilterChip({ field, condition, onChange, onRemove, open, onOpenChange }: FilterChipProps) {
  const t = useTranslations('core.kit.filter');
  const text = useConditionText(field, condition);
  return (
    <span className="inline-flex h-[calc(var(--control)-6px)] max-w-full items-stretch overflow-hidden rounded-md border bg-surface text-sm">
      <Popover
        title={t('edit', { name: field.label })}
        open={open}
        onOpenChange={onOpenChange}
        trigger={
          <button type="button" className="flex min-w-0 items-center gap-1.5 ps-2.5 pe-2 hover:bg-hover focus-visible:-outline-offset-2 [&_svg]:size-3.5 [&_svg]:shrink-0 [&_svg]:text-muted">
            {field.icon}
            <span className="shrink-0 font-medium">{field.label}</span> <span className="shrink-0 text-muted">{text.operator}</span> {text.value && <span className="truncate text-accent-text">{text.value}</span>}
          </button>
        }
      >
        <ConditionEditor field={field} condition={condition} onChange={onChange} />
      </Popover>
      <button type="button" aria-label={t('remove', { name: field.label })} onClick={onRemove} className="grid w-7 shrink-0 place-items-center border-s text-muted hover:bg-hover hover:text-fg focus-visible:-outline-offset-2">
        <X aria-hidden className="size-3.5" />
      </button>
    </span>
  );
}
