'use client';
import { useState } from 'react';
import { Download, Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, Button, Card, ConfirmDialog, Link, useApiMutation, useFormats } from '@loctelli/core/web';
import type { ClientImport } from '../contract.ts';
import { clients } from './api.ts';
import { download } from './download.ts';
import { toneOf } from './import-status.ts';

const counted = ['created', 'updated', 'skipped', 'failed'] as const;

/** How an import ended; from here it is taken back, and the rows it left out are fetched. */
export function ImportResult({ run, onChange }: { run: ClientImport; onChange: (run: ClientImport) => void }) {
  const t = useTranslations('clients.import');
  const formats = useFormats();
  const [asking, setAsking] = useState(false);
  const undo = useApiMutation(() => clients.undoImport(run.id), {
    onSuccess: (now) => {
      setAsking(false);
      onChange(now);
    },
  });
  const errors = useApiMutation(() => clients.getImportErrors(run.id), {
    onSuccess: (blob) => download(blob, `import-${run.id}-errors.csv`),
  });
  const undone = run.status === 'undone';
  return (
    <Card
      className="max-w-[72ch]"
      title={t(undone ? 'undoneTitle' : 'doneTitle')}
      actions={
        <Badge tone={toneOf(run.status)} dot>
          {t(`status.${run.status}`)}
        </Badge>
      }
      footer={
        <>
          {!undone && (
            <Button onClick={() => setAsking(true)}>
              <Undo2 aria-hidden />
              {t('undo')}
            </Button>
          )}
          <Button variant="primary" render={<Link href="/clients" />}>
            {t('open')}
          </Button>
        </>
      }
    >
      {undone ? (
        <p>{run.kept ? t('undoneKept', { count: run.kept }) : t('undoneText')}</p>
      ) : (
        <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4" role="status">
          {counted.map((key) => (
            <div key={key}>
              <dt className="text-muted">{t(`counts.${key}`)}</dt>
              <dd className="text-xl font-semibold tabular-nums">{formats.number(run[key])}</dd>
            </div>
          ))}
        </dl>
      )}
      {run.failed > 0 && !undone && (
        <div className="mt-5 flex flex-wrap items-center justify-between gap-3 rounded-md bg-danger-soft px-3.5 py-2.5 text-danger-text">
          <p>{t('failedText', { count: run.failed })}</p>
          <Button size="sm" busy={errors.isPending} onClick={() => errors.mutate()}>
            <Download aria-hidden />
            {t('errorFile')}
          </Button>
        </div>
      )}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        danger
        busy={undo.isPending}
        title={t('undoTitle')}
        description={t('undoText', { created: run.created, updated: run.updated })}
        action={t('undo')}
        onConfirm={() => undo.mutate()}
      />
    </Card>
  );
}
