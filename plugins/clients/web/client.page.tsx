'use client';
import { useState } from 'react';
import Link from 'next/link';
import { Pencil, RotateCcw, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import {
  Button,
  Card,
  ErrorState,
  FormSkeleton,
  Page,
  PageHeader,
  useApiMutation,
  useApiQuery,
  useCan,
  useSlot,
  type PageProps,
} from '@loctelli/core/web';
import { clients } from './api.ts';
import { ClientFacts } from './client-facts.tsx';
import { ClientHistory } from './client-history.tsx';
import { StatusBadge } from './client-status.tsx';
import { EditClient } from './edit-client.tsx';
import { useDeleteClients } from './use-delete-client.ts';

export default function ClientPage({ params }: PageProps) {
  const t = useTranslations('clients');
  const id = Number(params.clientId);
  const { data: client, error, refetch } = useApiQuery(['client', id, 'facts'], () => clients.getClient(id));
  const [editing, setEditing] = useState(false);
  const mayUpdate = useCan('clients.update') !== null;
  const mayDelete = useCan('clients.delete') !== null;
  const tabs = useSlot('client.tabs');
  const remove = useDeleteClients();
  const restore = useApiMutation(() => clients.restoreClient(id), { invalidate: [['clients'], ['client', id]] });

  const back = (
    <Link href="/clients" className="hover:text-fg hover:underline">
      {t('pages.list')}
    </Link>
  );
  if (error)
    return (
      <Page>
        <PageHeader title={t('pages.client')} back={back} />
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Page>
    );
  if (!client)
    return (
      <Page>
        <PageHeader title={t('pages.client')} back={back} />
        <FormSkeleton />
      </Page>
    );
  const actions = client.deletedAt ? (
    mayDelete && (
      <Button variant="primary" busy={restore.isPending} onClick={() => restore.mutate()}>
        <RotateCcw aria-hidden />
        {t('trash.restore')}
      </Button>
    )
  ) : (
    <>
      {mayDelete && (
        <Button size="icon" busy={remove.isPending} onClick={() => remove.mutate([id])} aria-label={t('trash.move', { count: 1 })}>
          <Trash2 aria-hidden />
        </Button>
      )}
      {mayUpdate && (
        <Button variant="primary" onClick={() => setEditing(true)}>
          <Pencil aria-hidden />
          {t('form.edit')}
        </Button>
      )}
    </>
  );
  return (
    <Page>
      <PageHeader
        title={client.name}
        count={<StatusBadge status={client.status} />}
        description={[client.position, client.company].filter(Boolean).join(' · ')}
        back={back}
        actions={actions}
      />
      {client.deletedAt && (
        <p role="status" className="mb-4 rounded-md bg-warning-soft px-3.5 py-2.5 text-warning-text">
          {t('trash.isDeleted')}
        </p>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-[22rem_1fr]">
        <Card title={t('page.facts')}>
          <ClientFacts client={client} />
        </Card>
        <div className="grid min-w-0 gap-4">
          <ClientHistory clientId={id} writable={mayUpdate && !client.deletedAt} />
          {tabs.map(({ id: key, pluginId, Component }) => (
            <Component key={`${pluginId}/${key}`} client={client} />
          ))}
        </div>
      </div>
      {editing && <EditClient client={client} open onOpenChange={setEditing} />}
    </Page>
  );
}
