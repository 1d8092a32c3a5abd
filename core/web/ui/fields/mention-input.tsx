'use client';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'next-intl';
import { cn } from '../cn.ts';
import { Textarea } from '../input.tsx';
import { itemClass, popupClass } from '../popup.ts';
import type { Option } from '../select.tsx';
import { partsOf, toStored, toTyped, wantedAt, type Mention } from './mentions.ts';
import { useUserOptions } from './user-select.tsx';

export interface MentionInputProps {
  /** Plain text with `@[Name](user:12)` for those mentioned. */
  value: string;
  onChange: (text: string) => void;
  /** Ctrl or Cmd with Enter. */
  onSubmit?: () => void;
  /** Whom one may name; everybody active in the tenant unless told. */
  people?: readonly Option[];
  /** Where the names are offered: above the text where it stands at the window's end. */
  side?: 'top' | 'bottom';
  rows?: number;
  placeholder?: string;
  disabled?: boolean;
  autoFocus?: boolean;
  'aria-label'?: string;
  className?: string;
  /** Look of the text field itself. */
  fieldClass?: string;
  id?: string;
}

/** A text in which `@` names people of the tenant. */
export function MentionInput({ value, onChange, onSubmit, people: given, side = 'bottom', className, fieldClass, ...field }: MentionInputProps) {
  const t = useTranslations('core.kit');
  const listId = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  // Everyone chosen while it is open; who is no longer in the text is forgotten when it is kept.
  const people = useRef<Mention[]>([]);
  const shown = toTyped(value);
  people.current = [...people.current, ...shown.people];
  const [caret, setCaret] = useState<number | null>(null);
  const [closed, setClosed] = useState<number | null>(null);
  const [at, setAt] = useState(0);
  const wanted = caret === null ? null : wantedAt(shown.text, caret);
  const search = wanted?.search.trim() ?? '';
  const found = useUserOptions(search, wanted !== null && !given);
  const options = given ? given.filter(({ label }) => label.toLocaleLowerCase().includes(search.toLocaleLowerCase())) : found.options;
  const offered = wanted && closed !== wanted.from ? options.slice(0, 6) : [];
  const chosen = Math.min(at, offered.length - 1);
  const after = useRef<number | null>(null);

  useEffect(() => {
    if (after.current === null) return;
    area.current?.setSelectionRange(after.current, after.current);
    after.current = null;
  }, [value]);
  const take = (index: number) => {
    const option = offered[index];
    if (!option || !wanted || caret === null) return;
    people.current = [...people.current, { id: Number(option.value), name: option.label }];
    const text = `${shown.text.slice(0, wanted.from)}@${option.label} ${shown.text.slice(caret)}`;
    after.current = wanted.from + option.label.length + 2;
    setCaret(after.current);
    onChange(toStored(text, people.current));
    area.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return onSubmit?.();
    if (!offered.length) return;
    if (event.key === 'ArrowDown') setAt((chosen + 1) % offered.length);
    else if (event.key === 'ArrowUp') setAt((chosen - 1 + offered.length) % offered.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(chosen);
    else if (event.key === 'Escape') setClosed(wanted!.from);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={cn('relative', className)} onKeyDownCapture={onKeyDown}>
      <Textarea
        {...field}
        ref={area}
        className={fieldClass}
        value={shown.text}
        aria-haspopup="listbox"
        aria-autocomplete="list"
        aria-controls={offered.length ? listId : undefined}
        aria-activedescendant={offered.length ? `${listId}-${chosen}` : undefined}
        onChange={(event) => {
          setCaret(event.target.selectionStart);
          setAt(0);
          onChange(toStored(event.target.value, people.current));
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onBlur={() => setCaret(null)}
      />
      {offered.length > 0 && (
        <ul id={listId} role="listbox" aria-label={t('people')} className={cn(popupClass, 'absolute inset-x-0 z-10 max-w-80 p-1', side === 'top' ? 'bottom-full mb-1' : 'top-full mt-1')}>
          {offered.map((option, index) => (
            <li
              key={option.value}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === chosen}
              className={cn(itemClass, index === chosen && 'bg-hover')}
              // Pressed rather than clicked: the text must not lose the focus before.
              onMouseDown={(event) => (event.preventDefault(), take(index))}
              onMouseMove={() => setAt(index)}
            >
              {option.icon}
              <span className="min-w-0">
                <span className="block truncate">{option.label}</span>
                <span className="block truncate text-sm text-muted">{option.hint}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** A text with its mentions marked. Line breaks stay. */
export function MentionText({ text, className }: { text: string; className?: string }) {
  return (
    <span className={cn('whitespace-pre-line', className)}>
      {partsOf(text).map((part, index) =>
        typeof part === 'string' ? (
          part
        ) : (
          <span key={index} className="rounded-sm bg-accent-soft px-1 font-medium text-on-accent-soft">
            <bdi>@{part.name}</bdi>
          </span>
        ),
      )}
    </span>
  );
}
