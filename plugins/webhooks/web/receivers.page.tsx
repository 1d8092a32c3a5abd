'use client';
import { useState } from 'react';
import { useRouter, useSearchParams } from 'next/navigation';
import { Inbox, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, Button, DataTable, EmptyState, ErrorState, Page, PageHeader, TableSkeleton, useApiQuery, useCan, useFormats, useShortcut } from '@loctelli/core/web';
import type { WebhookReceiverWithSecret } from '../contract.ts';
import { webhooks } from './api.ts';
import { ReceiverDialog } from './receiver-dialog.tsx';
import { SecretDialog } from './secret-dialog.tsx';
import { useLiveWebhooks } from './use-live-webhooks.ts';
import { WebhooksNav } from './webhooks-nav.tsx';

/** The addresses that other programs send to. */
export default function ReceiversPage() {
  const t = useTranslations('webhooks');
  const formats = useFormats();
  const router = useRouter();
  const mayManage = useCan('webhooks.manage') !== null;
  const [creating, setCreating] = useState(useSearchParams().has('create'));
  const [made, setMade] = useState<WebhookReceiverWithSecret | null>(null);
  const { data, error, isPending, refetch } = useApiQuery(['webhook-receivers'], () => webhooks.getReceivers());
  useLiveWebhooks();
  useShortcut(mayManage && { keys: 'c', label: t('receiver.new'), run: () => setCreating(true), scope: 'page' });
  const create = mayManage && (
    <Button variant="primary" onClick={() => setCreating(true)}>
      <Plus aria-hidden />
      {t('receiver.new')}
    </Button>
  );
  const open = ({ id }: { id: number }) => router.push(`/webhooks/receivers/${id}`);
  return (
    <Page>
      <PageHeader title={t('pages.receivers')} description={t('receivers.text')} actions={data && data.items.length > 0 && create} />
      <WebhooksNav here="receivers" />
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <TableSkeleton rows={3} />
      ) : data.items.length === 0 ? (
        <div className="rounded-lg border bg-surface">
          <EmptyState icon={<Inbox />} title={t('receivers.emptyTitle')} action={create}>
            {t('receivers.emptyText')}
          </EmptyState>
        </div>
      ) : (
        <DataTable
          label={t('pages.receivers')}
          rows={data.items}
          rowId={({ id }) => String(id)}
          rowLabel={({ name }) => name}
          rowHref={({ id }) => `/webhooks/receivers/${id}`}
          columns={[
            { id: 'name', header: t('receiver.name'), card: 'title', cell: ({ name }) => <bdi>{name}</bdi> },
            { id: 'state', header: t('list.state'), cell: ({ active }) => <Badge tone={active ? 'success' : 'neutral'} dot>{t(active ? 'state.on' : 'state.person')}</Badge> },
            { id: 'scheme', header: t('receiver.scheme'), cell: ({ scheme }) => t(`scheme.${scheme}`) },
            { id: 'recent', header: t('health.title'), cell: ({ recent: { done, failed, refused } }) => t('receivers.recent', { done: formats.number(done), failed: formats.number(failed), refused: formats.number(refused) }) },
            { id: 'last', header: t('receivers.last'), cell: ({ lastAt }) => (lastAt ? formats.relative(lastAt) : '—') },
          ]}
        />
      )}
      {creating && <ReceiverDialog receiver="new" onClose={() => setCreating(false)} onSaved={(saved) => (saved.secret ? setMade(saved) : open(saved))} />}
      <SecretDialog
        secret={made?.secret ?? null}
        text={t('receiver.secretText')}
        onClose={() => {
          open(made!);
          setMade(null);
        }}
      />
    </Page>
  );
}
