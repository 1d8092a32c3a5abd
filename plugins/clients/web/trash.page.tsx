'use client';
import Link from 'next/link';
import { RotateCcw, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import {
  Button,
  DataTable,
  EmptyState,
  ListState,
  Page,
  PageHeader,
  toast,
  useApiMutation,
  useApiPages,
  useFormats,
} from '@loctelli/core/web';
import { clients } from './api.ts';

export default function TrashPage() {
  const t = useTranslations('clients');
  const formats = useFormats();
  const list = useApiPages(['clients', 'trash'], (cursor) => clients.getClients({ deleted: true, sort: 'updatedAt', cursor }));
  const restore = useApiMutation((id: number) => clients.restoreClient(id), {
    invalidate: [['clients'], ['client']],
    onSuccess: ({ name }) => toast.success(t('trash.restored', { name })),
  });
  return (
    <Page>
      <PageHeader
        title={t('pages.trash')}
        description={t('trash.text')}
        back={
          <Link href="/clients" className="hover:text-fg hover:underline">
            {t('pages.list')}
          </Link>
        }
      />
      <ListState
        list={list}
        empty={
          <EmptyState icon={<Trash2 />} title={t('trash.emptyTitle')}>
            {t('trash.emptyText')}
          </EmptyState>
        }
      >
        {(rows) => (
          <DataTable
            label={t('pages.trash')}
            rows={rows}
            rowId={({ id }) => String(id)}
            rowHref={({ id }) => `/clients/${id}`}
            columns={[
              { id: 'name', header: t('fields.name'), card: 'title', cell: ({ name }) => name },
              { id: 'email', header: t('fields.email'), cell: ({ email }) => <bdi>{email ?? '—'}</bdi> },
              { id: 'deletedAt', header: t('trash.deletedAt'), cell: ({ deletedAt }) => (deletedAt ? formats.dateTime(deletedAt) : '—') },
            ]}
            rowActions={({ id }) => (
              <Button size="sm" onClick={() => restore.mutate(id)}>
                <RotateCcw aria-hidden />
                {t('trash.restore')}
              </Button>
            )}
          />
        )}
      </ListState>
    </Page>
  );
}
