'use client';
import { useMemo, type ReactNode } from 'react';
import Link from 'next/link';
import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Checkbox } from './checkbox.tsx';
import { cn } from './cn.ts';

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Its header sorts; the page does the sorting, usually by asking the server. */
  sortable?: boolean;
  align?: 'start' | 'end';
  /** Tailwind classes of the whole column, header and cells: a width such as `w-40`, or from where on it gives way. */
  className?: string;
  /** On a card under 640 px: `title` is its heading, `hidden` is left out, otherwise a labelled line. */
  card?: 'title' | 'hidden' | 'bare';
}
export interface Sort {
  id: string;
  direction: 'asc' | 'desc';
}
export interface DataTableProps<Row> {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** What the table lists, for screen readers. */
  label: string;
  sort?: Sort | null;
  onSort?: (sort: Sort) => void;
  /** Chosen row ids; the first column becomes tick boxes. */
  selection?: ReadonlySet<string>;
  onSelection?: (selection: Set<string>) => void;
  /** What a row opens; its title column becomes the link, the whole row the target. */
  rowHref?: (row: Row) => string;
  /** Names a row where only its tick box or menu speaks. */
  rowLabel?: (row: Row) => string;
  /** Buttons or a menu at the end of each row. */
  rowActions?: (row: Row) => ReactNode;
  /** Shown above the table while rows are selected. */
  bulk?: (selection: ReadonlySet<string>) => ReactNode;
  /** Rows are being fetched again: they stay, a little paler. */
  refreshing?: boolean;
}

const features = tableFeatures({});

/** A table on wide screens, cards under 640 px. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows, rowId, label, sort, onSort, selection, onSelection, rowHref, rowLabel, rowActions, bulk, refreshing } = props;
  const t = useTranslations('core.ui');
  const helper = useMemo(() => createColumnHelper<typeof features, Row & object>(), []);
  const definitions = useMemo(
    () => columns.map((column) => helper.display({ id: column.id, header: column.header, cell: ({ row }) => column.cell(row.original) })),
    [columns, helper],
  );
  const table = useTable({ features, columns: definitions, data: rows as readonly (Row & object)[], getRowId: (row) => rowId(row as Row) });
  const byId = new Map(columns.map((column) => [column.id, column]));
  const titleId = columns.find((column) => column.card === 'title')?.id ?? columns[0]?.id;
  const selectable = Boolean(selection && onSelection);
  const chosen = rows.filter((row) => selection?.has(rowId(row))).length;

  const toggle = (id: string, on: boolean) => {
    const next = new Set(selection);
    if (on) next.add(id);
    else next.delete(id);
    onSelection?.(next);
  };
  const toggleAll = (on: boolean) => onSelection?.(new Set(on ? rows.map(rowId) : []));
  const tick = (row: Row) => (
    <span className="relative z-1 grid place-items-center">
      <Checkbox checked={selection?.has(rowId(row)) ?? false} onChange={(on) => toggle(rowId(row), on)} aria-label={t('selectRow', { name: rowLabel?.(row) ?? rowId(row) })} />
    </span>
  );

  return (
    <div className={cn('transition-opacity duration-150', refreshing && 'opacity-60')} aria-busy={refreshing || undefined}>
      {selectable && selection!.size > 0 && (
        <div className="mb-2 flex min-h-control flex-wrap items-center gap-2 rounded-md bg-accent-soft px-3 py-1 text-on-accent-soft" role="toolbar" aria-label={t('selection')}>
          <span className="me-2 font-medium tabular-nums">{t('selected', { count: selection!.size })}</span>
          {bulk?.(selection!)}
        </div>
      )}
      <div className="rounded-lg border bg-surface max-sm:border-0 max-sm:bg-transparent sm:overflow-x-auto">
        <table aria-label={label} className="w-full border-collapse text-start wrap-break-word max-sm:block">
          <thead className="max-sm:hidden">
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id} className="border-b">
                {selectable && (
                  <th scope="col" className="w-10 ps-4">
                    <Checkbox checked={chosen > 0 && chosen === rows.length} indeterminate={chosen > 0 && chosen < rows.length} onChange={toggleAll} aria-label={t('selectAll')} />
                  </th>
                )}
                {group.headers.map((header) => {
                  const column = byId.get(header.column.id)!;
                  const sorted = sort?.id === column.id ? sort.direction : null;
                  return (
                    <th
                      key={header.id}
                      scope="col"
                      aria-sort={sorted ? (sorted === 'asc' ? 'ascending' : 'descending') : undefined}
                      className={cn('h-9 px-3 text-xs first:ps-4 last:pe-4 font-medium whitespace-nowrap text-muted', column.align === 'end' ? 'text-end' : 'text-start', column.className)}
                    >
                      {column.sortable && onSort ? (
                        <button
                          type="button"
                          onClick={() => onSort({ id: column.id, direction: sorted === 'asc' ? 'desc' : 'asc' })}
                          className="group -mx-1 inline-flex items-center gap-1 rounded-sm px-1 hover:text-fg"
                        >
                          <table.FlexRender header={header} />
                          {sorted === 'asc' ? <ArrowUp aria-hidden className="size-3" /> : sorted === 'desc' ? <ArrowDown aria-hidden className="size-3" /> : <ChevronsUpDown aria-hidden className="size-3 opacity-0 group-hover:opacity-70 group-focus-visible:opacity-70" />}
                        </button>
                      ) : (
                        <table.FlexRender header={header} />
                      )}
                    </th>
                  );
                })}
                {rowActions && (
                  <th scope="col" className="w-12">
                    <span className="sr-only">{t('actions')}</span>
                  </th>
                )}
              </tr>
            ))}
          </thead>
          <tbody className="max-sm:flex max-sm:flex-col max-sm:gap-2">
            {table.getRowModel().rows.map((item) => {
              const row = item.original as Row;
              const href = rowHref?.(row);
              return (
                <tr
                  key={item.id}
                  aria-selected={selectable ? selection!.has(item.id) : undefined}
                  className={cn(
                    'relative transition-colors duration-100 sm:border-b sm:last:border-0',
                    'max-sm:grid max-sm:grid-cols-[auto_minmax(0,1fr)_auto] max-sm:gap-x-3 max-sm:gap-y-1 max-sm:rounded-lg max-sm:border max-sm:bg-surface max-sm:p-3.5',
                    href && 'hover:bg-hover/60',
                    selection?.has(item.id) && 'bg-accent-soft/50',
                  )}
                >
                  {selectable && <td className="ps-4 max-sm:row-start-1 max-sm:ps-0 max-sm:pt-0.5">{tick(row)}</td>}
                  {item.getAllCells().map((cell) => {
                    const column = byId.get(cell.column.id)!;
                    const title = column.id === titleId;
                    const content = <table.FlexRender cell={cell} />;
                    return (
                      <td
                        key={cell.id}
                        className={cn(
                          'h-row px-3 py-1.5 first:ps-4 last:pe-4 max-sm:h-auto max-sm:min-w-0 max-sm:p-0!',
                          column.align === 'end' && 'tabular-nums sm:text-end sm:whitespace-nowrap',
                          title ? cn('font-medium max-sm:row-start-1', selectable ? 'max-sm:col-start-2' : 'max-sm:col-span-2 max-sm:col-start-1') : cn('max-sm:col-span-3', column.card !== 'bare' && 'max-sm:grid max-sm:grid-cols-[6.5rem_minmax(0,1fr)] max-sm:items-center max-sm:justify-items-start max-sm:gap-3'),
                          column.card === 'hidden' && 'max-sm:hidden',
                          column.className,
                        )}
                      >
                        {!title && column.card !== 'bare' && (
                          <span className="shrink-0 text-sm text-muted sm:hidden">
                            {column.header}
                          </span>
                        )}
                        {title && href ? (
                          <Link href={href} className="block min-w-0 after:absolute after:inset-0 after:rounded-[inherit] focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus">
                            {content}
                          </Link>
                        ) : (
                          content
                        )}
                      </td>
                    );
                  })}
                  {rowActions && (
                    <td className="pe-2 text-end max-sm:col-start-3 max-sm:row-start-1 max-sm:-mt-1.5 max-sm:-me-1.5 max-sm:pe-0">
                      <span className="relative z-1 inline-flex">{rowActions(row)}</span>
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
}
