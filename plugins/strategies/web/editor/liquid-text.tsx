'use client';
import { useRef } from 'react';
import { Braces } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Field, Input, Menu, Textarea } from '@loctelli/core/web';
import { useVariables } from './use-variables.ts';

interface Props {
  name: string;
  label: string;
  hint?: React.ReactNode;
  placeholder?: string;
  value: string;
  onChange: (text: string) => void;
  error: string | undefined;
  readOnly: boolean;
  /** One line where it is 1. */
  rows?: number;
  hideLabel?: boolean;
  className?: string;
}

/** A text with a menu of what can be filled in: the client's name, an answer, the booking page. It goes where the caret stood. */
export function LiquidText({ name, label, hint, placeholder, value, onChange, error, readOnly, rows = 4, hideLabel, className }: Props) {
  const t = useTranslations('strategies.editor.variables');
  const groups = useVariables();
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const caret = useRef<[number, number] | null>(null);
  const note = () => (caret.current = field.current && [field.current.selectionStart ?? 0, field.current.selectionEnd ?? 0]);
  const insert = (variable: string) => {
    const [from, to] = caret.current ?? [value.length, value.length];
    const text = `{{ ${variable} }}`;
    onChange(value.slice(0, from) + text + value.slice(to));
    const after = from + text.length;
    setTimeout(() => {
      field.current?.focus();
      field.current?.setSelectionRange(after, after);
    });
  };
  // A text is read in its own direction, whatever the page's is.
  const shared = { value, placeholder, dir: value ? 'auto' : undefined, readOnly, onSelect: note, onBlur: note };
  return (
    <Field
      name={name}
      label={label}
      hint={hint}
      error={error}
      hideLabel={hideLabel}
      className={className}
      aside={
        !readOnly && (
          <Menu
            groups={groups.map(({ label: title, items }) => ({ label: title, items: items.map((item) => ({ id: item.name, label: item.label, onSelect: () => insert(item.name) })) }))}
            trigger={
              <Button size="sm" variant="ghost" className="-my-1.5" aria-label={t('insertInto', { field: label })}>
                <Braces aria-hidden />
                {t('insert')}
              </Button>
            }
          />
        )
      }
    >
      {rows === 1 ? (
        <Input ref={field} {...shared} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <Textarea ref={field} rows={rows} {...shared} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}
