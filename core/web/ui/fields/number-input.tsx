'use client';
import type { ReactNode } from 'react';
import { useLocale } from 'next-intl';
import { Input } from '../input.tsx';
import { parseNumber } from '../parse-number.ts';
import { useDraft } from './use-draft.ts';

export interface NumberInputProps {
  value: number | null | undefined | '';
  onChange: (value: number | null) => void;
  onBlur?: () => void;
  min?: number;
  max?: number;
  /** What the arrow keys add and take. */
  step?: number;
  /** Most digits after the decimal mark; 2 unless told, 0 for whole numbers. */
  decimals?: number;
  /** Beside the number, such as a unit. */
  start?: ReactNode;
  end?: ReactNode;
  placeholder?: string;
  disabled?: boolean;
  autoFocus?: boolean;
  name?: string;
  id?: string;
  'aria-label'?: string;
  className?: string;
}

/** A number in the form of the reader's language; takes what is pasted with group marks or a currency around it. */
export function NumberInput({ value, onChange, onBlur, min = -Infinity, max = Infinity, step = 1, decimals = 2, ...field }: NumberInputProps) {
  const locale = useLocale();
  const own = typeof value === 'number' ? value : null;
  const round = (number: number) => Number(number.toFixed(decimals));
  const parse = (text: string) => {
    const number = parseNumber(text, locale);
    if (number == null) return number;
    return number < min || number > max ? undefined : round(number);
  };
  const draft = useDraft<number>(own, (number) => new Intl.NumberFormat(locale, { maximumFractionDigits: decimals }).format(number), parse, onChange);
  const by = (change: number) => draft.set(round(Math.min(max, Math.max(min, (parse(draft.text) ?? own ?? 0) + change))));
  return (
    <Input
      {...field}
      inputMode={decimals ? 'decimal' : 'numeric'}
      autoComplete="off"
      value={draft.text}
      aria-invalid={draft.wrong || undefined}
      onChange={draft.onChange}
      onFocus={draft.onFocus}
      onBlur={() => (draft.onBlur(), onBlur?.())}
      onKeyDown={(event) => {
        if (event.key === 'Enter') draft.commit();
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
        event.preventDefault();
        by(event.key === 'ArrowUp' ? step : -step);
      }}
    />
  );
}

export interface MoneyInputProps extends Omit<NumberInputProps, 'start' | 'end' | 'decimals'> {
  /** ISO 4217, such as EUR. */
  currency: string;
}

/** An amount in whole units of a currency, `1250.5` for 1,250.50. */
export function MoneyInput({ currency, min = 0, ...props }: MoneyInputProps) {
  const locale = useLocale();
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  const sign = format.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? currency;
  return <NumberInput {...props} min={min} decimals={format.resolvedOptions().maximumFractionDigits} end={<span aria-hidden className="text-sm text-muted">{sign}</span>} />;
}
