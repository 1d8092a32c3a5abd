'use client';
import { useMemo, useState } from 'react';
import { Building2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { DataTable, EmptyState, ErrorState, Link, Page, PageHeader, Skeleton, useApiQuery, type Column } from '@loctelli/core/web';
import type { AgencyAnswer, AgencyAskInput, RangeChoice } from '../contract.ts';
import { analytics } from './api.ts';
import { RangeControl } from './dashboard/range-control.tsx';
import { useNumbers } from './data/use-numbers.ts';
import { MetricPicker } from './editor/metric-picker.tsx';

type Item = AgencyAnswer['items'][number];

/** The tenants below an agency, side by side: totals, and none of their rows. */
export default function AgencyPage() {
  const t = useTranslations('analytics.agency');
  const pages = useTranslations('analytics.pages');
  const numbers = useNumbers();
  const locale = useLocale() as NonNullable<AgencyAskInput['locale']>;
  const [range, setRange] = useState<RangeChoice>({ preset: 'last30', compare: 'previous' });
  const [chosen, setChosen] = useState<string[] | null>(null);
  const [sort, setSort] = useState<{ id: string; direction: 'asc' | 'desc' } | null>(null);
  const metrics = useApiQuery(['analytics', 'agency', 'metrics', locale], () => analytics.getAgencyMetrics({ locale }));
  const names = chosen ?? (metrics.data?.items ?? []).slice(0, 4).map(({ name }) => name);
  const answer = useApiQuery(['analytics', 'agency', range, names, locale], () => analytics.compareTenants({ range, metrics: names, locale }), { enabled: names.length > 0, keep: true });
  const { data } = answer;
  const rows = useMemo(() => sorted(data, sort), [data, sort]);
  const columns: Column<Item>[] = [
    { id: 'name', header: t('tenant'), card: 'title', sortable: true, cell: ({ name }) => name },
    ...(data?.metrics ?? []).map(
      (metric, index): Column<Item> => ({
        id: metric.name,
        header: metric.title,
        align: 'end',
        sortable: true,
        cell: ({ values }) => <Figures figures={values[index] ?? null} metric={metric} compare={data!.range.compare !== null} />,
      }),
    ),
  ];
  const failed = metrics.error ?? answer.error;
  return (
    <Page>
      <PageHeader
        title={pages('agency')}
        description={data ? t('text', { range: numbers.days(data.range.fromDay, data.range.toDay), zone: data.range.zone }) : undefined}
        back={
          <Link href="/analytics" className="hover:text-fg hover:underline">
            {pages('dashboards')}
          </Link>
        }
        actions={<RangeControl value={range} resolved={data?.range} onChange={setRange} />}
      />
      {failed ? (
        <ErrorState error={failed} onRetry={() => void (metrics.error ? metrics.refetch() : answer.refetch())} />
      ) : !metrics.data || (names.length > 0 && !data) ? (
        <div aria-busy className="grid gap-2">
          {[0, 1, 2, 3].map((row) => (
            <Skeleton key={row} className="h-12" />
          ))}
        </div>
      ) : metrics.data.items.length === 0 || data?.items.length === 0 ? (
        <EmptyState icon={<Building2 />} title={t('emptyTitle')}>
          {t('emptyText')}
        </EmptyState>
      ) : (
        data && (
          <>
            <div className="mb-4 max-w-sm">
              <MetricPicker label={t('numbers')} metrics={metrics.data.items} value={names} several onChange={(next) => next.length && setChosen(next)} />
            </div>
            <dl className="mb-4 grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
              {data.metrics.map((metric, index) => (
                <div key={metric.name} className="rounded-lg border bg-surface px-5 py-4">
                  <dt className="text-sm text-muted">{t('together', { metric: metric.title })}</dt>
                  <dd className="mt-1 text-xl font-semibold">
                    <Figures figures={data.totals[index]!} metric={metric} compare={data.range.compare !== null} />
                  </dd>
                </div>
              ))}
            </dl>
            <DataTable label={pages('agency')} rows={rows} rowId={({ tenantId }) => String(tenantId)} columns={columns} sort={sort} onSort={setSort} refreshing={answer.isPlaceholderData} />
          </>
        )
      )}
    </Page>
  );
}

/** A number and what became of it; of money one per currency. */
function Figures({ figures, metric, compare }: { figures: AgencyAnswer['totals'][number] | null; metric: AgencyAnswer['metrics'][number]; compare: boolean }) {
  const t = useTranslations('analytics.agency');
  const numbers = useNumbers();
  if (!figures) return <span className="text-sm font-normal text-subtle">{t('off')}</span>;
  return figures.map(({ value, previous, currency }) => {
    const change = compare ? numbers.change(value, previous, metric) : null;
    return (
      <span key={currency ?? ''} className="block tabular-nums">
        <bdi>{numbers.say(value, { ...metric, currency })}</bdi> {change && <bdi className="text-sm font-normal text-muted">{change.text}</bdi>}
      </span>
    );
  });
}

function sorted(data: AgencyAnswer | undefined, sort: { id: string; direction: 'asc' | 'desc' } | null): Item[] {
  if (!data || !sort) return data?.items ?? [];
  const index = data.metrics.findIndex(({ name }) => name === sort.id);
  const way = sort.direction === 'asc' ? 1 : -1;
  const value = (item: Item) => item.values[index]?.[0]?.value ?? -Infinity;
  // Amounts are compared among those of their currency.
  const currency = (item: Item) => item.values[index]?.[0]?.currency ?? '';
  return [...data.items].sort((a, b) => (index < 0 ? way * a.name.localeCompare(b.name) : currency(b).localeCompare(currency(a)) || way * (value(a) - value(b))));
}
