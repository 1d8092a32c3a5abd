'use client';
import { useState } from 'react';
import { RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, ConfirmDialog, Page, PageHeader, toast, useApiMutation, useApiQuery, useCan, useFormats } from '@loctelli/core/web';
import { webhooks } from './api.ts';
import { DeliveryLog } from './delivery-log.tsx';
import { RunningReplays } from './running-replays.tsx';
import { useLiveWebhooks } from './use-live-webhooks.ts';
import { WebhooksNav } from './webhooks-nav.tsx';

/** What was given up, at every endpoint: to be understood, and sent again. */
export default function DeadPage() {
  const t = useTranslations('webhooks');
  const formats = useFormats();
  const mayManage = useCan('webhooks.manage') !== null;
  const [open, setOpen] = useState<number | null>(null);
  const [asking, setAsking] = useState(false);
  const { data } = useApiQuery(['webhook-endpoints'], () => webhooks.getEndpoints());
  useLiveWebhooks();
  const count = (data?.items ?? []).filter(({ active }) => active).reduce((sum, { health }) => sum + health.dead, 0);
  const replay = useApiMutation(() => webhooks.startReplay({ what: 'dead' }), {
    invalidate: [['webhook-endpoints']],
    onSuccess: () => {
      setAsking(false);
      toast.success(t('replay.started'));
    },
  });
  return (
    <Page>
      <PageHeader
        title={t('pages.dead')}
        description={t('dead.text')}
        count={count > 0 ? formats.number(count) : undefined}
        actions={
          mayManage &&
          count > 0 && (
            <Button variant="primary" onClick={() => setAsking(true)}>
              <RotateCcw aria-hidden />
              {t('dead.replayAll')}
            </Button>
          )
        }
      />
      <WebhooksNav here="dead" />
      <RunningReplays />
      <DeliveryLog status="dead" open={open} onOpen={setOpen} />
      <ConfirmDialog open={asking} onOpenChange={setAsking} title={t('dead.askTitle', { count })} description={t('dead.askText')} action={t('dead.replayAll')} busy={replay.isPending} onConfirm={() => replay.mutate()} />
    </Page>
  );
}
