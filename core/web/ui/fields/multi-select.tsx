'use client';
import { ChevronsUpDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useFormats } from '../../i18n/formats.ts';
import { cn } from '../cn.ts';
import { controlClass } from '../control-class.ts';
import { Popover } from '../popover.tsx';
import { CheckList } from './check-list.tsx';
import type { Option } from '../select.tsx';

export interface MultiSelectProps {
  options: readonly Option[];
  value: readonly string[] | null | undefined | '';
  onChange: (value: string[]) => void;
  placeholder?: string;
  disabled?: boolean;
  'aria-label': string;
  className?: string;
}

/** Several choices of a list. */
export function MultiSelect({ options, value, onChange, placeholder, disabled, className, ...props }: MultiSelectProps) {
  const t = useTranslations('core.kit');
  const formats = useFormats();
  const chosen = value || [];
  const names = options.filter((option) => chosen.includes(option.value)).map((option) => option.label);
  const text = names.length > 3 ? t('chosen', { count: names.length }) : formats.list(names);
  return (
    <Popover
      title={props['aria-label']}
      className="min-w-(--anchor-width) p-1.5"
      trigger={
        <button type="button" disabled={disabled} aria-label={`${props['aria-label']}: ${text || t('noneChosen')}`} className={cn(controlClass, 'flex h-control items-center justify-between gap-2 ps-3 pe-2 text-start', className)}>
          <span className={cn('truncate', !text && 'text-subtle')}>{text || (placeholder ?? t('noneChosen'))}</span>
          <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-subtle" />
        </button>
      }
    >
      <CheckList options={options} value={chosen} onChange={onChange} label={props['aria-label']} />
    </Popover>
  );
}
