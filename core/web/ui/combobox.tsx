'use client';
import { Combobox as BaseCombobox } from '@base-ui/react/combobox';
import { Check, ChevronsUpDown, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from './cn.ts';
import { controlClass } from './control-class.ts';
import { itemClass, popupClass } from './popup.ts';
import type { Option } from './select.tsx';

export interface ComboboxProps {
  options: readonly Option[];
  value: string | null;
  onChange: (value: string | null) => void;
  /** Called with what is typed; give it together with freshly loaded `options` to search on the server. */
  onSearch?: (text: string) => void;
  loading?: boolean;
  placeholder?: string;
  emptyText?: string;
  clearable?: boolean;
  disabled?: boolean;
  /** Takes the focus and shows its list at once: for one that has just taken the place of what it changes. */
  defaultOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
  'aria-label'?: string;
  className?: string;
}

/** One choice of a long list, found by typing. */
export function Combobox({ options, value, onChange, onSearch, loading, placeholder, emptyText, clearable = true, disabled, defaultOpen, onOpenChange, className, ...props }: ComboboxProps) {
  const t = useTranslations('core.ui');
  const chosen = options.find((option) => option.value === value) ?? null;
  return (
    <BaseCombobox.Root
      items={options as Option[]}
      value={chosen}
      onValueChange={(next) => onChange((next as Option | null)?.value ?? null)}
      onInputValueChange={(text, details) => details.reason === 'input-change' && onSearch?.(text)}
      filter={onSearch ? null : undefined}
      isItemEqualToValue={(a: Option, b: Option) => a?.value === b?.value}
      disabled={disabled}
      defaultOpen={defaultOpen}
      onOpenChange={onOpenChange}
    >
      <BaseCombobox.InputGroup className={cn('relative w-full', className)}>
        <BaseCombobox.Input autoFocus={defaultOpen} onFocus={defaultOpen ? (event) => event.currentTarget.select() : undefined} placeholder={placeholder} aria-label={props['aria-label']} className={cn(controlClass, 'h-control truncate ps-3', clearable && chosen ? 'pe-14' : 'pe-9')} />
        <span className="absolute inset-y-0 end-2 flex items-center gap-0.5 text-subtle">
          {clearable && (
            <BaseCombobox.Clear aria-label={t('clear')} className="grid size-6 place-items-center rounded-sm hover:bg-hover hover:text-fg">
              <X aria-hidden className="size-3.5" />
            </BaseCombobox.Clear>
          )}
          <BaseCombobox.Trigger aria-label={t('open')} className="grid size-6 place-items-center rounded-sm hover:bg-hover hover:text-fg">
            <ChevronsUpDown aria-hidden className="size-3.5" />
          </BaseCombobox.Trigger>
        </span>
      </BaseCombobox.InputGroup>
      <BaseCombobox.Portal>
        <BaseCombobox.Positioner sideOffset={4} className="z-10 outline-none">
          <BaseCombobox.Popup className={cn(popupClass, 'w-(--anchor-width) max-w-(--available-width)')} aria-busy={loading}>
            <BaseCombobox.Empty className="not-empty:px-3 not-empty:py-2 text-muted">{loading ? t('loading') : (emptyText ?? t('noMatch'))}</BaseCombobox.Empty>
            <BaseCombobox.List className="max-h-[min(20rem,var(--available-height))] overflow-y-auto p-1 data-empty:p-0">
              {(option: Option) => (
                <BaseCombobox.Item key={option.value} value={option} disabled={option.disabled} className={cn(itemClass, 'pe-8')}>
                  {option.icon}
                  <span className="min-w-0">
                    <span className="block truncate">{option.label}</span>
                    {option.hint && <span className="block truncate text-sm text-muted">{option.hint}</span>}
                  </span>
                  <BaseCombobox.ItemIndicator className="absolute end-2 text-accent-text">
                    <Check aria-hidden className="size-4" />
                  </BaseCombobox.ItemIndicator>
                </BaseCombobox.Item>
              )}
            </BaseCombobox.List>
          </BaseCombobox.Popup>
        </BaseCombobox.Positioner>
      </BaseCombobox.Portal>
    </BaseCombobox.Root>
  );
}
