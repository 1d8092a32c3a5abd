'use client';
import type { ComponentProps, ReactNode } from 'react';
import { Field as BaseField } from '@base-ui/react/field';
import { cn } from './cn.ts';

export const controlClass = cn(
  'w-full rounded-md border border-line-strong bg-surface text-fg transition-colors duration-150',
  'hover:border-muted focus-visible:outline-2 focus-visible:-outline-offset-1 focus-visible:outline-focus',
  'disabled:opacity-60 data-disabled:opacity-60 data-invalid:border-danger-text aria-invalid:border-danger-text read-only:bg-sunken',
);

export interface InputProps extends Omit<ComponentProps<'input'>, 'prefix'> {
  /** Icon or short text inside the field, before and after the value. */
  start?: ReactNode;
  end?: ReactNode;
}

/** One line of text. Inside a `Field` it takes its label, hint and error from there. */
export function Input({ className, start, end, dir, ...props }: InputProps) {
  const ltr = props.type === 'email' || props.type === 'tel' || props.type === 'url';
  const control = (
    <BaseField.Control
      {...(props as ComponentProps<typeof BaseField.Control>)}
      dir={dir ?? (ltr && props.value ? 'ltr' : undefined)}
      className={cn(controlClass, 'h-control px-3 read-only:cursor-default', start != null && 'ps-9', end != null && 'pe-10', className)}
    />
  );
  if (start == null && end == null) return control;
  return (
    <div className="relative w-full">
      {start != null && <span className="pointer-events-none absolute inset-y-0 start-0 grid w-9 place-items-center text-subtle [&_svg]:size-4">{start}</span>}
      {control}
      {end != null && <span className="absolute inset-y-0 end-0 grid w-10 place-items-center text-muted [&_svg]:size-4">{end}</span>}
    </div>
  );
}

export function Textarea({ className, rows = 4, ...props }: ComponentProps<'textarea'>) {
  return (
    <BaseField.Control
      render={<textarea {...props} rows={rows} />}
      className={cn(controlClass, 'min-h-control resize-y px-3 py-2', className)}
    />
  );
}
