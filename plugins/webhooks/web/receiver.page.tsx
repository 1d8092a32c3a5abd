'use client';
import { useState } from 'react';
import { useRouter } from 'next/navigation';
import { Ellipsis, KeyRound, Link2, Pencil, Power, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, Button, Card, ConfirmDialog, CopyButton, ErrorState, FormSkeleton, Link, Menu, Page, PageHeader, Tabs, toast, useApiMutation, useApiQuery, useCan, useInvalidate, type PageProps } from '@loctelli/core/web';
import type { WebhookReceiver } from '../contract.ts';
import { webhooks } from './api.ts';
import { ReceiptLog } from './receipt-log.tsx';
import { ReceiverDialog } from './receiver-dialog.tsx';
import { ReceiverSetup } from './receiver-setup.tsx';
import { SecretDialog } from './secret-dialog.tsx';
import { useLiveWebhooks } from './use-live-webhooks.ts';

/** One receiver: its address, how senders prove themselves, what their payloads become, and what came in. */
export default function ReceiverPage({ params }: PageProps) {
  const id = Number(params.receiverId);
  const t = useTranslations('webhooks');
  const { data, error, refetch } = useApiQuery(['webhook-receivers', id], () => webhooks.getReceiver(id));
  useLiveWebhooks();
  if (error && !data)
    return (
      <Page>
        <PageHeader title={t('pages.receiver')} back={<Back />} />
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Page>
    );
  return <Page>{data ? <Receiver receiver={data} /> : <FormSkeleton fields={8} />}</Page>;
}

type Open = 'edit' | 'secret' | 'address' | 'delete';
const changed = { invalidate: [['webhook-receivers']] };

function Receiver({ receiver }: { receiver: WebhookReceiver }) {
  const { id, name, version, active, scheme, path } = receiver;
  const t = useTranslations('webhooks');
  const router = useRouter();
  const invalidate = useInvalidate();
  const mayManage = useCan('webhooks.manage') !== null;
  const [open, setOpen] = useState<Open | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const close = () => setOpen(null);
  const toggle = useApiMutation(() => webhooks.updateReceiver(id, { version, active: !active }), changed);
  const renewSecret = useApiMutation(() => webhooks.renewSecret(id), { ...changed, onSuccess: (made) => (close(), setSecret(made.secret)) });
  const renewAddress = useApiMutation(() => webhooks.renewAddress(id), { ...changed, onSuccess: close });
  const remove = useApiMutation(() => webhooks.deleteReceiver(id), {
    onSuccess: () => {
      invalidate(['webhook-receivers']);
      toast.success(t('receiver.deleted'));
      router.push('/webhooks/receivers');
    },
  });
  const address = typeof window === 'undefined' ? path : `${window.location.origin}${path}`;
  const menu = [
    {
      items: [
        { id: 'edit', label: t('receiver.edit'), icon: <Pencil />, onSelect: () => setOpen('edit') },
        ...(scheme === 'none' ? [] : [{ id: 'secret', label: t('receiver.renewSecret'), icon: <KeyRound />, onSelect: () => setOpen('secret') }]),
        { id: 'address', label: t('receiver.renewAddress'), icon: <Link2 />, onSelect: () => setOpen('address') },
        { id: 'toggle', label: active ? t('endpoint.switchOff') : t('endpoint.switchOn'), icon: <Power />, onSelect: () => toggle.mutate() },
      ],
    },
    { items: [{ id: 'delete', label: t('receiver.delete'), icon: <Trash2 />, danger: true, onSelect: () => setOpen('delete') }] },
  ];
  const asked = { secret: renewSecret, address: renewAddress, delete: remove };
  return (
    <>
      <PageHeader
        title={
          <span className="flex flex-wrap items-center gap-3">
            <bdi>{name}</bdi>
            <Badge tone={active ? 'success' : 'neutral'} dot>{t(active ? 'state.on' : 'state.person')}</Badge>
          </span>
        }
        back={<Back />}
        actions={mayManage && <Menu trigger={<Button size="icon" aria-label={t('receiver.menu')}><Ellipsis aria-hidden /></Button>} groups={menu} />}
      />
      <Card className="mb-6" title={t('receiver.address')} description={t(`scheme.${scheme}Hint`)}>
        <div className="flex items-center gap-2">
          <code dir="ltr" data-testid="address" suppressHydrationWarning className="min-w-0 flex-1 rounded-md bg-sunken px-3 py-2 font-mono text-sm break-all">
            {address}
          </code>
          <CopyButton text={address} label={t('receiver.copyAddress')} />
        </div>
      </Card>
      <Tabs
        label={name}
        tabs={[
          { id: 'setup', label: t('receiver.setup'), content: <ReceiverSetup receiver={receiver} /> },
          { id: 'log', label: t('receipts.title'), content: <ReceiptLog receiverId={id} /> },
        ]}
      />
      {open === 'edit' && <ReceiverDialog receiver={receiver} onClose={close} onSaved={(saved) => setSecret(saved.secret)} />}
      {open !== null && open !== 'edit' && (
        <ConfirmDialog
          open
          onOpenChange={(isOpen) => !isOpen && close()}
          title={t(`receiver.ask.${open}Title`)}
          description={t(`receiver.ask.${open}Text`)}
          action={open === 'secret' ? t('receiver.renewSecret') : open === 'address' ? t('receiver.renewAddress') : t('receiver.delete')}
          busy={asked[open].isPending}
          danger={open !== 'secret'}
          onConfirm={() => asked[open].mutate()}
        />
      )}
      <SecretDialog secret={secret} text={t('receiver.secretText')} onClose={() => setSecret(null)} />
    </>
  );
}

function Back() {
  const t = useTranslations('webhooks');
  return (
    <Link href="/webhooks/receivers" className="hover:text-fg hover:underline">
      {t('pages.receivers')}
    </Link>
  );
}
