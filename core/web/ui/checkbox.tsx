'use client';
import type { ReactNode } from 'react';
import { Checkbox as BaseCheckbox } from '@base-ui/react/checkbox';
import { Field as BaseField } from '@base-ui/react/field';
import { Switch as BaseSwitch } from '@base-ui/react/switch';
import { Check, Minus } from 'lucide-react';
import { cn } from './cn.ts';

export interface CheckboxProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** Some but not all of what it stands for. */
  indeterminate?: boolean;
  label?: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
  name?: string;
  'aria-label'?: string;
  className?: string;
}

const boxClass = cn(
  'grid size-4.5 shrink-0 place-items-center rounded-[min(5px,var(--radius))] border border-line-strong bg-surface text-on-accent transition-colors duration-150',
  'data-checked:border-accent data-checked:bg-accent data-indeterminate:border-accent data-indeterminate:bg-accent data-disabled:opacity-50',
);

export function Checkbox({ checked, onChange, indeterminate, label, hint, disabled, name, className, ...props }: CheckboxProps) {
  const box = (
    <BaseCheckbox.Root checked={checked} onCheckedChange={onChange} indeterminate={indeterminate} disabled={disabled} name={name} aria-label={props['aria-label']} className={boxClass}>
      <BaseCheckbox.Indicator className="data-unchecked:hidden">
        {indeterminate ? <Minus aria-hidden className="size-3.5" strokeWidth={3} /> : <Check aria-hidden className="size-3.5" strokeWidth={3} />}
      </BaseCheckbox.Indicator>
    </BaseCheckbox.Root>
  );
  if (!label) return box;
  // A field of its own: within another one, each box would be named by that one's label.
  return (
    <BaseField.Root className="contents">
      <Labelled control={box} label={label} hint={hint} className={className} />
    </BaseField.Root>
  );
}

/** On or off, in force at once. */
export function Switch({ checked, onChange, label, hint, disabled, name, className, ...props }: Omit<CheckboxProps, 'indeterminate'>) {
  const knob = (
    <BaseSwitch.Root
      checked={checked}
      onCheckedChange={onChange}
      disabled={disabled}
      name={name}
      aria-label={props['aria-label']}
      className="flex h-5 w-9 shrink-0 items-center rounded-full border border-line-strong bg-sunken p-0.5 transition-colors duration-150 data-checked:border-accent data-checked:bg-accent data-disabled:opacity-50"
    >
      <BaseSwitch.Thumb className="size-3.5 rounded-full bg-muted transition-[translate,background-color] duration-150 data-checked:translate-x-4 data-checked:bg-on-accent rtl:data-checked:-translate-x-4" />
    </BaseSwitch.Root>
  );
  return label ? <Labelled control={knob} label={label} hint={hint} className={className} /> : knob;
}

function Labelled({ control, label, hint, className }: { control: ReactNode; label: ReactNode; hint?: ReactNode; className?: string }) {
  return (
    <label className={cn('flex items-start gap-2.5', className)}>
      <span className="grid h-5 items-center">{control}</span>
      <span className="min-w-0">
        <span className="block">{label}</span>
        {hint && <span className="block text-sm text-muted">{hint}</span>}
      </span>
    </label>
  );
}
