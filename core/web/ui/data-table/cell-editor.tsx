'use client';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useLocale } from 'next-intl';
import { cn } from '../cn.ts';
import { DatePicker } from '../date/date-picker.tsx';
import { parseNumber } from '../parse-number.ts';
import { Select } from '../select.tsx';
import { TagInput } from '../tag-input.tsx';
import type { EditorSpec } from './types.ts';

/** Where the focus goes when a cell is left. */
export type Then = 'stay' | 'next' | 'previous' | 'leave';

export interface CellEditorProps {
  spec: EditorSpec<never>;
  label: string;
  /** `value` is undefined when nothing is to be saved. */
  onDone: (value: unknown, then: Then) => void;
}

const inputClass = 'h-full min-h-8 w-full rounded-sm bg-surface px-2 font-normal outline-2 -outline-offset-1 outline-focus aria-invalid:outline-danger-text';

/** A cell being changed: Enter and Tab save, Esc leaves it as it was, leaving it saves. */
export function CellEditor({ spec, label, onDone }: CellEditorProps) {
  const locale = useLocale();
  const [draft, setDraft] = useState<string | string[]>(() => startOf(spec, locale));
  const [wrong, setWrong] = useState(false);
  const ended = useRef(false);
  /** Fields that read what was typed only when it is kept tell it in the same keystroke that ends the cell. */
  const latest = useRef(draft);
  latest.current = draft;

  const end = (value: unknown, then: Then) => {
    if (ended.current) return;
    ended.current = true;
    onDone(value, then);
  };
  const commit = (then: Then, given: string | string[] = latest.current) => {
    const value = read(spec, given, locale);
    if (value === undefined && then !== 'leave') return setWrong(true);
    end(value, then);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') end(undefined, 'stay');
    else if (event.key === 'Tab') commit(event.shiftKey ? 'previous' : 'next');
    else if (event.key === 'Enter' && spec.type !== 'select' && !(spec.type === 'tags' && event.defaultPrevented)) commit('stay');
    else return event.stopPropagation();
    event.preventDefault();
    event.stopPropagation();
  };
  const field = {
    autoFocus: true,
    'aria-label': label,
    'aria-invalid': wrong || undefined,
    value: draft as string,
    onFocus: (event: React.FocusEvent<HTMLInputElement>) => event.target.select(),
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => (setDraft(event.target.value), setWrong(false)),
    onBlur: () => commit('leave'),
  };
  return (
    <div className="absolute inset-0 z-5 flex items-center p-0.5" onKeyDown={onKeyDown} onClick={(event) => event.stopPropagation()} onDoubleClick={(event) => event.stopPropagation()}>
      {spec.type === 'select' ? (
        <Select
          defaultOpen
          aria-label={label}
          className="h-full min-h-8"
          options={spec.options}
          value={(draft as string) || null}
          onChange={(next) => end(next, 'stay')}
          onOpenChange={(open) => !open && queueMicrotask(() => end(undefined, 'stay'))}
        />
      ) : spec.type === 'tags' ? (
        <div className="w-full min-w-48 self-start bg-surface" onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && !inPopup(event.relatedTarget) && commit('leave')}>
          <TagInput autoFocus aria-label={label} value={draft as string[]} onChange={setDraft} suggestions={spec.suggestions} />
        </div>
      ) : spec.type === 'date' ? (
        <div className="w-full min-w-36 bg-surface" onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && !inPopup(event.relatedTarget) && commit('leave')}>
          <DatePicker autoFocus aria-label={label} value={draft as string} onChange={(day) => (setDraft(day ?? ''), (latest.current = day ?? ''))} />
        </div>
      ) : (
        <input {...field} inputMode={spec.type === 'number' ? 'decimal' : spec.inputMode} className={cn(inputClass, spec.type === 'number' && 'text-end tabular-nums')} />
      )}
    </div>
  );
}

const inPopup = (element: Element | null) => element?.closest('[role=listbox], [role=dialog]') != null;

function startOf(spec: EditorSpec<never>, locale: string): string | string[] {
  if (spec.type === 'tags') return spec.value;
  if (spec.type === 'number') return spec.value === null ? '' : new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 6 }).format(spec.value);
  return spec.value ?? '';
}

/** undefined: this cannot be saved. */
function read(spec: EditorSpec<never>, draft: string | string[], locale: string): unknown {
  if (spec.type === 'tags') return draft;
  const text = (draft as string).trim();
  if (spec.type === 'text') return spec.required && text === '' ? undefined : text;
  if (spec.type !== 'number') return text || null;
  const value = parseNumber(text, locale);
  if (value === undefined) return undefined;
  return value !== null && (value < (spec.min ?? -Infinity) || value > (spec.max ?? Infinity)) ? undefined : value;
}
