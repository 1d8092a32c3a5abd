'use client';
import { useTranslations } from 'next-intl';
import { DataTable, useFormats } from '@loctelli/core/web';
import type { StrategyResults } from '../../contract.ts';
import { useCountColumns } from './rates.tsx';

type Version = StrategyResults['versions'][number];

/** One version against another. */
export function VersionResults({ versions, strategyId }: { versions: readonly Version[]; strategyId: number }) {
  const t = useTranslations('strategies.results');
  const formats = useFormats();
  const counts = useCountColumns<Version>();
  const nameOf = ({ number }: Version) => `${t('version')} ${number}`;
  return (
    <section>
      <h2 className="mb-2 font-semibold">{t('perVersion')}</h2>
      <DataTable
        label={t('perVersion')}
        rows={versions}
        rowId={({ number }) => String(number)}
        rowLabel={nameOf}
        rowHref={({ number }) => `/strategies/${strategyId}/enrolments?number=${number}`}
        columns={[{ id: 'version', header: t('version'), card: 'title', cell: nameOf }, { id: 'enrolled', header: t('enrolled'), align: 'end', cell: ({ enrolled }) => formats.number(enrolled) }, ...counts]}
      />
    </section>
  );
}
