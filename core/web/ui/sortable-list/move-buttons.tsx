'use client';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../button.tsx';
import { moved } from './order.ts';
import type { SortableListProps } from './sortable-list.tsx';

/** Moves an item by one place; what dragging does, by keyboard. */
export function MoveButtons<Item>({ items, itemLabel, onOrder, disabled, index }: SortableListProps<Item> & { index: number }) {
  const t = useTranslations('core.ui');
  const name = itemLabel(items[index]!);
  const move = (to: number) => onOrder(moved(items, index, to));
  return (
    <span className="flex shrink-0">
      <Button variant="ghost" size="icon-sm" focusableWhenDisabled disabled={disabled || index === 0} aria-label={t('moveUp', { name })} onClick={() => move(index - 1)}>
        <ArrowUp aria-hidden />
      </Button>
      <Button variant="ghost" size="icon-sm" focusableWhenDisabled disabled={disabled || index === items.length - 1} aria-label={t('moveDown', { name })} onClick={() => move(index + 1)}>
        <ArrowDown aria-hidden />
      </Button>
    </span>
  );
}
