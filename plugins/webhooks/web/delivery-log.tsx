'use client';
import { useState } from 'react';
import { RotateCcw, Send } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, Combobox, DataTable, EmptyState, ListState, Select, toast, useApiMutation, useApiPages, useCan, useFormats } from '@loctelli/core/web';
import { deliveryStatus, type DeliveryStatus } from '../contract.ts';
import { webhooks } from './api.ts';
import { DeliveryDrawer } from './delivery-drawer.tsx';
import { DeliveryBadge, useResultText } from './delivery-status.tsx';
import { useEventTypes } from './event-picker.tsx';

interface Props {
  /** Of one endpoint; of all without it. */
  endpointId?: number;
  /** Only these; the reader chooses without it. */
  status?: DeliveryStatus;
  /** A delivery that is shown at once, such as a test that was just sent. */
  open: number | null;
  onOpen: (id: number | null) => void;
}

/** What was sent, the newest first. A row opens what was said on both sides. */
export function DeliveryLog({ endpointId, status, open, onOpen }: Props) {
  const t = useTranslations('webhooks');
  const formats = useFormats();
  const result = useResultText();
  const types = useEventTypes();
  const mayManage = useCan('webhooks.manage') !== null;
  const [chosen, setChosen] = useState<DeliveryStatus | 'all'>('all');
  const [type, setType] = useState<string | null>(null);
  const wanted = status ?? (chosen === 'all' ? undefined : chosen);
  const filter = { endpointId, status: wanted, type: type ?? undefined };
  const list = useApiPages(['webhook-endpoints', 'deliveries', filter], (cursor) => webhooks.getDeliveries({ ...filter, cursor }));
  const replay = useApiMutation((id: number) => webhooks.replayDelivery(id), { invalidate: [['webhook-endpoints']], onSuccess: () => toast.success(t('log.replayed')) });
  const clear = () => {
    setChosen('all');
    setType(null);
  };
  return (
    <>
      <div className="mb-3 flex flex-wrap gap-2">
        {!status && (
          <Select
            aria-label={t('log.status')}
            className="w-44"
            value={chosen}
            onChange={setChosen}
            options={[{ value: 'all', label: t('log.anyStatus') }, ...deliveryStatus.options.map((each) => ({ value: each, label: t(`status.${each}`) }))]}
          />
        )}
        <Combobox className="w-60" aria-label={t('log.type')} placeholder={t('log.anyType')} value={type} onChange={setType} options={types.map(({ name }) => ({ value: name, label: name }))} />
      </div>
      <ListState
        list={list}
        filtered={type !== null || (!status && chosen !== 'all')}
        onClear={clear}
        empty={
          <EmptyState icon={<Send />} title={status ? t('dead.emptyTitle') : t('log.emptyTitle')}>
            {status ? t('dead.emptyText') : t('log.emptyText')}
          </EmptyState>
        }
      >
        {(rows) => (
          <DataTable
            label={t('log.title')}
            rows={rows}
            rowId={({ id }) => String(id)}
            rowLabel={({ type: name }) => name}
            refreshing={list.isRefreshing}
            columns={[
              {
                id: 'type',
                header: t('log.type'),
                card: 'title',
                cell: (delivery) => (
                  <button type="button" onClick={() => onOpen(delivery.id)} className="flex max-w-full items-center gap-2 text-start font-mono text-sm font-medium hover:underline">
                    <span dir="ltr" className="truncate">{delivery.type}</span>
                    {delivery.isTest && <Badge tone="info">{t('log.test')}</Badge>}
                  </button>
                ),
              },
              ...(endpointId === undefined ? [{ id: 'url', header: t('endpoint.url'), cell: ({ endpointUrl }: { endpointUrl: string }) => <span dir="ltr" title={endpointUrl} className="block max-w-56 truncate text-start">{endpointUrl}</span> }] : []),
              { id: 'status', header: t('log.status'), cell: (delivery) => <DeliveryBadge status={delivery.status} /> },
              { id: 'result', header: t('log.result'), cell: (delivery) => result(delivery) },
              { id: 'attempts', header: t('log.attempts'), align: 'end', cell: ({ attempts }) => formats.number(attempts) },
              { id: 'at', header: t('log.occurred'), className: 'sm:whitespace-nowrap', cell: ({ occurredAt }) => formats.dateTime(occurredAt) },
              ...(status === 'dead' ? [] : [{ id: 'next', header: t('log.next'), cell: ({ nextAt }: { nextAt: string | null }) => (nextAt ? formats.relative(nextAt) : '—') }]),
            ]}
            rowMenu={
              mayManage ? ({ id, status: now }) => [{ items: [{ id: 'replay', label: t('log.replay'), icon: <RotateCcw />, disabled: now === 'waiting', onSelect: () => replay.mutate(id) }] }] : undefined
            }
          />
        )}
      </ListState>
      <DeliveryDrawer id={open} onClose={() => onOpen(null)} />
    </>
  );
}
