'use client';
import { useState } from 'react';
import Link from 'next/link';
import { Download, Ellipsis, FileUp, Plus, Trash2, Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import {
  Button,
  EmptyState,
  ListState,
  Menu,
  Page,
  PageHeader,
  useApiMutation,
  useApiPages,
  useCan,
  useFormats,
  useInvalidate,
  useLive,
} from '@loctelli/core/web';
import { clients } from './api.ts';
import { ClientFilters } from './client-filters.tsx';
import { ClientTable } from './client-table.tsx';
import { CreateClient } from './create-client.tsx';
import { download } from './download.ts';
import { useListQuery } from './use-list-query.ts';

export default function ClientsPage() {
  const t = useTranslations('clients');
  const formats = useFormats();
  const [creating, setCreating] = useState(false);
  const may = {
    create: useCan('clients.create'),
    import: useCan('clients.import'),
    export: useCan('clients.export'),
    delete: useCan('clients.delete'),
  };
  const view = useListQuery();
  const list = useApiPages(['clients', view.query], (cursor) => clients.getClients({ ...view.query, cursor }));
  const save = useApiMutation(() => clients.exportClients(view.query), { onSuccess: (blob) => download(blob, 'clients.csv') });
  const invalidate = useInvalidate();
  useLive('clients.imported', () => invalidate(['clients']));

  const add = may.create && (
    <Button variant="primary" onClick={() => setCreating(true)}>
      <Plus aria-hidden />
      {t('list.add')}
    </Button>
  );
  const bringIn = may.import && (
    <Button render={<Link href="/clients/import" />}>
      <FileUp aria-hidden />
      {t('list.import')}
    </Button>
  );
  const more = [
    may.import ? [{ id: 'import', label: t('list.import'), icon: <FileUp />, render: <Link href="/clients/import" /> }] : [],
    may.export ? [{ id: 'export', label: t('list.export'), icon: <Download />, onSelect: () => save.mutate() }] : [],
    may.delete ? [{ id: 'trash', label: t('pages.trash'), icon: <Trash2 />, render: <Link href="/clients/trash" /> }] : [],
  ].flat();
  const { total } = list;
  return (
    <Page>
      <PageHeader
        title={t('pages.list')}
        count={total && `${formats.number(total.count)}${total.exact ? '' : '+'}`}
        actions={
          <>
            {more.length > 0 && (
              <Menu
                groups={[{ items: more }]}
                trigger={
                  <Button size="icon" aria-label={t('list.more')}>
                    <Ellipsis aria-hidden />
                  </Button>
                }
              />
            )}
            {add}
          </>
        }
      />
      <ClientFilters list={view} />
      <ListState
        list={list}
        filtered={view.filtered}
        onClear={view.clear}
        empty={
          <EmptyState
            icon={<Users />}
            title={t('list.emptyTitle')}
            action={
              <>
                {add}
                {bringIn}
              </>
            }
          >
            {t('list.emptyText')}
          </EmptyState>
        }
      >
        {(rows) => (
          <ClientTable
            rows={rows}
            sort={view.sort}
            onSort={({ id, direction }) => view.set({ sort: id, direction })}
            refreshing={list.isRefreshing}
          />
        )}
      </ListState>
      <CreateClient open={creating} onOpenChange={setCreating} />
    </Page>
  );
}
