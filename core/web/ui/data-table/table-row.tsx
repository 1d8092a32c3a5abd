'use client';
import { memo, useRef, type MouseEvent, type ReactNode, type Ref } from 'react';
import { useTranslations } from 'next-intl';
import { Checkbox } from '../checkbox.tsx';
import { cn } from '../cn.ts';
import { Link } from '../link.tsx';
import { CellEditor, type Then } from './cell-editor.tsx';
import { stickyStart } from './table-head.tsx';
import type { EditorSpec } from './types.ts';
import type { ShownColumn } from './use-columns.ts';

/** What rows ask of their table; the same object for the table's whole life, so that rows need not be drawn again. */
export interface RowHandlers<Row> {
  toggle: (id: string, on: boolean, extend: boolean) => void;
  active: (id: string) => void;
  edit: (id: string, column: string) => void;
  done: (row: Row, column: string, spec: EditorSpec<Row>, value: unknown, then: Then) => void;
  open: (id: string, newTab: boolean) => void;
}

export interface TableRowProps<Row> {
  row: Row;
  id: string;
  index: number;
  columns: readonly ShownColumn<Row>[];
  href?: string;
  label: string;
  selectable: boolean;
  selected: boolean;
  /** The one row that Tab reaches. */
  current: boolean;
  /** Column of this row that is being edited. */
  editing: string | null;
  sticky?: boolean;
  /** The title's link covers the row; otherwise a click on the row opens it. */
  overlay: boolean;
  actions?: (row: Row) => ReactNode;
  handlers: RowHandlers<Row>;
  rowRef?: Ref<HTMLTableRowElement>;
}

const linkClass = 'block min-w-0 rounded-sm';
const overlayClass = 'after:absolute after:inset-0 after:rounded-[inherit] focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus';
const interactive = 'a, button, input, select, textarea, label, [role=checkbox], [role=menuitem], [data-editable=true]';

function Row<R>({ row, id, index, columns, href, label, selectable, selected, current, editing, sticky, overlay, actions, handlers, rowRef }: TableRowProps<R>) {
  const t = useTranslations('core.ui');
  const shift = useRef(false);
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    if (overlay || !href || !event.currentTarget.contains(target) || target.closest(interactive) || String(getSelection() ?? '')) return;
    handlers.open(id, event.metaKey || event.ctrlKey);
  };
  const ground = sticky ? cn('bg-surface', href && 'hover:bg-hover', selected && 'bg-[color-mix(in_oklab,var(--accent-soft)_55%,var(--surface))]') : cn(href && 'hover:bg-hover/60', selected && 'bg-accent-soft/50');
  return (
    <tr
      ref={rowRef}
      data-row={id}
      data-index={index}
      tabIndex={current ? 0 : -1}
      aria-selected={selectable ? selected : undefined}
      aria-rowindex={sticky ? index + 2 : undefined}
      onFocus={() => handlers.active(id)}
      onClick={onClick}
      className={cn(
        'relative scroll-mt-10 transition-colors duration-100 focus-visible:-outline-offset-2 sm:border-b sm:last:border-0',
        'max-sm:grid max-sm:grid-cols-[auto_minmax(0,1fr)_auto] max-sm:gap-x-3 max-sm:gap-y-1 max-sm:rounded-lg max-sm:border max-sm:bg-surface max-sm:p-3.5',
        !overlay && href && 'cursor-pointer',
        ground,
      )}
    >
      {selectable && (
        <td className={cn('ps-4 max-sm:row-start-1 max-sm:ps-0 max-sm:pt-0.5', sticky && 'sm:sticky sm:start-0 sm:z-2 sm:bg-inherit')}>
          <span
            className="relative z-1 grid place-items-center"
            onClickCapture={(event) => (shift.current = event.shiftKey)}
            onKeyDownCapture={(event) => (shift.current = event.shiftKey)}
            onMouseDown={(event) => event.shiftKey && event.preventDefault()}
          >
            <Checkbox checked={selected} onChange={(on) => handlers.toggle(id, on, shift.current)} aria-label={t('selectRow', { name: label })} />
          </span>
        </td>
      )}
      {columns.map((column) => {
        const spec = column.edit?.(row);
        const isEditing = editing === column.id && spec;
        const content = column.cell(row);
        const { title } = column;
        return (
          <td
            key={column.id}
            {...(spec && { 'data-column': column.id, 'data-editable': true, tabIndex: -1, onDoubleClick: () => handlers.edit(id, column.id) })}
            className={cn(
              'h-row px-3 py-1.5 first:ps-4 last:pe-4 max-sm:h-auto max-sm:min-w-0 max-sm:p-0!',
              column.align === 'end' && 'tabular-nums sm:text-end sm:whitespace-nowrap',
              title ? cn('font-medium max-sm:row-start-1', selectable ? 'max-sm:col-start-2' : 'max-sm:col-span-2 max-sm:col-start-1') : cn('max-sm:col-span-3', column.card !== 'bare' && 'max-sm:grid max-sm:grid-cols-[6.5rem_minmax(0,1fr)] max-sm:items-center max-sm:justify-items-start max-sm:gap-3 max-sm:*:max-w-full'),
              column.card === 'hidden' && 'max-sm:hidden',
              spec && 'relative cursor-cell focus-visible:-outline-offset-2',
              isEditing && 'max-sm:min-h-control',
              sticky && title && cn(stickyStart(selectable), 'sm:bg-inherit sm:shadow-[inset_-1px_0_var(--line)] rtl:sm:shadow-[inset_1px_0_var(--line)]'),
              column.className,
            )}
          >
            {!title && column.card !== 'bare' && <span className="shrink-0 text-sm text-muted sm:hidden">{column.header}</span>}
            {title && href ? (
              <Link href={href} tabIndex={overlay ? undefined : -1} className={cn(linkClass, overlay ? overlayClass : 'w-fit max-w-full hover:underline')}>
                {content}
              </Link>
            ) : (
              content
            )}
            {isEditing && <CellEditor spec={spec as EditorSpec<never>} label={t('editCell', { column: column.header, name: label })} onDone={(value, then) => handlers.done(row, column.id, spec, value, then)} />}
          </td>
        );
      })}
      {actions && (
        <td className="pe-2 text-end max-sm:col-start-3 max-sm:row-start-1 max-sm:-mt-1.5 max-sm:-me-1.5 max-sm:pe-0">
          <span className="relative z-1 inline-flex">{actions(row)}</span>
        </td>
      )}
    </tr>
  );
}

/** One row, or card on a phone; drawn again only when what it shows has changed. */
export const TableRow = memo(Row) as typeof Row;
