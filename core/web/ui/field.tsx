'use client';
import type { ReactNode } from 'react';
import { Field as BaseField } from '@base-ui/react/field';
import { cn } from './cn.ts';

export interface FieldProps {
  label: ReactNode;
  /** Set for fields of a form by `FormField`; needed otherwise only to name the control. */
  name?: string;
  hint?: ReactNode;
  error?: string;
  /** Said beside the label of what may stay empty; required is the normal case. */
  optional?: string;
  /** At the end of the label's line, such as a link. */
  aside?: ReactNode;
  hideLabel?: boolean;
  disabled?: boolean;
  className?: string;
  children: ReactNode;
}

/** Label, control, hint and error, wired together for assistive technology. */
export function Field({ label, name, hint, error, optional, aside, hideLabel, disabled, className, children }: FieldProps) {
  return (
    <BaseField.Root name={name} invalid={Boolean(error)} disabled={disabled} className={cn('flex min-w-0 flex-col gap-1.5', className)}>
      <div className={cn('flex items-baseline justify-between gap-3', hideLabel && !aside && 'sr-only')}>
        <BaseField.Label className={cn('text-sm font-medium text-fg', hideLabel && 'sr-only')}>
          {label}
          {optional && <span className="ms-1.5 font-normal text-subtle">{optional}</span>}
        </BaseField.Label>
        {aside && <span className="ms-auto text-sm">{aside}</span>}
      </div>
      {children}
      {hint && !error && <BaseField.Description className="text-sm text-muted">{hint}</BaseField.Description>}
      {error && (
        <BaseField.Error match className="text-sm text-danger-text">
          {error}
        </BaseField.Error>
      )}
    </BaseField.Root>
  );
}
