'use client';
import { lazy, Suspense, type ReactElement, type ReactNode } from 'react';
import { cn } from '../cn.ts';
import { MoveButtons } from './move-buttons.tsx';

export interface SortableListProps<Item> {
  items: readonly Item[];
  itemId: (item: Item) => string;
  /** Names an item where only a voice speaks. */
  itemLabel: (item: Item) => string;
  /** Every item in the new order. */
  onOrder: (items: Item[]) => void;
  label: string;
  disabled?: boolean;
  /** Items may be taller than a line, such as ones that open: what moves them stands at their top. */
  tall?: boolean;
  children: (item: Item) => ReactNode;
}

// Dragging is fetched when a list is first shown; until then, and without it, the buttons do the same.
const Draggable = lazy(() => import('./draggable-list.tsx')) as <Item>(props: SortableListProps<Item>) => ReactElement;

/** Things in an order that people choose, by dragging or by buttons that move one up and down. */
export function SortableList<Item>(props: SortableListProps<Item>) {
  return (
    <Suspense
      fallback={
        <ol aria-label={props.label} className="divide-y divide-line rounded-lg border bg-surface">
          {props.items.map((item, index) => (
            <li key={props.itemId(item)} className={cn('flex items-center gap-2 py-1.5 ps-9 pe-1.5', props.tall && 'items-start')}>
              <span className="min-w-0 flex-1">{props.children(item)}</span>
              <MoveButtons {...props} index={index} />
            </li>
          ))}
        </ol>
      }
    >
      <Draggable {...props} />
    </Suspense>
  );
}
