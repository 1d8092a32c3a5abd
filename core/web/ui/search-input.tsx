'use client';
import { useEffect, useRef, useState } from 'react';
import { Search, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from './cn.ts';
import { Input } from './input.tsx';

export interface SearchInputProps {
  value: string;
  /** Called once typing rests for 250 ms, and at once when the field is cleared or left. */
  onChange: (text: string) => void;
  label: string;
  placeholder?: string;
  className?: string;
}

export function SearchInput({ value, onChange, label, placeholder, className }: SearchInputProps) {
  const t = useTranslations('core.ui');
  const [text, setText] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sent = useRef(value);
  useEffect(() => {
    // A change from outside ("Clear filters") wins; our own echo does not disturb typing.
    if (value !== sent.current) {
      sent.current = value;
      setText(value);
    }
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const send = (next: string, wait: number) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onChange((sent.current = next.trim())), wait);
  };
  /** What was typed counts at once when the field is left: told later, it would meet a page that somebody has gone on from. */
  const settle = () => {
    clearTimeout(timer.current);
    if (text.trim() !== sent.current) onChange((sent.current = text.trim()));
  };
  return (
    <Input
      type="search"
      role="searchbox"
      aria-label={label}
      placeholder={placeholder ?? label}
      value={text}
      onChange={(event) => send(event.target.value, 250)}
      onBlur={settle}
      onKeyDown={(event) => event.key === 'Escape' && text && (event.stopPropagation(), send('', 0))}
      start={<Search aria-hidden />}
      end={
        text ? (
          <button type="button" aria-label={t('clear')} onClick={() => send('', 0)} className="grid size-7 place-items-center rounded-sm hover:bg-hover hover:text-fg">
            <X aria-hidden />
          </button>
        ) : undefined
      }
      className={cn('[&_::-webkit-search-cancel-button]:hidden', className)}
    />
  );
}
