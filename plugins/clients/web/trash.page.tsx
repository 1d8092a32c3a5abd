'use client';
import { useState } from 'react';
import { RotateCcw, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import {
  Button,
  ConfirmDialog,
  DataTable,
  EmptyState,
  Link,
  ListState,
  Page,
  PageHeader,
  toast,
  useApiMutation,
  useApiPages,
  useApiQuery,
  useCan,
  useFormats,
} from '@loctelli/core/web';
import type { Client } from '../contract.ts';
import { clients } from './api.ts';
import { useBulk } from './use-bulk.ts';

const changed = { invalidate: [['clients'], ['client'], ['client-duplicates']] };

/** What was deleted: comes back one by one or many at a time, or goes for good. */
export default function TrashPage() {
  const t = useTranslations('clients');
  const formats = useFormats();
  const [selection, setSelection] = useState<Set<string>>(new Set());
  const [purging, setPurging] = useState<Client | null>(null);
  const [emptying, setEmptying] = useState(false);
  const mayEmpty = useCan('clients.delete') === 'all';
  const list = useApiPages(['clients', 'trash'], (cursor) => clients.getClients({ deleted: true, sort: 'updatedAt', cursor }));
  const { data: rule } = useApiQuery(['client-trash-rule'], () => clients.getTrashRule());
  const restore = useApiMutation((id: number) => clients.restoreClient(id), { ...changed, onSuccess: ({ name }) => toast.success(t('trash.restored', { name })) });
  const bulk = useBulk(() => setSelection(new Set()));
  const purge = useApiMutation((client: Client) => clients.purgeClient(client.id), {
    ...changed,
    onSuccess: (_done, { name }) => {
      setPurging(null);
      toast.success(t('trash.purged', { name }));
    },
  });
  const empty = useApiMutation(() => clients.emptyTrash(), {
    ...changed,
    onSuccess: () => {
      setEmptying(false);
      toast.show(t('trash.emptying'));
    },
  });
  return (
    <Page>
      <PageHeader
        title={t('pages.trash')}
        description={rule ? t('trash.rule', { count: rule.days }) : t('trash.text')}
        back={
          <Link href="/clients" className="hover:text-fg hover:underline">
            {t('pages.list')}
          </Link>
        }
        actions={
          mayEmpty &&
          list.rows.length > 0 && (
            <Button variant="danger" onClick={() => setEmptying(true)}>
              <Trash2 aria-hidden />
              {t('trash.empty')}
            </Button>
          )
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
            rowLabel={({ name }) => name}
            rowHref={({ id }) => `/clients/${id}`}
            selection={selection}
            onSelection={setSelection}
            bulk={(chosen) => (
              <Button size="sm" variant="ghost" busy={bulk.start.isPending} onClick={() => bulk.start.mutate({ kind: 'restore', target: { ids: [...chosen].map(Number) } })}>
                <RotateCcw aria-hidden />
                {t('trash.restoreMany', { count: chosen.size })}
              </Button>
            )}
            columns={[
              { id: 'name', header: t('fields.name'), card: 'title', cell: ({ name }) => name },
              { id: 'email', header: t('fields.email'), cell: ({ email }) => <bdi>{email ?? '—'}</bdi> },
              { id: 'deletedAt', header: t('trash.deletedAt'), cell: ({ deletedAt }) => (deletedAt ? formats.dateTime(deletedAt) : '—') },
              {
                id: 'state',
                header: t('trash.state'),
                cell: ({ mergedIntoId, deletedAt }) =>
                  mergedIntoId ? (
                    <Link href={`/clients/${mergedIntoId}`} className="text-accent-text hover:underline">
                      {t('trash.merged')}
                    </Link>
                  ) : (
                    deletedAt && rule && t('trash.daysLeft', { count: daysLeft(deletedAt, rule.days) })
                  ),
              },
            ]}
            rowMenu={(client) => [
              {
                items: [
                  ...(client.mergedIntoId ? [] : [{ id: 'restore', label: t('trash.restore'), icon: <RotateCcw />, onSelect: () => restore.mutate(client.id) }]),
                  { id: 'purge', label: t('trash.purge'), icon: <Trash2 />, danger: true, onSelect: () => setPurging(client) },
                ],
              },
            ]}
          />
        )}
      </ListState>
      <ConfirmDialog
        open={purging !== null}
        onOpenChange={(open) => !open && setPurging(null)}
        title={t('trash.purgeTitle', { name: purging?.name ?? '' })}
        description={t('trash.purgeText')}
        action={t('trash.purge')}
        busy={purge.isPending}
        danger
        onConfirm={() => purging && purge.mutate(purging)}
      />
      <ConfirmDialog
        open={emptying}
        onOpenChange={setEmptying}
        title={t('trash.emptyAsk')}
        description={t('trash.emptyAskText')}
        action={t('trash.empty')}
        busy={empty.isPending}
        danger
        onConfirm={() => empty.mutate()}
      />
    </Page>
  );
}

function daysLeft(deletedAt: string, days: number): number {
  return Math.max(0, Math.ceil((Date.parse(deletedAt) + days * 86_400_000 - Date.now()) / 86_400_000));
}
