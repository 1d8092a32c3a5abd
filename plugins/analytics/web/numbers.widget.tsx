'use client';
import { useTranslations } from 'next-intl';
import { ErrorState, Link, Skeleton, useApiQuery } from '@loctelli/core/web';
import type { RangeChoice } from '../contract.ts';
import { analytics } from './api.ts';
import { useAnswers, useDashboards } from './data/use-analytics.ts';
import { useNumbers } from './data/use-numbers.ts';

const range: RangeChoice = { preset: 'last30', compare: 'previous' };
const most = 4;

/** The first numbers of the reader's first dashboard, of the last thirty days. */
export default function NumbersWidget() {
  const t = useTranslations('analytics.widgets');
  const numbers = useNumbers();
  const dashboards = useDashboards();
  const first = dashboards.data?.items[0];
  const start = useApiQuery(['analytics', 'start'], () => analytics.getStartDashboard(), { enabled: dashboards.data?.items.length === 0 });
  const tiles = (first?.tiles ?? start.data?.tiles)?.filter(({ kind }) => kind === 'kpi').slice(0, most);
  const answers = useAnswers(range, {}, tiles ?? []);
  const error = dashboards.error ?? start.error ?? answers.error;
  if (error) return <ErrorState compact error={error} onRetry={() => void (dashboards.error ? dashboards.refetch() : answers.refetch())} />;
  if (tiles?.length === 0) return <p className="text-muted">{t('nothing')}</p>;
  if (!answers.data) return <Skeleton className="h-24 w-full" />;
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4">
      {answers.data.items.flatMap((answer) =>
        answer.metrics.slice(0, 1).map((metric) => {
          const { value, previous } = answer.totals[0]!;
          const change = numbers.change(value, previous, metric);
          return (
            <div key={answer.tileId} className="min-w-0">
              <dt className="truncate text-sm text-muted">{metric.title}</dt>
              <dd>
                <Link href={first ? `/analytics?dashboard=${first.id}` : '/analytics'} className="text-lg font-semibold tabular-nums hover:underline">
                  <bdi>{numbers.say(value, metric)}</bdi>
                </Link>
                {change && <bdi className="ms-2 text-sm text-muted tabular-nums">{change.text}</bdi>}
              </dd>
            </div>
          );
        }),
      )}
    </dl>
  );
}
