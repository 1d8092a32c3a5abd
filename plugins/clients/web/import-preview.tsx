'use client';
import { useTranslations } from 'next-intl';
import { Badge, cn, DataTable, useFormats, type Tone } from '@loctelli/core/web';
import type { ClientImportPreview, RowReason } from '../contract.ts';

const outcomes = ['create', 'update', 'skip', 'fail'] as const;
const tones: Record<(typeof outcomes)[number], Tone> = { create: 'success', update: 'info', skip: 'neutral', fail: 'danger' };

/** What would become of the first rows, and why some would not be taken. */
export function ImportPreview({ preview, refreshing }: { preview: ClientImportPreview; refreshing: boolean }) {
  const t = useTranslations('clients');
  const formats = useFormats();
  return (
    <div
      className={cn('grid gap-4 p-5 transition-opacity duration-150', refreshing && 'opacity-60')}
      aria-busy={refreshing}
      aria-live="polite"
    >
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {outcomes.map((outcome) => (
          <li key={outcome} className="flex items-center gap-2">
            <span className="text-lg font-semibold tabular-nums">{formats.number(preview.counts[outcome])}</span>
            <Badge tone={tones[outcome]}>{t(`import.outcomes.${outcome}`)}</Badge>
          </li>
        ))}
      </ul>
      <DataTable
        label={t('import.preview')}
        rows={preview.rows}
        rowId={({ row }) => String(row)}
        columns={[
          {
            id: 'row',
            header: t('import.row'),
            card: 'hidden',
            cell: ({ row }) => <span className="text-muted tabular-nums">{formats.number(row)}</span>,
          },
          {
            id: 'name',
            header: t('fields.name'),
            card: 'title',
            cell: ({ name }) => (
              <span className="block truncate sm:max-w-48">
                <bdi>{name}</bdi>
              </span>
            ),
          },
          {
            id: 'contact',
            header: t('import.contact'),
            card: 'bare',
            cell: ({ email, phone }) => (
              <span className="block truncate sm:max-w-56">
                <bdi>{email ?? phone}</bdi>
              </span>
            ),
          },
          {
            id: 'outcome',
            header: t('import.outcome'),
            card: 'bare',
            cell: ({ outcome, reasons }) => (
              <span className="grid justify-items-start gap-1">
                <Badge tone={tones[outcome]}>{t(`import.outcomes.${outcome}`)}</Badge>
                {reasons.map((reason, index) => (
                  <Why key={index} {...reason} />
                ))}
              </span>
            ),
          },
        ]}
      />
    </div>
  );
}

/** The file's own words are set apart, for they may run the other way. */
function Why({ column, code, value }: RowReason) {
  const t = useTranslations('clients.import.reasons');
  return (
    <span className="text-sm text-danger-text">
      {column && (
        <>
          <bdi>{column}</bdi>:{' '}
        </>
      )}
      {t(code as never)} {value && <bdi>“{value}”</bdi>}
    </span>
  );
}
