'use client';
import { useState } from 'react';
import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Avatar, Card, cn, ErrorState, Link, Page, PageHeader, Skeleton, Slot, useApiQuery, useCan, type PageProps } from '@loctelli/core/web';
import type { Client } from '../contract.ts';
import { clients } from './api.ts';
import { ClientActions } from './client-actions.tsx';
import { ClientDuplicates } from './client-duplicates.tsx';
import { ClientFacts, useRefused, type Save } from './client-facts.tsx';
import { StatusBadge } from './client-status.tsx';
import { useSaveFact } from './facts/use-save-fact.tsx';
import { usePhone } from './facts/use-phone.ts';
import { ClientFiles } from './files/client-files.tsx';
import { ClientHistory } from './history/client-history.tsx';
import { Composer } from './history/composer.tsx';
import { StageBar } from './stage-bar.tsx';
import { ClientTasks } from './tasks/client-tasks.tsx';
import { useLiveClient } from './use-live-client.ts';

export default function ClientPage({ params }: PageProps) {
  const t = useTranslations('clients');
  const id = Number(params.clientId);
  const { data: client, error, refetch } = useApiQuery(['client', id, 'facts'], () => clients.getClient(id));
  useLiveClient(id);
  const back = (
    <Link href="/clients" className="hover:text-fg hover:underline">
      {t('pages.list')}
    </Link>
  );
  if (client) return <ClientRecord key={client.id} client={client} back={back} />;
  return (
    <Page>
      <PageHeader title={t('pages.client')} back={back} />
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <RecordSkeleton />}
    </Page>
  );
}

function ClientRecord({ client, back }: { client: Client; back: React.ReactNode }) {
  const t = useTranslations('clients');
  const mayUpdate = useCan('clients.update') !== null;
  const { locked, hidden } = useRefused();
  const { save, dialog } = useSaveFact(client);
  const readOnly = !mayUpdate || client.deletedAt !== null;
  return (
    <Page className="@container">
      <PageHeader
        title={
          <span className="inline-flex max-w-full min-w-0 items-center gap-3 align-middle">
            <Avatar name={client.name} />
            <span className="min-w-0 break-words">{client.name}</span>
          </span>
        }
        count={<StatusBadge status={client.status} />}
        description={[client.position, client.company].filter(Boolean).join(' · ')}
        back={back}
        actions={<ClientActions client={client} />}
      />
      <TrashNote client={client} />
      {!hidden('stageId') && <StageBar client={client} save={save} readOnly={readOnly || locked('stageId')} />}
      <div className="grid items-start gap-x-5 gap-y-4 @3xl:grid-cols-[20rem_minmax(0,1fr)] @3xl:grid-rows-[auto_1fr] @min-[66rem]:grid-cols-[19rem_minmax(0,1fr)_19rem]">
        <Facts client={client} save={save} readOnly={readOnly} />
        <div className="min-w-0 @3xl:col-start-2 @3xl:row-span-2 @3xl:row-start-1">
          {!readOnly && <Composer client={client} />}
          <ClientHistory client={client} writable={!readOnly} />
        </div>
        <aside aria-label={t('page.related')} className="grid min-w-0 grid-cols-1 gap-4 @max-3xl:row-start-2 @min-[66rem]:col-start-3 @min-[66rem]:row-start-1">
          <ClientTasks clientId={client.id} readOnly={client.deletedAt !== null} />
          <ClientFiles clientId={client.id} writable={!readOnly} />
          {!client.deletedAt && <ClientDuplicates clientId={client.id} />}
          <Slot name="client.side" client={client} />
          <Slot name="client.tabs" client={client} />
        </aside>
      </div>
      {dialog}
    </Page>
  );
}

/** On narrow screens the facts stand folded under a line of what is needed most. */
function Facts({ client, save, readOnly }: { client: Client; save: Save; readOnly: boolean }) {
  const t = useTranslations('clients');
  const [open, setOpen] = useState(false);
  const phone = usePhone(client.phone);
  const ways = [
    client.phone && { href: `tel:${client.phone}`, text: phone ?? client.phone },
    client.email && { href: `mailto:${client.email}`, text: client.email },
  ].filter((way) => way !== null && way !== '');
  return (
    <Card title={t('page.facts')} className="@3xl:col-start-1 @3xl:row-start-1">
      <div className="@3xl:hidden">
        <p className="grid gap-1">
          {ways.map(({ href, text }) => (
            <a key={href} href={href} title={text} dir="ltr" className="w-fit max-w-full truncate text-accent-text hover:underline">
              {text}
            </a>
          ))}
        </p>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)} className="mt-2 flex h-8 items-center gap-1 text-sm text-muted hover:text-fg">
          <ChevronDown aria-hidden className={cn('size-4 transition-transform duration-150', open && 'rotate-180')} />
          {t(open ? 'page.lessDetails' : 'page.details')}
        </button>
      </div>
      <div className={cn('@3xl:block', open ? 'mt-3' : 'hidden')}>
        <ClientFacts client={client} save={save} readOnly={readOnly} />
      </div>
    </Card>
  );
}

function TrashNote({ client: { deletedAt, mergedIntoId } }: { client: Client }) {
  const t = useTranslations('clients');
  if (!deletedAt) return null;
  return (
    <p role="status" className="mb-4 rounded-md bg-warning-soft px-3.5 py-2.5 text-warning-text">
      {mergedIntoId === null ? (
        t('trash.isDeleted')
      ) : (
        <>
          {t('page.mergedInto')}{' '}
          <Link href={`/clients/${mergedIntoId}`} className="underline">
            {t('page.openMerged')}
          </Link>
        </>
      )}
    </p>
  );
}

function RecordSkeleton() {
  return (
    <div aria-busy className="@container">
      <Skeleton className="mb-5 h-9" />
      <div className="grid gap-5 @3xl:grid-cols-[20rem_minmax(0,1fr)]">
        <Skeleton className="h-96" />
        <Skeleton className="h-72" />
      </div>
    </div>
  );
}
