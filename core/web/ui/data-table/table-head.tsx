'use client';
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Checkbox } from '../checkbox.tsx';
import { cn } from '../cn.ts';
import { leastWidth, mostWidth } from './column-state.ts';
import type { Sort } from './types.ts';
import type { ShownColumn } from './use-columns.ts';
import type { Choice } from './use-selection.ts';

export interface TableHeadProps {
  columns: readonly ShownColumn<never>[];
  choice: Choice;
  sort?: Sort | null;
  onSort?: (sort: Sort) => void;
  onResize?: (id: string, width: number) => void;
  /** Header and first columns stay where they are while the rest scrolls. */
  sticky?: boolean;
  actions: boolean;
}

/** Where the columns that stay begin: after the tick boxes, if there are any. */
export const stickyStart = (selectable: boolean) => cn('sm:sticky sm:z-2', selectable ? 'sm:start-10' : 'sm:start-0');

export function TableHead({ columns, choice, sort, onSort, onResize, sticky, actions }: TableHeadProps) {
  const t = useTranslations('core.ui');
  const stays = sticky && 'sticky top-0 z-3 bg-surface shadow-[inset_0_-1px_var(--line)]';
  return (
    <thead className="max-sm:hidden">
      <tr className={cn(!sticky && 'border-b')} {...(sticky && { 'aria-rowindex': 1 })}>
        {choice.selectable && (
          <th scope="col" className={cn('w-10 ps-4', stays, sticky && 'start-0 z-4')}>
            <Checkbox checked={choice.all} indeterminate={choice.some && !choice.all} onChange={choice.toggleAll} aria-label={t('selectAll')} />
          </th>
        )}
        {columns.map((column) => {
          const sorted = sort?.id === column.id ? sort.direction : null;
          const Arrow = sorted === 'asc' ? ArrowUp : sorted === 'desc' ? ArrowDown : ChevronsUpDown;
          return (
            <th
              key={column.id}
              scope="col"
              aria-sort={sorted ? (sorted === 'asc' ? 'ascending' : 'descending') : undefined}
              className={cn(
                'h-9 px-3 text-xs first:ps-4 last:pe-4 font-medium whitespace-nowrap text-muted',
                column.align === 'end' ? 'text-end' : 'text-start',
                onResize && 'relative',
                stays,
                sticky && column.title && cn(stickyStart(choice.selectable), 'sm:z-4'),
                column.className,
              )}
            >
              {column.sortable && onSort ? (
                <button
                  type="button"
                  onClick={() => onSort({ id: column.id, direction: sorted === 'asc' ? 'desc' : 'asc' })}
                  className="group -mx-1 inline-flex max-w-full items-center gap-1 rounded-sm px-1 hover:text-fg"
                >
                  <span className="truncate">{column.header}</span>
                  <Arrow aria-hidden className={cn('size-3 shrink-0', !sorted && 'opacity-0 group-hover:opacity-70 group-focus-visible:opacity-70')} />
                </button>
              ) : (
                <span className="block truncate">{column.header}</span>
              )}
              {onResize && <Grip column={column} onResize={onResize} label={t('resizeColumn', { name: column.header })} />}
            </th>
          );
        })}
        {actions && (
          <th scope="col" className={cn('w-12', stays)}>
            <span className="sr-only">{t('actions')}</span>
          </th>
        )}
      </tr>
    </thead>
  );
}

/** The edge of a header: dragged, or moved by the arrow keys. */
function Grip({ column, onResize, label }: { column: ShownColumn<never>; onResize: (id: string, width: number) => void; label: string }) {
  const start = useRef<{ x: number; width: number; towards: number } | null>(null);
  const towardsEnd = (element: Element) => (getComputedStyle(element).direction === 'rtl' ? -1 : 1);
  const onPointerDown = (event: PointerEvent<HTMLSpanElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width: event.currentTarget.parentElement!.offsetWidth, towards: towardsEnd(event.currentTarget) };
  };
  const onPointerMove = (event: PointerEvent) => {
    if (start.current) onResize(column.id, start.current.width + (event.clientX - start.current.x) * start.current.towards);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLSpanElement>) => {
    const step = event.key === 'ArrowRight' ? 16 : event.key === 'ArrowLeft' ? -16 : 0;
    if (!step) return;
    event.preventDefault();
    onResize(column.id, column.size + step * towardsEnd(event.currentTarget));
  };
  return (
    <span
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={column.size}
      aria-valuemin={leastWidth}
      aria-valuemax={mostWidth}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => (start.current = null)}
      onPointerCancel={() => (start.current = null)}
      onKeyDown={onKeyDown}
      className="absolute inset-y-1.5 end-0 w-2 cursor-col-resize touch-none rounded-sm after:absolute after:inset-y-0 after:end-0 after:w-px after:bg-line hover:after:w-0.5 hover:after:bg-accent focus-visible:-outline-offset-1"
    />
  );
}
