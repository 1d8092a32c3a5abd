'use client';
import { RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Drawer, ErrorState, Facts, FormSkeleton, toast, useApiMutation, useApiQuery, useCan, useFormats } from '@loctelli/core/web';
import type { WebhookAttempt, WebhookDeliveryDetail } from '../contract.ts';
import { webhooks } from './api.ts';
import { CodeBlock } from './code-block.tsx';
import { DeliveryBadge, useResultText } from './delivery-status.tsx';

/** One delivery: what was sent, what was answered, and when it is tried again. */
export function DeliveryDrawer({ id, onClose }: { id: number | null; onClose: () => void }) {
  const t = useTranslations('webhooks');
  const mayManage = useCan('webhooks.manage') !== null;
  const { data, error, refetch } = useApiQuery(['webhook-endpoints', 'delivery', id], () => webhooks.getDelivery(id!), { enabled: id !== null });
  const replay = useApiMutation(() => webhooks.replayDelivery(id!), { invalidate: [['webhook-endpoints']], onSuccess: () => toast.success(t('log.replayed')) });
  return (
    <Drawer
      open={id !== null}
      onOpenChange={(open) => !open && onClose()}
      title={data ? <span dir="ltr" className="font-mono">{data.type}</span> : t('log.delivery')}
      footer={
        mayManage &&
        data && (
          <Button variant="primary" disabled={data.status === 'waiting'} busy={replay.isPending} onClick={() => replay.mutate()}>
            <RotateCcw aria-hidden />
            {t('log.replay')}
          </Button>
        )
      }
    >
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} compact /> : data ? <Detail delivery={data} /> : <FormSkeleton />}
    </Drawer>
  );
}

function Detail({ delivery }: { delivery: WebhookDeliveryDetail }) {
  const t = useTranslations('webhooks');
  const formats = useFormats();
  const result = useResultText();
  const { status, nextAt, occurredAt, attempts, replays, eventId, endpointUrl, body, headers, log } = delivery;
  return (
    <div className="flex flex-col gap-6">
      <Facts
        items={[
          { label: t('log.status'), value: <DeliveryBadge status={status} /> },
          { label: t('log.result'), value: result(delivery) },
          { label: t('log.occurred'), value: formats.dateTime(occurredAt) },
          ...(nextAt ? [{ label: t('log.next'), value: formats.dateTime(nextAt) }] : []),
          { label: t('log.attempts'), value: formats.number(attempts) },
          ...(replays ? [{ label: t('log.replays'), value: formats.number(replays) }] : []),
          { label: t('log.id'), value: <code dir="ltr" className="font-mono text-xs break-all">{eventId}</code> },
          { label: t('endpoint.url'), value: <span dir="ltr" className="break-all">{endpointUrl}</span> },
        ]}
      />
      <section className="flex flex-col gap-2">
        <h3 className="font-semibold">{t('log.request')}</h3>
        <CodeBlock label={t('log.headers')} text={headersText(headers)} />
        <CodeBlock label={t('log.body')} text={body} />
      </section>
      <section>
        <h3 className="mb-2 font-semibold">{t('log.log')}</h3>
        {log.length === 0 ? <p className="text-muted">{t('log.noAttempts')}</p> : <ol className="flex flex-col gap-4">{log.map((attempt) => <Attempt key={attempt.id} attempt={attempt} />)}</ol>}
      </section>
    </div>
  );
}

function Attempt({ attempt: { at, durationMs, status, reason, detail, answer, answerHeaders } }: { attempt: WebhookAttempt }) {
  const t = useTranslations('webhooks');
  const formats = useFormats();
  const result = useResultText();
  return (
    <li className="flex flex-col gap-2 border-s-2 ps-3">
      <p className="flex flex-wrap gap-x-3">
        <span className={reason ? 'font-medium text-danger-text' : 'font-medium text-success-text'}>{result({ reason, answerStatus: status, attempts: 1 })}</span>
        <span className="text-muted tabular-nums">{t('log.milliseconds', { count: durationMs })}</span>
        <span className="text-muted">{formats.dateTime(at)}</span>
      </p>
      {detail && <p dir="auto" className="text-sm text-muted">{detail}</p>}
      {status !== null && (
        <>
          <CodeBlock label={t('log.answerHeaders')} text={headersText(answerHeaders)} className="max-h-32" />
          <CodeBlock label={t('log.answer')} text={answer ?? ''} className="max-h-48" />
        </>
      )}
    </li>
  );
}

export const headersText = (headers: Record<string, string>) => Object.entries(headers).map(([name, value]) => `${name}: ${value}`).join('\n');
