'use client';
import { useId, type ReactNode } from 'react';
import { clsx } from 'clsx';

interface Props<V extends string> {
  label: string;
  aside?: ReactNode;
  options: { value: V; label: string }[];
  value: V;
  onChange: (value: V) => void;
}

/** One of a few, all of them in sight. */
export function Choice<V extends string>({ label, aside, options, value, onChange }: Props<V>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-labelledby={`${name}-label`} className="flex min-w-0 flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-3">
        <span id={`${name}-label`} className="text-sm font-medium">
          {label}
        </span>
        {aside}
      </div>
      <div className="flex rounded-md border border-line-strong bg-sunken p-0.5">
        {options.map((option) => (
          <label
            key={option.value}
            className={clsx(
              'flex min-w-0 flex-1 cursor-pointer items-center justify-center rounded-sm px-2 py-1.5 text-center text-sm transition-colors duration-150',
              'has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-focus',
              option.value === value ? 'bg-surface font-medium text-fg ring-1 ring-line-strong' : 'text-muted hover:text-fg',
            )}
          >
            <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} className="sr-only" />
            {option.label}
          </label>
        ))}
      </div>
    </div>
  );
}
