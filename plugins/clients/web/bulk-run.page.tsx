'use client';
import { RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, Button, Card, ErrorState, Facts, FormSkeleton, Link, Page, PageHeader, Progress, useApiMutation, useApiQuery, useFormats, useInvalidate, type PageProps, type Tone } from '@loctelli/core/web';
import type { ClientBulkRun } from '../contract.ts';
import { clients } from './api.ts';
import { isBulkBusy, useBulk } from './use-bulk.ts';

const tones: Record<ClientBulkRun['status'], Tone> = { queued: 'neutral', running: 'info', done: 'success', failed: 'danger', cancelled: 'neutral', undoing: 'info', undone: 'neutral' };

/** One change to many clients: how far it is, what it did, and the way back. */
export default function BulkRunPage({ params }: PageProps) {
  const t = useTranslations('clients');
  const formats = useFormats();
  const id = Number(params.runId);
  const key = ['client-bulk', id];
  const invalidate = useInvalidate();
  const { data: run, error, refetch } = useApiQuery(key, () => clients.getBulk(id), { every: 1500 });
  const { undo } = useBulk();
  const cancel = useApiMutation(() => clients.cancelBulk(id), { onSuccess: () => invalidate(key, ['clients']) });
  const back = (
    <Link href="/clients" className="hover:text-fg hover:underline">
      {t('pages.list')}
    </Link>
  );
  if (error) return <Page narrow><PageHeader title={t('pages.bulkRun')} back={back} /><ErrorState error={error} onRetry={() => void refetch()} /></Page>;
  if (!run) return <Page narrow><PageHeader title={t('pages.bulkRun')} back={back} /><FormSkeleton /></Page>;
  const busy = isBulkBusy(run);
  const undoable = ['done', 'cancelled', 'failed'].includes(run.status) && run.changed > 0;
  return (
    <Page narrow>
      <PageHeader
        title={t(`bulk.titles.${run.kind}`)}
        back={back}
        actions={
          busy ? (
            run.status !== 'undoing' && (
              <Button busy={cancel.isPending} onClick={() => cancel.mutate()}>
                {t('bulk.stop')}
              </Button>
            )
          ) : (
            undoable && (
              <Button variant="primary" busy={undo.isPending} onClick={() => undo.mutate(id, { onSuccess: () => invalidate(key) })}>
                <RotateCcw aria-hidden />
                {t('undo')}
              </Button>
            )
          )
        }
      />
      <Card>
        {busy && (
          <div className="mb-4">
            <Progress label={t(`bulk.status.${run.status}`)} value={run.total ? Math.min(100, (run.processed / run.total) * 100) : null} detail={t('bulk.of', { done: run.processed, total: run.total })} />
          </div>
        )}
        <Facts
          items={[
            { label: t('bulk.state'), value: <Badge tone={tones[run.status]}>{t(`bulk.status.${run.status}`)}</Badge> },
            { label: t('bulk.changed'), value: formats.number(run.changed) },
            { label: t('bulk.skipped'), value: formats.number(run.skipped) },
            ...(run.status === 'undone' ? [{ label: t('bulk.keptLabel'), value: formats.number(run.kept) }] : []),
            { label: t('bulk.startedAt'), value: formats.dateTime(run.createdAt) },
            ...(run.finishedAt ? [{ label: t('bulk.finishedAt'), value: formats.dateTime(run.finishedAt) }] : []),
            ...(run.undoneAt ? [{ label: t('bulk.undoneAt'), value: formats.dateTime(run.undoneAt) }] : []),
          ]}
        />
      </Card>
    </Page>
  );
}
