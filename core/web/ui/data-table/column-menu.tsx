'use client';
import { Popover } from '@base-ui/react/popover';
import { ArrowDown, ArrowUp, SlidersHorizontal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../button.tsx';
import { Checkbox } from '../checkbox.tsx';
import { cn } from '../cn.ts';
import { popupClass } from '../popup.ts';
import { inOrder, moveColumn, noColumnState, showColumn, titleOf } from './column-state.ts';
import type { Column, ColumnState } from './types.ts';

export interface ColumnMenuProps<Row> {
  columns: readonly Column<Row>[];
  state: ColumnState;
  onChange: (state: ColumnState) => void;
}

/** Which columns a table shows and in which order: tick boxes, and buttons that move a column up and down. */
export function ColumnMenu<Row>({ columns, state, onChange }: ColumnMenuProps<Row>) {
  const t = useTranslations('core.ui');
  const ordered = inOrder(columns, state);
  const title = titleOf(columns)?.id;
  const changed = state.hidden.length > 0 || state.order.length > 0 || Object.keys(state.widths).length > 0;
  return (
    <Popover.Root>
      <Popover.Trigger render={<Button />}>
        <SlidersHorizontal aria-hidden />
        {t('columns')}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={4} align="end" className="z-10 outline-none">
          <Popover.Popup className={cn(popupClass, 'flex max-h-(--available-height) w-72 flex-col')}>
            <header className="flex items-center justify-between gap-2 border-b py-2 ps-3.5 pe-2">
              <Popover.Title className="text-sm font-medium">{t('columns')}</Popover.Title>
              <Button size="sm" variant="ghost" disabled={!changed} onClick={() => onChange(noColumnState)}>
                {t('reset')}
              </Button>
            </header>
            <ul className="min-h-0 overflow-y-auto p-1.5">
              {ordered.map((column, index) => {
                const stays = column.id === title || column.required;
                return (
                  <li key={column.id} className="flex items-center gap-1 rounded-md ps-2 hover:bg-hover">
                    <Checkbox className="min-w-0 flex-1 py-1.5" checked={stays || !state.hidden.includes(column.id)} disabled={stays} label={column.header} onChange={(shown) => onChange(showColumn(state, column.id, shown))} />
                    <Button size="icon-sm" variant="ghost" disabled={index < 2} focusableWhenDisabled aria-label={t('moveUp', { name: column.header })} onClick={() => onChange(moveColumn(columns, state, column.id, -1))}>
                      <ArrowUp aria-hidden />
                    </Button>
                    <Button size="icon-sm" variant="ghost" disabled={index === 0 || index === ordered.length - 1} focusableWhenDisabled aria-label={t('moveDown', { name: column.header })} onClick={() => onChange(moveColumn(columns, state, column.id, 1))}>
                      <ArrowDown aria-hidden />
                    </Button>
                  </li>
                );
              })}
            </ul>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
