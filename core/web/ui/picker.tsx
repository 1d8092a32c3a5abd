'use client';
import type { ReactElement, ReactNode } from 'react';
import { Combobox as BaseCombobox } from '@base-ui/react/combobox';
import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from './cn.ts';
import { controlClass } from './control-class.ts';
import { itemClass, popupClass } from './popup.ts';
import type { Option } from './select.tsx';

interface Shared {
  options: readonly Option[];
  /** What is pressed to open it. */
  trigger: ReactElement;
  /** What is chosen, such as "Assign to". */
  label: string;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Called with what is typed; give it together with freshly loaded `options` to search on the server. */
  onSearch?: (text: string) => void;
  loading?: boolean;
  emptyText?: string;
  /** Below the list, such as a link to where its entries are made. */
  footer?: ReactNode;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom';
}
export interface PickerProps extends Shared {
  value: string | null;
  onPick: (value: string) => void;
}
export interface MultiPickerProps extends Shared {
  value: readonly string[];
  /** Told with each tick. */
  onChange: (value: string[]) => void;
}

/** Chooses one of a list behind a button: typing narrows it, Enter takes it. */
export function Picker({ value, onPick, ...props }: PickerProps) {
  return (
    <BaseCombobox.Root {...shared(props)} value={props.options.find((option) => option.value === value) ?? null} onValueChange={(next) => next && onPick((next as Option).value)}>
      <Panel {...props} />
    </BaseCombobox.Root>
  );
}

/** Chooses several of a list behind a button; it stays open. */
export function MultiPicker({ value, onChange, ...props }: MultiPickerProps) {
  return (
    <BaseCombobox.Root
      multiple
      {...shared(props)}
      value={props.options.filter((option) => value.includes(option.value))}
      onValueChange={(next) => onChange((next as Option[]).map((option) => option.value))}
    >
      <Panel {...props} />
    </BaseCombobox.Root>
  );
}

const shared = ({ options, open, onOpenChange, onSearch }: Shared) => ({
  items: options as Option[],
  open,
  onOpenChange: (next: boolean) => onOpenChange?.(next),
  onInputValueChange: (text: string, details: { reason: string }) => details.reason === 'input-change' && onSearch?.(text),
  filter: onSearch ? null : undefined,
  isItemEqualToValue: (a: Option, b: Option) => a?.value === b?.value,
  autoHighlight: true,
});

function Panel({ trigger, label, loading, emptyText, footer, align = 'start', side = 'bottom' }: Shared) {
  const t = useTranslations('core.ui');
  return (
    <>
      {/* A button like any other: letters pressed on it are the page's shortcuts, and choose nothing unseen. */}
      <BaseCombobox.Trigger render={trigger} role="button" onKeyDown={(event) => event.key.length === 1 && event.key !== ' ' && event.preventBaseUIHandler()} />
      <BaseCombobox.Portal>
        <BaseCombobox.Positioner sideOffset={4} collisionPadding={8} align={align} side={side} className="z-10 outline-none">
          <BaseCombobox.Popup aria-label={label} aria-busy={loading} className={cn(popupClass, 'flex max-h-[min(24rem,var(--available-height))] w-64 max-w-(--available-width) flex-col')}>
            <div className="p-1.5 pb-0.5">
              <BaseCombobox.Input aria-label={label} placeholder={label} className={cn(controlClass, 'h-8 px-2.5')} />
            </div>
            <BaseCombobox.Empty className="not-empty:px-3 not-empty:py-2 text-muted">{loading ? t('loading') : (emptyText ?? t('noMatch'))}</BaseCombobox.Empty>
            <BaseCombobox.List className="min-h-0 overflow-y-auto p-1 data-empty:p-0">
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
            {footer && <div className="border-t p-1">{footer}</div>}
          </BaseCombobox.Popup>
        </BaseCombobox.Positioner>
      </BaseCombobox.Portal>
    </>
  );
}
