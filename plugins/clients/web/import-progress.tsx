'use client';
import { useTranslations } from 'next-intl';
import { Button, Card, Progress, useApiMutation, useFormats } from '@loctelli/core/web';
import type { ClientImport } from '../contract.ts';
import { clients } from './api.ts';

export function ImportProgress({ run, onChange }: { run: ClientImport; onChange: (run: ClientImport) => void }) {
  const t = useTranslations('clients.import');
  const formats = useFormats();
  const cancel = useApiMutation(() => clients.cancelImport(run.id), { onSuccess: onChange });
  const undoing = run.status === 'undoing';
  const share = run.rowCount ? Math.min(100, (run.processed / run.rowCount) * 100) : 0;
  const detail = t('of', { done: formats.number(Math.min(run.processed, run.rowCount)), count: formats.number(run.rowCount) });
  return (
    <Card
      className="max-w-[72ch]"
      footer={
        !undoing && (
          <Button busy={cancel.isPending} onClick={() => cancel.mutate()}>
            {t('cancel')}
          </Button>
        )
      }
    >
      <Progress
        label={t(undoing ? 'undoing' : run.status === 'queued' ? 'waiting' : 'running')}
        value={undoing || run.status === 'queued' ? null : share}
        detail={undoing ? '' : detail}
      />
      <p className="mt-3 text-muted">{t('mayLeave')}</p>
    </Card>
  );
}
