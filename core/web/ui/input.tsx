'use client';
import type { ComponentProps, ReactNode } from 'react';
import { Field as BaseField } from '@base-ui/react/field';
import { cn } from './cn.ts';
import { controlClass } from './control-class.ts';

export interface InputProps extends Omit<ComponentProps<'input'>, 'prefix'> {
  /** Icon or short text inside the field, before and after the value. */
  start?: ReactNode;
  end?: ReactNode;
}

/** One line of text. Inside a `Field` it takes its label, hint and error from there. `className` sizes the whole. */
export function Input({ className, start, end, dir, ...props }: InputProps) {
  const ltr = props.type === 'email' || props.type === 'tel' || props.type === 'url';
  const bare = start == null && end == null;
  const control = (
    <BaseField.Control
      {...(props as ComponentProps<typeof BaseField.Control>)}
      dir={dir ?? (ltr && props.value ? 'ltr' : undefined)}
      className={cn(controlClass, 'h-control px-3 read-only:bg-sunken', start != null && 'ps-9', end != null && 'pe-10', bare && className)}
    />
  );
  if (bare) return control;
  return (
    <div className={cn('relative w-full', className)}>
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
