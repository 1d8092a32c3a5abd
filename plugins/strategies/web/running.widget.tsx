'use client';
import { Route } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { EmptyState, ErrorState, Link, Skeleton, useApiQuery, useCan, useFormats } from '@loctelli/core/web';
import { strategies } from './api.ts';
import { keys, useLiveStrategies } from './use-strategies.ts';

const weekMs = 7 * 86_400_000;
const most = 4;

/** The strategies that run: how many clients are in each, and how many replied this week. */
export default function RunningWidget() {
  const t = useTranslations('strategies.widget');
  const formats = useFormats();
  const seesEnrolments = useCan('strategies.enrolments') !== null;
  const { data, error, refetch } = useApiQuery([...keys.list, 'running'], () => strategies.getStrategies({ status: 'active', limit: 50 }));
  const recent = useApiQuery(['strategies', 'widget', 'replied'], () => strategies.getEnrolments({ stopReason: 'reply', limit: 100 }), { enabled: seesEnrolments });
  useLiveStrategies();
  if (error && !data) return <ErrorState compact error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-36" />;
  if (data.items.length === 0) return <EmptyState compact icon={<Route />} title={t('none')} />;
  const replied = (recent.data?.items ?? []).filter(({ repliedAt }) => repliedAt && Date.now() - Date.parse(repliedAt) < weekMs);
  const busiest = [...data.items].sort((a, b) => b.results.live - a.results.live).slice(0, most);
  const live = data.items.reduce((sum, { results }) => sum + results.live, 0);
  return (
    <>
      <dl className="mb-2 flex gap-8">
        <div>
          <dd className="text-xl font-semibold tabular-nums">{formats.number(live)}</dd>
          <dt className="text-muted">{t('live')}</dt>
        </div>
        {seesEnrolments && (
          <div>
            <dd className="text-xl font-semibold tabular-nums">{formats.number(replied.length)}</dd>
            <dt className="text-muted">{t('replied')}</dt>
          </div>
        )}
      </dl>
      <ul className="-mx-2">
        {busiest.map(({ id, name, results }) => (
          <li key={id}>
            <Link href={seesEnrolments ? `/strategies/${id}/enrolments` : `/strategies/${id}`} className="flex min-h-8 items-center justify-between gap-3 rounded-md px-2 hover:bg-hover">
              <span className="min-w-0 truncate">{name}</span>
              <span className="shrink-0 text-sm text-muted tabular-nums">{t('counts', { live: results.live, replied: results.replied })}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
