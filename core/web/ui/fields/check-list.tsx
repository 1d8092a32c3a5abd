'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { Checkbox } from '../checkbox.tsx';
import { SearchInput } from '../search-input.tsx';
import type { Option } from '../select.tsx';

export interface CheckListProps {
  options: readonly Option[];
  value: readonly string[];
  onChange: (value: string[]) => void;
  label: string;
}

/** From here on a list is long enough to be searched. */
const long = 8;

/** Several of a list, each with its tick box; long lists can be searched. */
export function CheckList({ options, value, onChange, label }: CheckListProps) {
  const t = useTranslations('core.ui');
  const [search, setSearch] = useState('');
  const found = options.filter((option) => option.label.toLocaleLowerCase().includes(search.toLocaleLowerCase()));
  return (
    <div className="flex min-w-52 flex-col gap-2">
      {options.length > long && <SearchInput label={t('find')} value={search} onChange={setSearch} />}
      <ul aria-label={label} className="max-h-60 overflow-y-auto">
        {found.map((option) => (
          <li key={option.value} className="rounded-md px-1.5 hover:bg-hover">
            <Checkbox
              className="items-center py-1.5"
              checked={value.includes(option.value)}
              disabled={option.disabled}
              label={<span className="flex items-center gap-2 [&_svg]:size-4">{option.icon}{option.label}</span>}
              hint={option.hint}
              onChange={(on) => onChange(on ? [...value, option.value] : value.filter((each) => each !== option.value))}
            />
          </li>
        ))}
        {found.length === 0 && <li className="px-1.5 py-2 text-muted">{t('noMatch')}</li>}
      </ul>
    </div>
  );
}
