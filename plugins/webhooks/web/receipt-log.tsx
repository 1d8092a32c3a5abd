'use client';
import { useState } from 'react';
import { Inbox, RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, Button, DataTable, Drawer, EmptyState, ErrorState, Facts, FormSkeleton, Link, ListState, Select, toast, useApiMutation, useApiPages, useApiQuery, useCan, useFormats, type Tone } from '@loctelli/core/web';
import { receiptStatus, type ReceiptStatus, type WebhookReceipt } from '../contract.ts';
import { webhooks } from './api.ts';
import { CodeBlock } from './code-block.tsx';
import { headersText } from './delivery-drawer.tsx';

const tones: Record<ReceiptStatus, Tone> = { waiting: 'warning', done: 'success', failed: 'danger', refused: 'neutral' };
const changed = { invalidate: [['webhook-receivers']] };

/** What a receiver got, the newest first, and what became of it. */
export function ReceiptLog({ receiverId }: { receiverId: number }) {
  const t = useTranslations('webhooks');
  const formats = useFormats();
  const says = useOutcome();
  const mayManage = useCan('webhooks.manage') !== null;
  const [status, setStatus] = useState<ReceiptStatus | 'all'>('all');
  const [open, setOpen] = useState<number | null>(null);
  const filter = { receiverId, status: status === 'all' ? undefined : status };
  const list = useApiPages(['webhook-receivers', 'receipts', filter], (cursor) => webhooks.getReceipts({ ...filter, cursor }));
  const replay = useApiMutation((id: number) => webhooks.replayReceipt(id), { ...changed, onSuccess: () => toast.success(t('receipts.replayed')) });
  return (
    <>
      <Select
        aria-label={t('log.status')}
        className="mb-3 w-44"
        value={status}
        onChange={setStatus}
        options={[{ value: 'all', label: t('log.anyStatus') }, ...receiptStatus.options.map((each) => ({ value: each, label: t(`receiptStatus.${each}`) }))]}
      />
      <ListState
        list={list}
        filtered={status !== 'all'}
        onClear={() => setStatus('all')}
        empty={
          <EmptyState icon={<Inbox />} title={t('receipts.emptyTitle')}>
            {t('receipts.emptyText')}
          </EmptyState>
        }
      >
        {(rows) => (
          <DataTable
            label={t('receipts.title')}
            rows={rows}
            rowId={({ id }) => String(id)}
            rowLabel={({ at }) => formats.dateTime(at)}
            columns={[
              {
                id: 'at',
                header: t('receipts.at'),
                card: 'title',
                cell: ({ id, at }) => (
                  <button type="button" className="text-start font-medium hover:underline" onClick={() => setOpen(id)}>
                    {formats.dateTime(at)}
                  </button>
                ),
              },
              { id: 'status', header: t('log.status'), cell: ({ status: now }) => <Badge tone={tones[now]} dot>{t(`receiptStatus.${now}`)}</Badge> },
              { id: 'outcome', header: t('log.result'), cell: (receipt) => says(receipt) },
              { id: 'client', header: t('receipts.client'), cell: ({ clientId, clientName }) => (clientId ? <Link href={`/clients/${clientId}`} className="text-accent-text hover:underline"><bdi>{clientName}</bdi></Link> : '—') },
            ]}
            rowMenu={
              mayManage ? ({ id, status: now }) => [{ items: [{ id: 'replay', label: t('receipts.replay'), icon: <RotateCcw />, disabled: now === 'waiting' || now === 'refused', onSelect: () => replay.mutate(id) }] }] : undefined
            }
          />
        )}
      </ListState>
      <ReceiptDrawer id={open} onClose={() => setOpen(null)} />
    </>
  );
}

/** What became of it, or why nothing did. */
function useOutcome() {
  const t = useTranslations('webhooks');
  return ({ outcome, error, detail }: WebhookReceipt) => {
    const code = error?.startsWith('webhooks.') ? error.slice('webhooks.'.length) : null;
    if (code && t.has(`errors.${code}`)) return t(`errors.${code}`);
    if (error) return detail ?? error;
    return outcome ? t(`outcome.${outcome}`) : '—';
  };
}

function ReceiptDrawer({ id, onClose }: { id: number | null; onClose: () => void }) {
  const t = useTranslations('webhooks');
  const formats = useFormats();
  const says = useOutcome();
  const mayManage = useCan('webhooks.manage') !== null;
  const { data, error, refetch } = useApiQuery(['webhook-receivers', 'receipt', id], () => webhooks.getReceipt(id!), { enabled: id !== null });
  const replay = useApiMutation(() => webhooks.replayReceipt(id!), { ...changed, onSuccess: () => toast.success(t('receipts.replayed')) });
  const mayReplay = mayManage && data && data.status !== 'refused';
  return (
    <Drawer
      open={id !== null}
      onOpenChange={(open) => !open && onClose()}
      title={data ? formats.dateTime(data.at) : t('receipts.one')}
      footer={
        mayReplay && (
          <Button variant="primary" disabled={data.status === 'waiting'} busy={replay.isPending} onClick={() => replay.mutate()}>
            <RotateCcw aria-hidden />
            {t('receipts.replay')}
          </Button>
        )
      }
    >
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} compact />
      ) : !data ? (
        <FormSkeleton />
      ) : (
        <div className="flex flex-col gap-6">
          <Facts
            items={[
              { label: t('log.status'), value: <Badge tone={tones[data.status]} dot>{t(`receiptStatus.${data.status}`)}</Badge> },
              { label: t('log.result'), value: says(data) },
              ...(data.status === 'done' && data.detail ? [{ label: t('receipts.left'), value: data.detail }] : []),
              ...(data.clientId ? [{ label: t('receipts.client'), value: <Link href={`/clients/${data.clientId}`} className="text-accent-text hover:underline"><bdi>{data.clientName}</bdi></Link> }] : []),
            ]}
          />
          <CodeBlock label={t('log.headers')} text={headersText({ ...(data.contentType && { 'content-type': data.contentType }), ...data.headers })} />
          <CodeBlock label={t('log.body')} text={data.body} />
        </div>
      )}
    </Drawer>
  );
}
