'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { DataTable, useCan, type Column, type ColumnState, type PagesResult, type Sort } from '@loctelli/core/web';
import type { Client, ClientFilterInput } from '../../contract.ts';
import { BulkBar } from '../bulk-bar.tsx';
import { useDeleteClients } from '../use-delete-client.ts';

interface Props {
  list: PagesResult<Client>;
  rows: Client[];
  columns: readonly Column<Client>[];
  columnState: ColumnState;
  onColumnState: (state: ColumnState) => void;
  sort: Sort;
  onSort: (sort: Sort) => void;
  /** What "all that match" stands for in a bulk run. */
  filter: ClientFilterInput;
}

/** The clients as rows, however many: drawn as far as they are in sight, worked by keyboard, changed in place and in bulk. */
export function ClientTable({ list, rows, columns, columnState, onColumnState, sort, onSort, filter }: Props) {
  const t = useTranslations('clients');
  const [selection, setSelection] = useState<Set<string>>(new Set());
  const [all, setAll] = useState(false);
  const clear = () => {
    setSelection(new Set());
    setAll(false);
  };
  const remove = useDeleteClients(clear);
  const mayUpdate = useCan('clients.update') !== null;
  const mayDelete = useCan('clients.delete') !== null;
  return (
    <DataTable
      virtual
      heightClass="max-h-[calc(100dvh-14.5rem)] min-h-80"
      label={t('pages.list')}
      columns={columns}
      rows={rows}
      rowId={({ id }) => String(id)}
      rowLabel={({ name }) => name}
      rowHref={({ id }) => `/clients/${id}`}
      sort={sort}
      onSort={onSort}
      columnState={columnState}
      onColumnState={onColumnState}
      refreshing={list.isRefreshing}
      onEnd={list.loadMore}
      hasMore={list.hasMore}
      {...(list.total && { matching: list.total })}
      {...((mayUpdate || mayDelete) && { selection, onSelection: setSelection, allMatching: all, onAllMatching: setAll })}
      {...(mayDelete && {
        rowMenu: (row: Client) => [{ items: [{ id: 'delete', label: t('trash.move', { count: 1 }), danger: true, onSelect: () => remove.mutate([row.id]) }] }],
      })}
      bulk={(chosen, every) => (
        <BulkBar
          selection={every ? { filter } : { ids: [...chosen].map(Number) }}
          count={every ? (list.total?.count ?? chosen.size) : chosen.size}
          exact={!every || (list.total?.exact ?? true)}
          onDone={clear}
        />
      )}
    />
  );
}
