'use client';
import { useTranslations } from 'next-intl';
import { toast, useApiMutation, useInvalidate } from '@loctelli/core/web';
import type { BulkCreateInput, ClientBulkRun } from '../contract.ts';
import { clients } from './api.ts';

const pauseMs = 600;
export const isBulkBusy = ({ status }: Pick<ClientBulkRun, 'status'>) => status === 'queued' || status === 'running' || status === 'undoing';

/** Starts bulk runs, tells how they end with a way back, and follows them while their page is left. */
export function useBulk(onStarted?: () => void) {
  const t = useTranslations('clients');
  const invalidate = useInvalidate();

  const follow = async (run: ClientBulkRun): Promise<void> => {
    let now = run;
    while (isBulkBusy(now)) {
      await new Promise((done) => setTimeout(done, pauseMs));
      now = await clients.getBulk(run.id);
    }
    invalidate(['clients'], ['client'], ['client-bulk', run.id]);
    tell(now);
  };
  const tell = (run: ClientBulkRun) => {
    const { kind, status, changed, kept } = run;
    if (status === 'failed') return toast.error(t('bulk.failed'));
    if (status === 'undone') return toast.success(t('bulk.undone'), kept ? { description: t('bulk.kept', { count: kept }) } : {});
    if (changed === 0) return toast.show(t('bulk.nothing'));
    const undo = { label: t('undo'), run: () => undoRun.mutateAsync(run.id) };
    return toast.success(t(`bulk.did.${kind}`, { count: changed }), { undo, duration: 12_000 });
  };
  const undoRun = useApiMutation((runId: number) => clients.undoBulk(runId), { onSuccess: (run) => void follow(run).catch(() => undefined) });
  const start = useApiMutation((body: BulkCreateInput) => clients.startBulk(body), {
    onSuccess: (run) => {
      onStarted?.();
      void follow(run).catch(() => undefined);
    },
  });
  return { start, undo: undoRun };
}
