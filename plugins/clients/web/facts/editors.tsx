'use client';
import { useEffect, useRef } from 'react';
import { CheckList, Combobox, DatePicker, Input, MoneyInput, NumberInput, Select, TagInput, type Option } from '@loctelli/core/web';
import type { EditorProps } from './fact.tsx';

type Text = EditorProps<string | null>;

export const textEditor = (type: 'text' | 'email' | 'tel' | 'url' = 'text', max = 200) =>
  function TextEditor({ value, onChange, label }: Text) {
    return (
      <Input autoFocus type={type} maxLength={max} autoComplete="off" aria-label={label} value={value ?? ''} onFocus={(event) => event.target.select()} onChange={(event) => onChange(event.target.value || null)} />
    );
  };

/** @param empty words for no choice, where that is one */
export const selectEditor = (options: readonly Option[], empty?: string) =>
  function SelectEditor({ value, onChoose, onClose, label }: Text) {
    return (
      <Select
        defaultOpen
        aria-label={label}
        value={value ?? (empty ? none : null)}
        options={empty ? [{ value: none, label: empty }, ...options] : options}
        onChange={(next) => onChoose(next === none ? null : next)}
        onOpenChange={(open) => !open && queueMicrotask(onClose)}
      />
    );
  };
const none = '-';

export const dateEditor = ({ value, onChange, label }: Text) => <DatePicker autoFocus aria-label={label} value={value} onChange={onChange} />;

export const numberEditor = ({ value, onChange, label }: EditorProps<number | null>) => (
  <NumberInput autoFocus decimals={6} aria-label={label} value={value} onChange={onChange} />
);

export const moneyEditor = (currency: string) =>
  function MoneyEditor({ value, onChange, label }: EditorProps<number | null>) {
    return <MoneyInput autoFocus currency={currency} max={999_999_999_999} aria-label={label} value={value} onChange={onChange} />;
  };

export const tagsEditor = ({ value, onChange, label }: EditorProps<string[]>) => <TagInput autoFocus aria-label={label} value={value} onChange={onChange} />;

export const listEditor = (options: readonly Option[]) =>
  function ListEditor({ value, onChange, label }: EditorProps<string[]>) {
    return (
      <div className="rounded-md border border-line-strong bg-surface p-1.5">
        <CheckList options={options} value={value} onChange={onChange} label={label} />
      </div>
    );
  };

/** One of very many, found by typing. */
export const searchEditor = (options: readonly Option[]) =>
  function SearchEditor({ value, onChoose, label }: Text) {
    return <Searched options={options} value={value} onChoose={onChoose} label={label} />;
  };

function Searched({ options, value, onChoose, label }: Pick<Text, 'value' | 'onChoose' | 'label'> & { options: readonly Option[] }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const field = frame.current?.querySelector('input');
    field?.focus();
    field?.select();
  }, []);
  return (
    <div ref={frame}>
      <Combobox aria-label={label} options={options} value={value} onChange={onChoose} />
    </div>
  );
}
