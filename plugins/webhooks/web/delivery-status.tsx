'use client';
import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@loctelli/core/web';
import type { DeliveryStatus, WebhookDelivery } from '../contract.ts';

const tones: Record<DeliveryStatus, Tone> = { waiting: 'warning', delivered: 'success', dead: 'danger' };

export function DeliveryBadge({ status }: { status: DeliveryStatus }) {
  const t = useTranslations('webhooks.status');
  return (
    <Badge tone={tones[status]} dot>
      {t(status)}
    </Badge>
  );
}

/** What was answered, or why nothing was, in a few words. */
export function useResultText(): (delivery: Pick<WebhookDelivery, 'reason' | 'answerStatus' | 'attempts'>) => string {
  const t = useTranslations('webhooks.reason');
  return ({ reason, answerStatus, attempts }) => {
    if (answerStatus !== null) return t('answered', { status: String(answerStatus) });
    if (reason !== null) return t(reason);
    return attempts === 0 ? t('notYet') : '—';
  };
}
