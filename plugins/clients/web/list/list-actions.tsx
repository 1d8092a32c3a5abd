'use client';
import { Copy, Download, Ellipsis, FileUp, Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Link, Menu, useApiMutation, useCan } from '@loctelli/core/web';
import type { ClientFilterInput } from '../../contract.ts';
import { clients } from '../api.ts';
import { download } from '../download.ts';

/** The one thing most people come to do, and the rest behind a button. */
export function ListActions({ query, onCreate }: { query: ClientFilterInput; onCreate: () => void }) {
  const t = useTranslations('clients');
  const may = {
    create: useCan('clients.create'),
    import: useCan('clients.import'),
    export: useCan('clients.export'),
    delete: useCan('clients.delete'),
    merge: useCan('clients.merge'),
  };
  const save = useApiMutation(() => clients.exportClients(query), { onSuccess: (blob) => download(blob as Blob, 'clients.csv') });
  const items = [
    may.import ? [{ id: 'import', label: t('list.import'), icon: <FileUp aria-hidden />, render: <Link href="/clients/import" /> }] : [],
    may.export ? [{ id: 'export', label: t('list.export'), icon: <Download aria-hidden />, onSelect: () => save.mutate() }] : [],
    may.merge ? [{ id: 'duplicates', label: t('list.duplicates'), icon: <Copy aria-hidden />, render: <Link href="/clients/duplicates" /> }] : [],
    may.delete ? [{ id: 'trash', label: t('pages.trash'), icon: <Trash2 aria-hidden />, render: <Link href="/clients/trash" /> }] : [],
  ].flat();
  return (
    <>
      {items.length > 0 && (
        <Menu
          groups={[{ items }]}
          trigger={
            <Button size="icon" aria-label={t('list.more')}>
              <Ellipsis aria-hidden />
            </Button>
          }
        />
      )}
      {may.create && (
        <Button variant="primary" onClick={onCreate}>
          <Plus aria-hidden />
          {t('list.add')}
        </Button>
      )}
    </>
  );
}

/** What an empty list offers: the first client, or all of them from another tool. */
export function FirstClients({ onCreate }: { onCreate: () => void }) {
  const t = useTranslations('clients');
  const mayCreate = useCan('clients.create');
  const mayImport = useCan('clients.import');
  return (
    <>
      {mayCreate && (
        <Button variant="primary" onClick={onCreate}>
          <Plus aria-hidden />
          {t('list.add')}
        </Button>
      )}
      {mayImport && (
        <Button render={<Link href="/clients/import" />}>
          <FileUp aria-hidden />
          {t('list.import')}
        </Button>
      )}
    </>
  );
}
