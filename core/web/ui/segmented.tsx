'use client';
import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';
import { cn } from './cn.ts';
import type { Option } from './select.tsx';

export interface SegmentedProps<V extends string = string> {
  options: readonly Option<V>[];
  value: V;
  onChange: (value: V) => void;
  /** What is being chosen, for screen readers. */
  label: string;
  /** Shows icons alone; the words are still read out. */
  iconsOnly?: boolean;
  disabled?: boolean;
  className?: string;
}

/** One of two to four choices, all in sight: how a list is drawn, which period is meant. */
export function Segmented<V extends string = string>({ options, value, onChange, label, iconsOnly, disabled, className }: SegmentedProps<V>) {
  return (
    <ToggleGroup aria-label={label} value={[value]} onValueChange={([next]) => next && onChange(next as V)} disabled={disabled} className={cn('inline-flex h-control w-fit items-stretch gap-0.5 rounded-md bg-sunken p-0.5', className)}>
      {options.map((option) => (
        <Toggle
          key={option.value}
          value={option.value}
          disabled={option.disabled}
          aria-label={iconsOnly ? option.label : undefined}
          title={iconsOnly ? option.label : undefined}
          className={cn('flex items-center gap-1.5 rounded-[calc(var(--radius)-2px)] text-muted transition-colors duration-150 hover:text-fg data-pressed:bg-surface data-pressed:text-fg data-pressed:shadow-[0_0_0_1px_var(--line)] data-disabled:opacity-50 [&_svg]:size-4', iconsOnly ? 'w-8 justify-center' : 'px-3')}
        >
          {option.icon}
          {!iconsOnly && option.label}
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
