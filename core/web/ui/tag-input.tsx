'use client';
import { useState } from 'react';
import { Combobox } from '@base-ui/react/combobox';
import { Check, Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from './cn.ts';
import { controlClass } from './control-class.ts';
import { itemClass, popupClass } from './popup.ts';

export interface TagInputProps {
  value: readonly string[];
  onChange: (tags: string[]) => void;
  /** Tags already in use, offered while typing. */
  suggestions?: readonly string[];
  placeholder?: string;
  disabled?: boolean;
  autoFocus?: boolean;
  'aria-label'?: string;
  className?: string;
}

/** Short free texts: typed and ended by Enter or a comma, taken from suggestions, pasted as a list, taken back by Backspace. */
export function TagInput({ value, onChange, suggestions = [], placeholder, disabled, autoFocus, className, ...props }: TagInputProps) {
  const t = useTranslations('core.kit');
  const [text, setText] = useState('');
  const typed = text.trim();
  const fold = (tag: string) => tag.toLocaleLowerCase();
  const matching = suggestions.filter((tag) => fold(tag).includes(fold(typed))).slice(0, 50);
  const isNew = typed !== '' && ![...matching, ...value].some((tag) => fold(tag) === fold(typed));
  const items = isNew ? [...matching, typed] : matching;
  const add = (tags: string[]) => {
    const next = [...value];
    for (const tag of tags.map((each) => each.trim()).filter(Boolean)) if (!next.some((other) => fold(other) === fold(tag))) next.push(tag);
    if (next.length !== value.length) onChange(next);
    setText('');
  };
  return (
    <Combobox.Root
      multiple
      items={items}
      value={value as string[]}
      onValueChange={(next) => (onChange(next as string[]), setText(''))}
      inputValue={text}
      onInputValueChange={(next) => (/[,;\n\t]/.test(next) ? add(next.split(/[,;\n\t]/)) : setText(next))}
      filter={null}
      disabled={disabled}
    >
      <Combobox.InputGroup className={cn(controlClass, 'flex min-h-control flex-wrap items-center gap-1 px-1.5 py-1 focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-focus', className)}>
        <Combobox.Chips className="contents">
          {value.map((tag) => (
            <Combobox.Chip key={tag} aria-label={tag} className="flex h-6 max-w-full items-center gap-0.5 rounded-sm bg-sunken ps-2 pe-0.5 text-sm outline-none focus-within:bg-accent-soft data-highlighted:bg-accent-soft">
              <span className="truncate">{tag}</span>
              <Combobox.ChipRemove aria-label={t('removeTag', { tag })} className="grid size-5 place-items-center rounded-sm text-muted hover:bg-hover hover:text-fg">
                <X aria-hidden className="size-3" />
              </Combobox.ChipRemove>
            </Combobox.Chip>
          ))}
          <Combobox.Input
            autoFocus={autoFocus}
            aria-label={props['aria-label']}
            placeholder={value.length === 0 ? placeholder : undefined}
            onBlur={() => typed && add([typed])}
            onKeyDown={(event) => {
              // With nothing highlighted Enter adds what was typed.
              if (event.key === 'Enter' && typed && !event.currentTarget.getAttribute('aria-activedescendant')) {
                event.preventDefault();
                add([typed]);
              }
            }}
            className="h-6 min-w-16 flex-1 bg-transparent px-1.5 outline-none"
          />
        </Combobox.Chips>
      </Combobox.InputGroup>
      <Combobox.Portal>
        <Combobox.Positioner sideOffset={4} className="z-10 outline-none">
          <Combobox.Popup className={cn(popupClass, 'w-(--anchor-width) min-w-48', items.length === 0 && 'hidden')}>
            <Combobox.List className="max-h-60 overflow-y-auto p-1">
              {(tag: string) => (
                <Combobox.Item key={tag} value={tag} className={itemClass}>
                  {isNew && tag === typed ? <Plus aria-hidden className="text-muted" /> : <Combobox.ItemIndicator className="absolute end-2"><Check aria-hidden className="text-accent-text" /></Combobox.ItemIndicator>}
                  <span className="truncate">{isNew && tag === typed ? t('addTag', { tag }) : tag}</span>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
