'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { Button, Card, ErrorState, Field, Select, Skeleton, useApiMutation, useApiQuery } from '@loctelli/core/web';
import type { ClientImport, DuplicateRule, ImportTarget } from '../contract.ts';
import { clients } from './api.ts';
import { ImportMapping } from './import-mapping.tsx';
import { ImportPreview } from './import-preview.tsx';

const rules: DuplicateRule[] = ['skip', 'update', 'create'];

/** Where the columns go, what happens to duplicates, and what would come of it. Every choice is kept as it is made. */
export function ImportSetup({ run, onChange }: { run: ClientImport; onChange: (run: ClientImport) => void }) {
  const t = useTranslations('clients.import');
  const [choice, setChoice] = useState<{ mapping: (ImportTarget | null)[]; rule: DuplicateRule }>({ mapping: run.mapping, rule: run.rule });
  const preview = useApiQuery(
    ['client-import-preview', run.id, choice],
    async () => {
      await clients.mapImport(run.id, choice);
      return clients.previewImport(run.id);
    },
    { keep: true },
  );
  const start = useApiMutation(() => clients.startImport(run.id), { onSuccess: onChange, invalidate: [['client-imports']] });
  const { counts, looked = 0, rowCount = run.rowCount } = preview.data ?? {};
  const ready = counts !== undefined && !preview.error && !preview.isFetching && counts.create + counts.update > 0;
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[26rem_1fr]">
      <Card title={t('columns')} description={t('columnsText')}>
        <ImportMapping run={run} mapping={choice.mapping} onChange={(mapping) => setChoice({ ...choice, mapping })} />
        <Field label={t('duplicates')} hint={t(`rules.${choice.rule}.hint`)} className="mt-5">
          <Select
            value={choice.rule}
            onChange={(rule) => setChoice({ ...choice, rule })}
            options={rules.map((rule) => ({ value: rule, label: t(`rules.${rule}.label`) }))}
          />
        </Field>
      </Card>
      <Card
        title={t('preview')}
        description={looked < rowCount ? t('previewFirst', { looked, count: rowCount }) : undefined}
        flush
        footer={
          <Button variant="primary" disabled={!ready} busy={start.isPending} onClick={() => start.mutate()}>
            {t('start', { count: rowCount })}
          </Button>
        }
      >
        {preview.error ? (
          <ErrorState compact error={preview.error} onRetry={() => void preview.refetch()} />
        ) : preview.data ? (
          <ImportPreview preview={preview.data} refreshing={preview.isFetching} />
        ) : (
          <Skeleton className="m-5 h-48" />
        )}
      </Card>
    </div>
  );
}
