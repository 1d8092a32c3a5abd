'use client';
import { ChartColumn } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Card, EmptyState, ErrorState, Link, Select, Skeleton, useApiQuery, useFormats } from '@loctelli/core/web';
import type { Strategy, StrategyResults } from '../../contract.ts';
import { strategies } from '../api.ts';
import { useAddress } from '../use-address.ts';
import { keys } from '../use-strategies.ts';
import { Funnel } from './funnel.tsx';
import { StepResults } from './step-results.tsx';
import { VersionResults } from './version-results.tsx';

const parts = ['number'] as const;

/** The way from enrolment to won, for one version or all. */
export function Results({ strategy }: { strategy: Strategy }) {
  const t = useTranslations('strategies.results');
  const { address, set } = useAddress(parts);
  const number = address.number ? Number(address.number) : undefined;
  const { data, error, refetch } = useApiQuery([...keys.results(strategy.id), number], () => strategies.getResults(strategy.id, number === undefined ? {} : { number }), { keep: true });
  const versions = useApiQuery(keys.versions(strategy.id), () => strategies.getVersions(strategy.id)).data?.items ?? [];
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <div aria-busy><Skeleton className="h-72 rounded-lg" /></div>;
  if (data.enrolled === 0 && number === undefined)
    return (
      <div className="rounded-lg border bg-surface">
        <EmptyState icon={<ChartColumn />} title={t('emptyTitle')}>
          {t('emptyText')}
        </EmptyState>
      </div>
    );
  return (
    <div className="flex flex-col gap-5">
      {versions.length > 1 && (
        <Select
          className="w-52"
          aria-label={t('version')}
          value={address.number ?? 'all'}
          onChange={(next) => set({ number: next === 'all' ? undefined : next })}
          options={[{ value: 'all', label: t('allVersions') }, ...versions.map((version) => ({ value: String(version.number), label: `${t('version')} ${version.number}` }))]}
        />
      )}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Card title={t('funnel')} description={t('funnelText')}>
          <Funnel results={data} strategyId={strategy.id} />
        </Card>
        <Card title={t('stops')}>
          <Stops results={data} strategyId={strategy.id} />
        </Card>
      </div>
      <StepResults steps={data.steps} />
      {data.versions.length > 1 && <VersionResults versions={data.versions} strategyId={strategy.id} />}
    </div>
  );
}

function Stops({ results, strategyId }: { results: StrategyResults; strategyId: number }) {
  const t = useTranslations('strategies.results');
  const words = useTranslations('strategies.stops');
  const formats = useFormats();
  if (results.stops.length === 0) return <p className="text-muted">{t('noStops')}</p>;
  return (
    <ul className="-mx-2">
      {results.stops.map(({ reason, count }) => (
        <li key={reason}>
          <Link href={`/strategies/${strategyId}/enrolments?reason=${reason}`} className="flex min-h-8 items-center justify-between gap-3 rounded-md px-2 hover:bg-hover">
            <span className="min-w-0 truncate">{words.has(reason) ? words(reason) : reason}</span>
            <span className="tabular-nums">{formats.number(count)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
