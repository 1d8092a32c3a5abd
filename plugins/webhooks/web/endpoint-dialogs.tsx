'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { Button, Combobox, DateTimePicker, Dialog, Field, Select, toast, useApiMutation, useFormats, useInvalidate } from '@loctelli/core/web';
import { hears, type WebhookDeliveryDetail, type WebhookEndpoint, type WebhookEndpointWithSecret } from '../contract.ts';
import { webhooks } from './api.ts';
import { CodeBlock } from './code-block.tsx';
import { useEventTypes } from './event-picker.tsx';
import { runningReplays } from './running-replays.tsx';

interface Props<T> {
  endpoint: WebhookEndpoint;
  onClose: () => void;
  onDone: (result: T) => void;
}

/** Sends an example of a type, and shows what it says before. */
export function TestDialog({ endpoint, onClose, onDone }: Props<WebhookDeliveryDetail>) {
  const t = useTranslations('webhooks');
  const types = useEventTypes();
  const invalidate = useInvalidate();
  const [chosen, setChosen] = useState<string | null>(null);
  const type = chosen ?? types.find(({ name }) => hears(endpoint.events, name))?.name ?? null;
  const example = types.find(({ name }) => name === type)?.example;
  const send = useApiMutation(() => webhooks.testEndpoint(endpoint.id, type!), {
    onSuccess: (delivery) => {
      invalidate(['webhook-endpoints']);
      onDone(delivery);
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('test.title')}
      description={t('test.text')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" disabled={!type} busy={send.isPending} onClick={() => send.mutate()}>
            {t('test.send')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={t('log.type')}>
          <Combobox aria-label={t('log.type')} clearable={false} value={type} onChange={setChosen} options={types.map(({ name }) => ({ value: name, label: name }))} />
        </Field>
        <CodeBlock label={t('test.example')} text={JSON.stringify(example ?? {})} />
      </div>
    </Dialog>
  );
}

const overlaps = [0, 1, 24, 72, 168] as const;

/** Makes a new secret, and says for how long the former one goes on. */
export function RotateDialog({ endpoint, onClose, onDone }: Props<WebhookEndpointWithSecret>) {
  const t = useTranslations('webhooks');
  const invalidate = useInvalidate();
  const [hours, setHours] = useState('24');
  const rotate = useApiMutation(() => webhooks.rotateSecret(endpoint.id, Number(hours)), {
    onSuccess: (made) => {
      invalidate(['webhook-endpoints']);
      onDone(made);
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('rotate.title')}
      description={t('rotate.text')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" busy={rotate.isPending} onClick={() => rotate.mutate()}>
            {t('rotate.action')}
          </Button>
        </>
      }
    >
      <Field label={t('rotate.overlap')} hint={t('rotate.overlapHint')}>
        <Select value={hours} onChange={setHours} options={overlaps.map((each) => ({ value: String(each), label: each === 0 ? t('rotate.none') : t('rotate.hours', { count: each }) }))} />
      </Field>
    </Dialog>
  );
}

/** Sends everything of a span of time again, under the ids it had. */
export function ReplayDialog({ endpoint, onClose, onDone }: Props<void>) {
  const t = useTranslations('webhooks');
  const { zone } = useFormats();
  const [from, setFrom] = useState<string | null>(() => new Date(Date.now() - 86_400_000).toISOString());
  const [to, setTo] = useState<string | null>(() => new Date().toISOString());
  const start = useApiMutation(() => webhooks.startReplay({ what: 'range', endpointId: endpoint.id, from: from!, to: to! }), {
    invalidate: [runningReplays],
    onSuccess: () => {
      toast.success(t('replay.started'));
      onDone();
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('replay.title')}
      description={t('replay.text')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" disabled={!from || !to || from >= to} busy={start.isPending} onClick={() => start.mutate()}>
            {t('replay.action')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={t('replay.from')} hint={t('replay.zone', { zone })}>
          <DateTimePicker aria-label={t('replay.from')} value={from} onChange={setFrom} />
        </Field>
        <Field label={t('replay.to')} error={from && to && from >= to ? t('errors.range-empty') : undefined}>
          <DateTimePicker aria-label={t('replay.to')} value={to} onChange={setTo} />
        </Field>
      </div>
    </Dialog>
  );
}
