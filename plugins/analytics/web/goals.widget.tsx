'use client';
import { useTranslations } from 'next-intl';
import { ErrorState, Link, Skeleton } from '@loctelli/core/web';
import { useGoals } from './data/use-analytics.ts';
import { GoalView } from './tiles/goal-tile.tsx';

/** The goals, those that are behind first. */
export default function GoalsWidget() {
  const t = useTranslations('analytics.widgets');
  const goals = useGoals();
  if (goals.error) return <ErrorState compact error={goals.error} onRetry={() => void goals.refetch()} />;
  if (!goals.data) return <Skeleton className="h-40 w-full" />;
  if (goals.data.items.length === 0)
    return (
      <p className="text-muted">
        {t('noGoals')}{' '}
        <Link href="/analytics/goals" className="text-accent-text hover:underline">
          {t('setGoal')}
        </Link>
      </p>
    );
  const order = ['behind', 'missed', 'onTrack', 'reached'];
  return (
    <ul className="flex flex-col gap-5">
      {[...goals.data.items]
        .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
        .slice(0, 4)
        .map((goal) => (
          <li key={goal.id}>
            <Link href="/analytics/goals" className="mb-1 block truncate text-sm font-medium hover:underline">
              {goal.name}
            </Link>
            <GoalView goal={goal} compact />
          </li>
        ))}
    </ul>
  );
}
