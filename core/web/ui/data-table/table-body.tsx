'use client';
import { useLayoutEffect } from 'react';
import { Skeleton } from '../skeleton.tsx';
import { TableRow, type RowHandlers } from './table-row.tsx';
import type { DataTableProps } from './types.ts';
import type { ShownColumn } from './use-columns.ts';
import type { Edits } from './use-edits.ts';
import type { RowKeys, Place } from './use-row-keys.ts';
import type { Choice } from './use-selection.ts';
import type { Window } from './virtual-window.tsx';

export interface TableBodyProps<Row> extends Pick<DataTableProps<Row>, 'rows' | 'rowId' | 'rowHref' | 'rowLabel' | 'rowActions'> {
  window: Window;
  columns: readonly ShownColumn<Row>[];
  ids: readonly string[];
  choice: Choice;
  allMatching: boolean;
  keys: RowKeys;
  editing: Place | null;
  edits: Edits<Row>;
  handlers: RowHandlers<Row>;
  sticky: boolean;
  overlay: boolean;
  loading: boolean;
}

/** The drawn rows, and the room of those that are not. */
export function TableBody<Row>(props: TableBodyProps<Row>) {
  const { window, columns, rows, ids, rowHref, rowLabel, rowActions, choice, allMatching, keys, editing, edits, handlers, sticky, overlay, loading } = props;
  useLayoutEffect(() => keys.settle());
  const current = keys.active !== null && ids.includes(keys.active) ? keys.active : ids[0];
  const width = columns.length + (choice.selectable ? 1 : 0) + (rowActions ? 1 : 0);
  return (
    <tbody className="max-sm:flex max-sm:flex-col max-sm:gap-2">
      {window.before > 0 && <Room height={window.before} width={width} />}
      {window.indexes.map((index) => {
        const id = ids[index];
        if (id === undefined) return null;
        const row = edits.shown(rows[index]!);
        return (
          <TableRow<Row>
            key={id}
            rowRef={window.measure}
            row={row}
            id={id}
            index={index}
            columns={columns}
            href={rowHref?.(row)}
            label={rowLabel?.(row) ?? id}
            selectable={choice.selectable}
            selected={allMatching || choice.has(id)}
            current={id === current}
            editing={editing?.row === id ? editing.column : null}
            sticky={sticky}
            overlay={overlay}
            actions={rowActions}
            handlers={handlers}
          />
        );
      })}
      {window.after > 0 && <Room height={window.after} width={width} />}
      {loading && (
        <tr aria-hidden className="max-sm:rounded-lg max-sm:border max-sm:bg-surface max-sm:p-3.5">
          <td colSpan={width} className="h-row px-4">
            <Skeleton className="h-3.5 w-2/3" />
          </td>
        </tr>
      )}
    </tbody>
  );
}

const Room = ({ height, width }: { height: number; width: number }) => (
  <tr aria-hidden>
    <td colSpan={width} style={{ height }} className="block p-0! sm:table-cell" />
  </tr>
);
