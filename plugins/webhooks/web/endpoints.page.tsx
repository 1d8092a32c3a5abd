'use client';
import { useState } from 'react';
import { useRouter, useSearchParams } from 'next/navigation';
import { Plus, Webhook } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, DataTable, EmptyState, ErrorState, Page, PageHeader, TableSkeleton, useApiQuery, useCan, useFormats, useShortcut } from '@loctelli/core/web';
import type { WebhookEndpointWithSecret } from '../contract.ts';
import { webhooks } from './api.ts';
import { EndpointDialog } from './endpoint-dialog.tsx';
import { EndpointState, HealthBars } from './endpoint-state.tsx';
import { SecretDialog } from './secret-dialog.tsx';
import { useLiveWebhooks } from './use-live-webhooks.ts';
import { WebhooksNav } from './webhooks-nav.tsx';

/** Where the tenant's events go, and how that does. */
export default function EndpointsPage() {
  const t = useTranslations('webhooks');
  const formats = useFormats();
  const router = useRouter();
  const mayManage = useCan('webhooks.manage') !== null;
  const [creating, setCreating] = useState(useSearchParams().has('create'));
  const [made, setMade] = useState<WebhookEndpointWithSecret | null>(null);
  const { data, error, isPending, refetch } = useApiQuery(['webhook-endpoints'], () => webhooks.getEndpoints());
  useLiveWebhooks();
  useShortcut(mayManage && { keys: 'c', label: t('endpoint.new'), run: () => setCreating(true), scope: 'page' });
  const create = mayManage && (
    <Button variant="primary" onClick={() => setCreating(true)}>
      <Plus aria-hidden />
      {t('endpoint.new')}
    </Button>
  );
  return (
    <Page>
      <PageHeader title={t('pages.endpoints')} description={t('list.text')} actions={data && data.items.length > 0 && create} />
      <WebhooksNav here="endpoints" />
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <TableSkeleton rows={3} />
      ) : data.items.length === 0 ? (
        <div className="rounded-lg border bg-surface">
          <EmptyState icon={<Webhook />} title={t('list.emptyTitle')} action={create}>
            {t('list.emptyText')}
          </EmptyState>
        </div>
      ) : (
        <DataTable
          label={t('pages.endpoints')}
          rows={data.items}
          rowId={({ id }) => String(id)}
          rowLabel={({ url }) => url}
          rowHref={({ id }) => `/webhooks/${id}`}
          columns={[
            {
              id: 'url',
              header: t('endpoint.url'),
              card: 'title',
              cell: ({ url, description }) => (
                <span className="block max-w-72 min-w-0 xl:max-w-96">
                  <span dir="ltr" className="block truncate text-start font-medium">{url}</span>
                  {description && <span dir="auto" title={description} className="block truncate text-start text-sm font-normal text-muted">{description}</span>}
                </span>
              ),
            },
            { id: 'state', header: t('list.state'), cell: (endpoint) => <EndpointState endpoint={endpoint} /> },
            { id: 'events', header: t('endpoint.events'), cell: ({ events }) => (events.includes('*') ? t('picker.all') : <span dir="ltr">{events.slice(0, 2).join(', ')}{events.length > 2 && ` +${events.length - 2}`}</span>) },
            { id: 'health', header: t('health.title'), cell: ({ health }) => <HealthBars health={health} /> },
            { id: 'waiting', header: t('status.waiting'), align: 'end', cell: ({ health }) => formats.number(health.waiting) },
            { id: 'dead', header: t('status.dead'), align: 'end', cell: ({ health }) => formats.number(health.dead) },
          ]}
        />
      )}
      {creating && <EndpointDialog endpoint="new" onClose={() => setCreating(false)} onMade={setMade} />}
      <SecretDialog
        secret={made?.secret ?? null}
        text={t('secret.text')}
        onClose={() => {
          const { id } = made!;
          setMade(null);
          router.push(`/webhooks/${id}`);
        }}
      />
    </Page>
  );
}
