'use client';
import { useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'next/navigation';
import { Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { SavedView } from '@loctelli/core';
import {
  BoardSkeleton,
  coreApi,
  EmptyState,
  ListState,
  Page,
  PageHeader,
  SavedViews,
  useApiPages,
  useApiQuery,
  useCan,
  useFormats,
  useInvalidate,
  useLive,
  useShortcut,
  type ColumnState,
} from '@loctelli/core/web';
import { clients } from './api.ts';
import { CreateClient } from './create-client.tsx';
import { ClientBoard } from './list/client-board.tsx';
import { ClientTable } from './list/client-table.tsx';
import { FirstClients, ListActions } from './list/list-actions.tsx';
import { ListToolbar } from './list/list-toolbar.tsx';
import { useClientColumns } from './list/use-columns.tsx';
import { useColumnState } from './list/use-column-state.ts';
import { useListAddress, viewKeys } from './list/use-list-address.ts';
import { useSaveCell } from './list/use-save-cell.ts';
import { useMoveClient } from './use-move-client.tsx';
import { usePipelines } from './use-set-up.ts';

/** Rows fetched at once: few enough to come quickly, many enough that a table scrolled by hand rarely waits. */
const pageSize = 100;

/** The clients, as a table or as the board of a pipeline; the address holds all of it. */
export default function ClientsPage() {
  const t = useTranslations('clients');
  const formats = useFormats();
  const [creating, setCreating] = useState(false);
  const at = useListAddress();
  const { pipelines, isLoading: pipelinesLoading } = usePipelines();
  const open = pipelines.filter(({ archivedAt }) => archivedAt === null);
  const pipeline = open.find(({ id }) => String(id) === at.address.pipeline) ?? open.find(({ isDefault }) => isDefault) ?? open[0];
  const list = useApiPages(['clients', 'list', at.query], (cursor) => clients.getClients({ ...at.query, cursor, limit: pageSize }), { enabled: at.form === 'table' });
  const invalidate = useInvalidate();
  useLive('clients.imported', () => invalidate(['clients']));
  useLive('clients.changed', () => invalidate(['clients', 'board']));
  const mayCreate = useCan('clients.create') !== null;
  useShortcut(mayCreate ? { keys: 'c', label: t('list.add'), run: () => setCreating(true), scope: 'page' } : null);
  useCreateIntent(() => setCreating(true), mayCreate);

  const view = useOpenView(at.address.view);
  const [columnState, setColumnState] = useColumnState(view?.columns ?? null);
  const cell = useSaveCell();
  const { move, dialog } = useMoveClient();
  const columns = useClientColumns(cell.save, move);
  const asked = Object.fromEntries(viewKeys.flatMap((key) => (at.address[key] ? [[key, at.address[key]]] : [])));
  // Columns belong to a view once it has any, and to one about to be made; the whole list shows the user's own.
  const withColumns = view ? view.columns !== null : Object.keys(asked).length > 0;
  const shown = { ...asked, ...(withColumns && { columns: columnState }) } as unknown as SavedView['query'];
  const { total } = list;
  return (
    <Page>
      <PageHeader
        title={t('pages.list')}
        count={at.form === 'table' && total && `${formats.number(total.count)}${total.exact ? '' : '+'}`}
        actions={<ListActions query={at.query} onCreate={() => setCreating(true)} />}
      />
      <div className="mb-2">
        <SavedViews
          list="clients"
          allLabel={t('list.all')}
          current={at.address.view ? Number(at.address.view) : null}
          query={shown}
          pristine={Object.keys(at.address).length === 0}
          onOpen={(chosen) => at.set({ ...Object.fromEntries(viewKeys.map((key) => [key, textOf(chosen?.query[key])])), view: chosen ? String(chosen.id) : undefined })}
        />
      </div>
      <ListToolbar at={at} columns={columns} columnState={columnState} onColumnState={setColumnState} pipelines={open} pipeline={pipeline} />
      {at.form === 'board' ? (
        pipeline ? <ClientBoard pipeline={pipeline} filter={at.filter} /> : pipelinesLoading && <BoardSkeleton columns={5} />
      ) : (
        <ListState
          list={list}
          endless
          filtered={at.filtered}
          onClear={at.clear}
          empty={
            <EmptyState icon={<Users />} title={t('list.emptyTitle')} action={<FirstClients onCreate={() => setCreating(true)} />}>
              {t('list.emptyText')}
            </EmptyState>
          }
        >
          {(rows) => (
            <ClientTable
              key={JSON.stringify(at.filter)}
              list={list}
              rows={rows}
              columns={columns}
              columnState={columnState}
              onColumnState={setColumnState}
              sort={at.sort}
              onSort={({ id, direction }) => at.set({ sort: id, direction })}
              filter={at.filter}
            />
          )}
        </ListState>
      )}
      {cell.dialog}
      {dialog}
      <CreateClient open={creating} onOpenChange={setCreating} />
    </Page>
  );
}

const textOf = (value: unknown) => (typeof value === 'string' && value ? value : undefined);

/** The columns of the view that is open; null while none is, or where it keeps none. */
function useOpenView(id: string | undefined): { columns: ColumnState | null } | null {
  const { data } = useApiQuery(['core', 'views', 'clients'], () => coreApi.views.getViews('clients'));
  const view = data?.items.find((each) => String(each.id) === id);
  return useMemo(() => (view ? { columns: (view.query.columns as unknown as ColumnState) ?? null } : null), [view]);
}

/** `?create=1`, as the command palette leads here, opens the form once. */
function useCreateIntent(run: () => void, allowed: boolean): void {
  const wanted = useSearchParams().has('create');
  useEffect(() => {
    if (!wanted) return;
    window.history.replaceState(null, '', window.location.pathname);
    if (allowed) run();
    // Only the address decides.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted]);
}
