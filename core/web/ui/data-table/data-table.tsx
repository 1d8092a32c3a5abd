'use client';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { useRouter } from 'next/navigation';
import { cn } from '../cn.ts';
import { BulkBar } from './bulk-bar.tsx';
import { noColumnState, resizeColumn } from './column-state.ts';
import { RowMenu } from './row-menu.tsx';
import { TableBody } from './table-body.tsx';
import { TableHead } from './table-head.tsx';
import type { RowHandlers } from './table-row.tsx';
import type { DataTableProps } from './types.ts';
import { useColumns, type ShownColumn } from './use-columns.ts';
import { useEdits } from './use-edits.ts';
import { useRowKeys, type Place } from './use-row-keys.ts';
import { useSelection } from './use-selection.ts';
import type { Window } from './virtual-window.tsx';

const VirtualWindow = lazy(() => import('./virtual-window.tsx'));
/** Rows drawn until the part that follows the scrolling has arrived. */
const atFirst = 30;

/**
 * A table on wide screens, cards under 640 px. Worked by keyboard: `j` `k` or arrows move, `x` chooses, shift extends, Enter or `o`
 * opens, `e` edits. With `virtual` it is made for any number of rows.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows, rowId, label, sort, onSort, selection, onSelection, matching, allMatching = false, onAllMatching, rowHref, rowLabel, bulk, refreshing, virtual = false, onEnd, hasMore, columnState, onColumnState } = props;
  const router = useRouter();
  const container = useRef<HTMLDivElement>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const [editing, setEditing] = useState<Place | null>(null);
  const ids = useMemo(() => rows.map(rowId), [rows, rowId]);
  const shown = useColumns(columns, columnState);
  const edits = useEdits(rowId);
  const clear = () => (onAllMatching?.(false), onSelection?.(new Set()));
  // Touching one row of "all 2,140" means the loaded ones from then on.
  const choice = useSelection(ids, allMatching && selection ? new Set(ids) : selection, onSelection && ((next) => (allMatching && onAllMatching?.(false), onSelection(next))));
  const { rowActions: given, rowMenu } = props;
  const rowActions = rowMenu ? (row: Row) => <RowMenu groups={rowMenu(row)} name={rowLabel?.(row) ?? rowId(row)} /> : given;

  const rowOf = (id: string) => rows[ids.indexOf(id)];
  const editable = (id: string) => {
    const row = rowOf(id);
    return row ? shown.filter((column) => column.edit?.(edits.shown(row))).map((column) => column.id) : [];
  };
  const open = (id: string, newTab = false) => {
    const row = rowOf(id);
    const href = row && rowHref?.(row);
    if (!href) return;
    if (newTab) window.open(href, '_blank', 'noopener');
    else router.push(href);
  };
  const keys = useRowKeys({ ids, container, choice, open, editable, edit: setEditing, clear });

  /** The next cell that can be edited, in reading order. */
  const neighbour = ({ row, column }: Place, by: 1 | -1): Place | null => {
    const cells = editable(row);
    const next = cells[cells.indexOf(column ?? '') + by];
    if (next) return { row, column: next };
    for (let index = ids.indexOf(row) + by; index >= 0 && index < ids.length; index += by) {
      const found = editable(ids[index]!).at(by > 0 ? 0 : -1);
      if (found) return { row: ids[index]!, column: found };
    }
    return null;
  };
  const latest: RowHandlers<Row> = {
    toggle: choice.toggle,
    active: keys.setActive,
    edit: (row, column) => setEditing({ row, column }),
    open,
    done: (row, column, spec, value, then) => {
      const place = { row: rowId(row), column };
      const loaded = rowOf(place.row);
      if (value !== undefined && loaded) edits.save(loaded, spec, value);
      const next = then === 'next' ? neighbour(place, 1) : then === 'previous' ? neighbour(place, -1) : null;
      if (next) keys.focus(next);
      else if (then !== 'leave') keys.focus(place);
      setEditing((now) => (now?.row === place.row && now.column === column ? next : now));
    },
  };
  const current = useRef(latest);
  current.current = latest;
  const handlers = useRef<RowHandlers<Row>>({
    toggle: (...args) => current.current.toggle(...args),
    active: (...args) => current.current.active(...args),
    edit: (...args) => current.current.edit(...args),
    open: (...args) => current.current.open(...args),
    done: (...args) => current.current.done(...args),
  }).current;

  const fixed = virtual || columnState !== undefined;
  const editsAny = columns.some((column) => column.edit);
  const total = shown.reduce((sum, column) => sum + column.size, 0) + (choice.selectable ? 40 : 0) + (rowActions ? 48 : 0);
  const body = (drawn: Window) => (
    <TableBody<Row>
      {...{ window: drawn, rows, rowId, rowHref, rowLabel, rowActions, ids, choice, allMatching, keys, editing, edits, handlers }}
      columns={shown}
      sticky={virtual}
      overlay={!virtual && !editsAny}
      loading={Boolean(virtual && hasMore)}
    />
  );
  const plain = (count: number): Window => ({ indexes: Array.from({ length: count }, (_, index) => index), before: 0, after: 0 });
  const count = matching?.exact ? matching.count : hasMore ? -1 : rows.length;

  return (
    <div ref={container} data-rows className={cn('transition-opacity duration-150', refreshing && 'opacity-60')} aria-busy={refreshing || undefined} onKeyDown={keys.onKeyDown}>
      <div
        ref={scroll}
        className={cn(
          'relative rounded-lg border bg-surface max-sm:border-0 max-sm:bg-transparent',
          virtual ? cn('isolate overflow-auto overscroll-contain', props.heightClass ?? 'max-h-[calc(100dvh-12rem)] min-h-80') : 'sm:overflow-x-auto',
        )}
        {...(virtual && { role: 'region', 'aria-label': label, tabIndex: -1 })}
      >
        <table
          aria-label={label}
          aria-rowcount={virtual ? (count < 0 ? -1 : count + 1) : undefined}
          style={fixed ? ({ '--table-width': `${total}px` } as React.CSSProperties) : undefined}
          className={cn('w-full border-collapse text-start wrap-break-word max-sm:block', fixed && 'sm:min-w-(--table-width) sm:table-fixed', virtual && 'border-separate border-spacing-0 sm:[&_td]:border-b sm:[&_td]:border-line')}
        >
          {fixed && (
            <colgroup className="max-sm:hidden">
              {choice.selectable && <col style={{ width: 40 }} />}
              {shown.map((column) => (
                <col key={column.id} style={{ width: column.size }} />
              ))}
              {rowActions && <col style={{ width: 48 }} />}
            </colgroup>
          )}
          <TableHead
            columns={shown as unknown as ShownColumn<never>[]}
            choice={choice}
            sort={sort}
            onSort={onSort}
            onResize={onColumnState && ((id, width) => onColumnState(resizeColumn(columnState ?? noColumnState, id, width)))}
            sticky={virtual}
            actions={Boolean(rowActions)}
          />
          {virtual ? (
            <Suspense fallback={body(plain(Math.min(atFirst, rows.length)))}>
              <VirtualWindow count={rows.length} scroll={scroll} pinned={keys.active === null ? -1 : ids.indexOf(keys.active)} reveal={keys.reveal} top={`${sort?.id} ${sort?.direction}`} onEnd={hasMore ? onEnd : undefined}>
                {body}
              </VirtualWindow>
            </Suspense>
          ) : (
            body(plain(rows.length))
          )}
        </table>
      </div>
      {choice.selectable && (
        <BulkBar {...{ matching, allMatching, onAllMatching }} count={choice.count} allLoaded={choice.all} loaded={rows.length} onClear={clear}>
          {bulk?.(selection!, allMatching)}
        </BulkBar>
      )}
    </div>
  );
}
