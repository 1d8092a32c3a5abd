'use client';
import { useRef, useState, type ReactElement } from 'react';
import { useTranslations } from 'next-intl';
import { cn } from '../cn.ts';
import { Input } from '../input.tsx';
import { Popover } from '../popover.tsx';
import { itemClass } from '../popup.ts';
import type { FilterField } from './conditions.ts';

/** The fields a list can be filtered by, found by typing. */
export function AddFilter({ fields, trigger, onAdd }: { fields: readonly FilterField[]; trigger: ReactElement; onAdd: (field: FilterField) => void }) {
  const t = useTranslations('core.kit.filter');
  const [open, setOpen] = useState(false);
  const [search, setSearch] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const found = fields.filter((field) => field.label.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase()));
  const add = (field: FilterField) => {
    setOpen(false);
    setSearch('');
    // The chip's own popover opens once this one has given the focus back.
    setTimeout(() => onAdd(field), 30);
  };
  const go = (by: number) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    buttons.at(Math.max(0, Math.min(buttons.length - 1, buttons.indexOf(document.activeElement as HTMLButtonElement) + by)))?.focus();
  };
  return (
    <Popover title={t('add')} open={open} onOpenChange={(now) => (setOpen(now), setSearch(''))} trigger={trigger} className="w-60 p-1.5">
      <div onKeyDown={(event) => (event.key === 'ArrowDown' || event.key === 'ArrowUp') && (event.preventDefault(), go(event.key === 'ArrowDown' ? 1 : -1))}>
        <Input aria-label={t('field')} placeholder={t('field')} value={search} onChange={(event) => setSearch(event.target.value)} onKeyDown={(event) => event.key === 'Enter' && found[0] && (event.preventDefault(), add(found[0]))} />
        <ul ref={list} className="mt-1.5 max-h-72 overflow-y-auto">
          {found.map((field) => (
            <li key={field.id}>
              <button type="button" className={cn(itemClass, 'w-full hover:bg-hover focus-visible:-outline-offset-2 [&_svg]:text-muted')} onClick={() => add(field)}>
                {field.icon}
                <span className="truncate">{field.label}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Popover>
  );
}
