'use client';
import { useTranslations } from 'next-intl';
import { Button, Progress, toast, useApiMutation, useApiQuery, useCan, useFormats, useInvalidate, useLive } from '@loctelli/core/web';
import type { backgroundJobTopic } from '@loctelli/core';
import type { WebhookReplay } from '../contract.ts';
import { webhooks } from './api.ts';

/** Under the endpoints' own key, so that whatever is told of them fetches this too. */
export const runningReplays = ['webhook-endpoints', 'replays'];
const topic: typeof backgroundJobTopic = 'core.background-job';

/** Replays that are under way and a way to stop each: those of an endpoint, or without one those of dead letters. */
export function RunningReplays({ endpointId }: { endpointId?: number }) {
  const invalidate = useInvalidate();
  const { data } = useApiQuery(runningReplays, () => webhooks.getRunningReplays());
  useLive<{ kind: string }>(topic, ({ kind }) => {
    if (kind.startsWith('webhooks.replay-')) invalidate(runningReplays);
  });
  const shown = (data?.items ?? []).filter((each) => (endpointId === undefined ? each.what === 'dead' : each.endpointId === endpointId));
  if (shown.length === 0) return null;
  return (
    <ul className="mb-5 divide-y rounded-md border bg-surface">
      {shown.map((each) => (
        <Running key={each.id} replay={each} />
      ))}
    </ul>
  );
}

function Running({ replay: { id, what, queued } }: { replay: WebhookReplay }) {
  const t = useTranslations('webhooks');
  const formats = useFormats();
  const mayManage = useCan('webhooks.manage') !== null;
  const stop = useApiMutation(() => webhooks.cancelReplay(id), {
    invalidate: [['webhook-endpoints']],
    // It may have come to its end first.
    onSuccess: ({ status }) => status === 'cancelled' && toast.success(t('replay.stopped')),
  });
  return (
    <li className="flex items-center gap-4 px-4 py-3">
      <div className="min-w-0 flex-1">
        <Progress label={t(`replay.running.${what}`)} value={null} detail={t('replay.queued', { count: formats.number(queued) })} />
      </div>
      {mayManage && (
        <Button size="sm" busy={stop.isPending} onClick={() => stop.mutate()}>
          {t('replay.stop')}
        </Button>
      )}
    </li>
  );
}
