'use client';
import type { ReactNode } from 'react';
import { Field, Input, NumberInput, Select, Textarea, type Option } from '@loctelli/core/web';
import { useAt } from './draft-context.tsx';
import type { Path } from './draft-store.ts';
import { LiquidText } from './liquid-text.tsx';

interface FieldProps {
  path: Path;
  label: string;
  hint?: ReactNode;
  placeholder?: string;
  className?: string;
  hideLabel?: boolean;
}

/** One line of the draft. */
export function LineAt({ path, label, hint, placeholder, className, hideLabel, optional }: FieldProps & { optional?: string }) {
  const { value, set, error, readOnly } = useAt<string>(path);
  return (
    <Field name={path} label={label} hint={hint} error={error} className={className} hideLabel={hideLabel} {...(optional && { optional })}>
      <Input dir={value ? 'auto' : undefined} value={value} placeholder={placeholder} readOnly={readOnly} onChange={(event) => set(event.target.value)} />
    </Field>
  );
}

/** Many lines of the draft, plain. */
export function TextAt({ path, label, hint, placeholder, rows = 3, hideLabel }: FieldProps & { rows?: number }) {
  const { value, set, error, readOnly } = useAt<string>(path);
  return (
    <Field name={path} label={label} hint={hint} error={error} hideLabel={hideLabel}>
      <Textarea dir={value ? 'auto' : undefined} rows={rows} value={value} placeholder={placeholder} readOnly={readOnly} onChange={(event) => set(event.target.value)} />
    </Field>
  );
}

/** A text that a client may read: variables can be put into it. */
export function LiquidAt({ path, rows, ...field }: FieldProps & { rows?: number }) {
  const { value, set, error, readOnly } = useAt<string>(path);
  return <LiquidText {...field} name={path} rows={rows} value={value} onChange={set} error={error} readOnly={readOnly} />;
}

export function NumberAt({ path, min, max, end, ...field }: FieldProps & { min?: number; max?: number; end?: ReactNode }) {
  const { value, set, error, readOnly } = useAt<number>(path);
  return (
    <Field name={path} error={error} {...field}>
      <NumberInput decimals={0} min={min} max={max} end={end} disabled={readOnly} value={value} onChange={(next) => next !== null && set(next)} />
    </Field>
  );
}

export function ChoiceAt<V extends string>({ path, options, ...field }: FieldProps & { options: readonly Option<V>[] }) {
  const { value, set, error, readOnly } = useAt<V>(path);
  return (
    <Field name={path} error={error} {...field}>
      <Select value={value} options={options} disabled={readOnly} onChange={set} />
    </Field>
  );
}
