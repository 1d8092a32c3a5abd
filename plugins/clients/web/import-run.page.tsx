'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import {
  ErrorState,
  FormSkeleton,
  Link,
  Page,
  PageHeader,
  useApiQuery,
  useInvalidate,
  useLive,
  useLiveState,
  type PageProps,
} from '@loctelli/core/web';
import type { ClientImport } from '../contract.ts';
import { clients } from './api.ts';
import { ImportProgress } from './import-progress.tsx';
import { ImportResult } from './import-result.tsx';
import { ImportSetup } from './import-setup.tsx';
import { isBusy } from './import-status.ts';

/** One import, at whatever step it is; it can be left and come back to at any time. */
export default function ImportRunPage({ params }: PageProps) {
  const t = useTranslations('clients');
  const id = Number(params.importId);
  const key = ['client-imports', id];
  const queries = useQueryClient();
  const invalidate = useInvalidate();
  const known = queries.getQueryData<ClientImport>(key);
  const live = useLiveState() === 'open';
  const { data, error, refetch } = useApiQuery(key, () => clients.getImport(id), {
    every: known && isBusy(known.status) ? (live ? 3000 : 1000) : undefined,
  });
  useLive<ClientImport>('clients.import-progress', (now) => {
    if (now.id !== id) return;
    queries.setQueryData(key, now);
    if (!isBusy(now.status)) invalidate(['clients'], ['client']);
  });
  const update = (now: ClientImport) => queries.setQueryData(key, now);
  return (
    <Page>
      <PageHeader
        title={data ? <bdi>{data.name}</bdi> : t('pages.import')}
        count={data && t('import.rowCount', { count: data.rowCount })}
        back={
          <Link href="/clients/import" className="hover:text-fg hover:underline">
            {t('pages.import')}
          </Link>
        }
      />
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <FormSkeleton />
      ) : (
        <Step run={data} onChange={update} />
      )}
    </Page>
  );
}

function Step({ run, onChange }: { run: ClientImport; onChange: (run: ClientImport) => void }) {
  if (run.status === 'draft') return <ImportSetup run={run} onChange={onChange} />;
  if (isBusy(run.status)) return <ImportProgress run={run} onChange={onChange} />;
  return <ImportResult run={run} onChange={onChange} />;
}
