'use client';
import type { ReactNode } from 'react';
import { Select as BaseSelect } from '@base-ui/react/select';
import { Check, ChevronsUpDown } from 'lucide-react';
import { controlClass } from './control-class.ts';
import { cn } from './cn.ts';
import { itemClass, popupClass } from './popup.ts';

export interface Option<V extends string = string> {
  value: V;
  label: string;
  hint?: string;
  icon?: ReactNode;
  disabled?: boolean;
}

export interface SelectProps<V extends string = string> {
  options: readonly Option<V>[];
  value: V | null;
  onChange: (value: V) => void;
  placeholder?: string;
  disabled?: boolean;
  name?: string;
  id?: string;
  /** Shows its list at once, such as in a table cell that was just opened for editing. */
  defaultOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
  'aria-label'?: string;
  /** `quiet` has no border until it is pointed at: for filters and table cells. */
  variant?: 'field' | 'quiet';
  className?: string;
}

/** One choice of a short list. For long or searchable lists use `Combobox`. */
export function Select<V extends string = string>({ options, value, onChange, placeholder, disabled, name, id, defaultOpen, onOpenChange, variant = 'field', className, ...props }: SelectProps<V>) {
  return (
    <BaseSelect.Root
      items={options as Option<V>[]}
      value={value}
      onValueChange={(next) => next !== null && onChange(next as V)}
      disabled={disabled}
      name={name}
      id={id}
      defaultOpen={defaultOpen}
      onOpenChange={onOpenChange}
      modal={false}
    >
      <BaseSelect.Trigger
        aria-label={props['aria-label']}
        className={cn(
          controlClass,
          'flex h-control items-center justify-between gap-2 ps-3 pe-2 text-start',
          variant === 'quiet' && 'w-auto border-transparent bg-transparent hover:border-transparent hover:bg-hover',
          className,
        )}
      >
        <BaseSelect.Value placeholder={placeholder} className="truncate data-placeholder:text-subtle" />
        <BaseSelect.Icon className="text-subtle">
          <ChevronsUpDown aria-hidden className="size-3.5" />
        </BaseSelect.Icon>
      </BaseSelect.Trigger>
      <BaseSelect.Portal>
        <BaseSelect.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-10 outline-none">
          <BaseSelect.Popup className={cn(popupClass, 'min-w-(--anchor-width) max-w-(--available-width)')}>
            <BaseSelect.List className="max-h-[min(22rem,var(--available-height))] overflow-y-auto p-1">
              {options.map((option) => (
                <BaseSelect.Item key={option.value} value={option.value} disabled={option.disabled} className={cn(itemClass, 'pe-8')}>
                  {option.icon}
                  <span className="min-w-0">
                    <BaseSelect.ItemText className="block truncate">{option.label}</BaseSelect.ItemText>
                    {option.hint && <span className="block text-sm text-muted">{option.hint}</span>}
                  </span>
                  <BaseSelect.ItemIndicator className="absolute end-2 text-accent-text">
                    <Check aria-hidden className="size-4" />
                  </BaseSelect.ItemIndicator>
                </BaseSelect.Item>
              ))}
            </BaseSelect.List>
          </BaseSelect.Popup>
        </BaseSelect.Positioner>
      </BaseSelect.Portal>
    </BaseSelect.Root>
  );
}
