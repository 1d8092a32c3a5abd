'use client';
import { useState } from 'react';
import { useRouter } from 'next/navigation';
import { Ellipsis, History, KeyRound, Pencil, Power, Send, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, ConfirmDialog, ErrorState, FormSkeleton, Link, Menu, Page, PageHeader, toast, useApiMutation, useApiQuery, useCan, useFormats, useInvalidate, type PageProps } from '@loctelli/core/web';
import type { WebhookEndpoint } from '../contract.ts';
import { webhooks } from './api.ts';
import { DeliveryLog } from './delivery-log.tsx';
import { EndpointDialog } from './endpoint-dialog.tsx';
import { ReplayDialog, RotateDialog, TestDialog } from './endpoint-dialogs.tsx';
import { EndpointFacts } from './endpoint-facts.tsx';
import { EndpointState } from './endpoint-state.tsx';
import { RunningReplays } from './running-replays.tsx';
import { SecretDialog } from './secret-dialog.tsx';
import { useLiveWebhooks } from './use-live-webhooks.ts';

/** One endpoint: how it does, how it is set, what it was sent. */
export default function EndpointPage({ params }: PageProps) {
  const id = Number(params.endpointId);
  const t = useTranslations('webhooks');
  const { data, error, refetch } = useApiQuery(['webhook-endpoints', id], () => webhooks.getEndpoint(id));
  useLiveWebhooks();
  if (error && !data)
    return (
      <Page>
        <PageHeader title={t('pages.endpoint')} back={<Back />} />
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Page>
    );
  return <Page>{data ? <Endpoint endpoint={data} /> : <FormSkeleton fields={8} />}</Page>;
}

type Open = 'edit' | 'test' | 'rotate' | 'replay' | 'delete';

function Endpoint({ endpoint }: { endpoint: WebhookEndpoint }) {
  const { id, version, url, description, active, offReason, offAt } = endpoint;
  const t = useTranslations('webhooks');
  const formats = useFormats();
  const router = useRouter();
  const invalidate = useInvalidate();
  const mayManage = useCan('webhooks.manage') !== null;
  const [open, setOpen] = useState<Open | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const [delivery, setDelivery] = useState<number | null>(null);
  const close = () => setOpen(null);
  const toggle = useApiMutation(() => webhooks.updateEndpoint(id, { version, active: !active }), { invalidate: [['webhook-endpoints']] });
  const remove = useApiMutation(() => webhooks.deleteEndpoint(id), {
    onSuccess: () => {
      invalidate(['webhook-endpoints']);
      toast.success(t('endpoint.deleted'));
      router.push('/webhooks');
    },
  });
  const actions = mayManage && (
    <>
      <Button variant="primary" disabled={!active} onClick={() => setOpen('test')}>
        <Send aria-hidden className="rtl:-scale-x-100" />
        {t('test.action')}
      </Button>
      <Menu
        trigger={
          <Button size="icon" aria-label={t('endpoint.menu')}>
            <Ellipsis aria-hidden />
          </Button>
        }
        groups={[
          {
            items: [
              { id: 'edit', label: t('endpoint.edit'), icon: <Pencil />, onSelect: () => setOpen('edit') },
              { id: 'rotate', label: t('rotate.title'), icon: <KeyRound />, onSelect: () => setOpen('rotate') },
              { id: 'replay', label: t('replay.title'), icon: <History />, disabled: !active, onSelect: () => setOpen('replay') },
              { id: 'toggle', label: active ? t('endpoint.switchOff') : t('endpoint.switchOn'), icon: <Power />, onSelect: () => toggle.mutate() },
            ],
          },
          { items: [{ id: 'delete', label: t('endpoint.delete'), icon: <Trash2 />, danger: true, onSelect: () => setOpen('delete') }] },
        ]}
      />
    </>
  );
  return (
    <>
      <PageHeader
        title={
          <span className="flex flex-wrap items-center gap-3">
            <span dir="ltr" className="break-all">{url}</span>
            <EndpointState endpoint={endpoint} />
          </span>
        }
        description={description}
        back={<Back />}
        actions={actions}
      />
      {!active && (
        <p role="status" className="mb-5 flex flex-wrap items-center justify-between gap-3 rounded-md bg-warning-soft px-4 py-3 text-warning-text">
          {t(`off.${offReason ?? 'person'}`, { when: offAt ? formats.dateTime(offAt) : '—' })}
          {mayManage && (
            <Button size="sm" busy={toggle.isPending} onClick={() => toggle.mutate()}>
              {t('endpoint.switchOn')}
            </Button>
          )}
        </p>
      )}
      <RunningReplays endpointId={id} />
      <EndpointFacts endpoint={endpoint} />
      <h2 className="mb-3 text-lg font-semibold">{t('log.title')}</h2>
      <DeliveryLog endpointId={id} open={delivery} onOpen={setDelivery} />
      {open === 'edit' && <EndpointDialog endpoint={endpoint} onClose={close} />}
      {open === 'test' && <TestDialog endpoint={endpoint} onClose={close} onDone={({ id: sent }) => (close(), setDelivery(sent))} />}
      {open === 'rotate' && <RotateDialog endpoint={endpoint} onClose={close} onDone={(made) => (close(), setSecret(made.secret))} />}
      {open === 'replay' && <ReplayDialog endpoint={endpoint} onClose={close} onDone={close} />}
      <SecretDialog secret={secret} text={t('secret.text')} onClose={() => setSecret(null)} />
      <ConfirmDialog
        open={open === 'delete'}
        onOpenChange={(isOpen) => !isOpen && close()}
        title={t('endpoint.deleteTitle')}
        description={t('endpoint.deleteText')}
        action={t('endpoint.delete')}
        busy={remove.isPending}
        danger
        onConfirm={() => remove.mutate()}
      />
    </>
  );
}

function Back() {
  const t = useTranslations('webhooks');
  return (
    <Link href="/webhooks" className="hover:text-fg hover:underline">
      {t('pages.endpoints')}
    </Link>
  );
}
