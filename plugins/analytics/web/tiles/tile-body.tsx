'use client';
import { useTranslations } from 'next-intl';
import { FunnelChart } from '@loctelli/core/web';
import { useNumbers } from '../data/use-numbers.ts';
import { ChartTile } from './chart-tile.tsx';
import { GoalView, openedOf } from './goal-tile.tsx';
import { KpiTile } from './kpi-tile.tsx';
import { ListTile } from './list-tile.tsx';
import type { TileProps } from './types.ts';

/** What a tile shows, by its kind. */
export function TileBody(props: TileProps) {
  const t = useTranslations('analytics.public.tile');
  const numbers = useNumbers();
  const { tile, answer, title, onOpen } = props;
  if (answer.problem) return <p className="text-muted">{t(answer.problem === 'no-goal' ? 'noGoal' : 'noMetric')}</p>;
  if (answer.goal) {
    const { goal } = answer;
    return <GoalView goal={goal} onOpen={onOpen && (() => onOpen(openedOf(goal)))} />;
  }
  if (tile.kind === 'kpi') return <KpiTile {...props} />;
  if (tile.kind === 'funnel') {
    const steps = answer.metrics.map((metric, index) => ({ label: metric.title, value: answer.totals[index]?.value ?? 0 }));
    return (
      <>
        <FunnelChart label={title} valueLabel={t(answer.distinct ? 'clients' : 'count')} steps={steps} onPick={onOpen && ((index) => onOpen({ metric: answer.metrics[index]!.name, where: tile.where }))} />
        <p className="mt-3 text-sm text-muted">{t(answer.distinct ? 'funnelDistinct' : 'funnelCounts')}</p>
      </>
    );
  }
  const nothing = answer.groups.length === 0 && !answer.series.some(({ values }) => values.some((value) => value));
  if (nothing) return <p className="py-6 text-center text-muted">{t('nothing', { range: numbers.days(props.range.fromDay, props.range.toDay) })}</p>;
  return tile.kind === 'line' || tile.kind === 'bar' ? <ChartTile {...props} /> : <ListTile {...props} />;
}
