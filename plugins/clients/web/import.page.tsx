'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import {
  Badge,
  DataTable,
  FileDrop,
  Link,
  ListState,
  Page,
  PageHeader,
  Progress,
  TableSkeleton,
  useApiMutation,
  useApiPages,
  useFormats,
} from '@loctelli/core/web';
import { clients } from './api.ts';
import { toneOf } from './import-status.ts';

/** Step one: the file. Below it, the imports there were. */
export default function ImportPage() {
  const t = useTranslations('clients');
  const formats = useFormats();
  const router = useRouter();
  const list = useApiPages(['client-imports'], (cursor) => clients.getImports({ cursor }));
  const upload = useApiMutation((file: File) => clients.uploadImport(file), {
    invalidate: [['client-imports']],
    onSuccess: ({ id }) => router.push(`/clients/import/${id}`),
  });
  return (
    <Page>
      <PageHeader
        title={t('pages.import')}
        description={t('import.text')}
        back={
          <Link href="/clients" className="hover:text-fg hover:underline">
            {t('pages.list')}
          </Link>
        }
      />
      <div className="max-w-[72ch]">
        {upload.isPending ? (
          <Progress label={t('import.reading')} value={null} detail="" />
        ) : (
          <FileDrop
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
            maxSize={50 * 1024 * 1024}
            title={t('import.drop')}
            hint={t('import.dropHint')}
            onFile={(file) => upload.mutate(file)}
          />
        )}
      </div>
      <h2 className="mt-8 mb-3 text-lg font-semibold">{t('import.earlier')}</h2>
      <ListState list={list} skeleton={<TableSkeleton />} empty={<p className="p-5 text-muted">{t('import.none')}</p>}>
        {(rows) => (
          <DataTable
            label={t('import.earlier')}
            rows={rows}
            rowId={({ id }) => String(id)}
            rowHref={({ id }) => `/clients/import/${id}`}
            columns={[
              { id: 'name', header: t('import.file'), card: 'title', cell: ({ name }) => <bdi>{name}</bdi> },
              {
                id: 'status',
                header: t('fields.status'),
                cell: ({ status }) => (
                  <Badge tone={toneOf(status)} dot>
                    {t(`import.status.${status}`)}
                  </Badge>
                ),
              },
              { id: 'rows', header: t('import.rows'), align: 'end', cell: ({ rowCount }) => formats.number(rowCount) },
              {
                id: 'createdAt',
                header: t('import.uploadedAt'),
                align: 'end',
                card: 'hidden',
                cell: ({ createdAt }) => formats.dateTime(createdAt),
              },
            ]}
          />
        )}
      </ListState>
    </Page>
  );
}
