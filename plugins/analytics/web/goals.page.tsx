'use client';
import { lazy, Suspense, useState } from 'react';
import { Ellipsis, Pencil, Plus, Target, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Card, EmptyState, ErrorState, Link, Menu, Page, PageHeader, Skeleton, toast, useApiMutation, useCan, useShortcut } from '@loctelli/core/web';
import type { Goal, RangeChoice } from '../contract.ts';
import { analytics } from './api.ts';
import { useGoals } from './data/use-analytics.ts';
import { GoalView, openedOf } from './tiles/goal-tile.tsx';
import { RowsDrawer } from './tiles/rows-drawer.tsx';
import type { Opened } from './tiles/types.ts';

const GoalForm = lazy(async () => ({ default: (await import('./goals/goal-form.tsx')).GoalForm }));

/** What a goal opens names its own days. */
const anyDays: RangeChoice = { preset: 'thisMonth', compare: 'none' };

/** The goals, each with its pace. */
export default function GoalsPage() {
  const t = useTranslations('analytics.goals');
  const pages = useTranslations('analytics.pages');
  const ui = useTranslations('core.ui');
  const goals = useGoals();
  const mayManage = useCan('analytics.manage') !== null;
  const [editing, setEditing] = useState<Goal | 'new' | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const keys = [
    ['analytics', 'goals'],
    ['analytics', 'answers'],
  ];
  const create = useApiMutation(({ name, metric, where, target, direction, period }: Goal) => analytics.createGoal({ name, metric, where, target, direction, period }), { invalidate: keys });
  const remove = useApiMutation((goal: Goal) => analytics.deleteGoal(goal.id), { invalidate: keys, onSuccess: (_, goal) => toast.show(t('deleted', { name: goal.name }), { undo: { label: ui('undo'), run: () => create.mutate(goal) } }) });
  useShortcut(mayManage ? { keys: 'c', label: t('new'), run: () => setEditing('new'), scope: 'page' } : null);
  const add = mayManage && (
    <Button variant="primary" onClick={() => setEditing('new')}>
      <Plus aria-hidden />
      {t('new')}
    </Button>
  );
  return (
    <Page>
      <PageHeader
        title={pages('goals')}
        back={
          <Link href="/analytics" className="hover:text-fg hover:underline">
            {pages('dashboards')}
          </Link>
        }
        actions={goals.data && goals.data.items.length > 0 && add}
      />
      {goals.error ? (
        <ErrorState error={goals.error} onRetry={() => void goals.refetch()} />
      ) : !goals.data ? (
        <div aria-busy className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
          {[0, 1, 2].map((place) => (
            <Skeleton key={place} className="h-56 rounded-lg" />
          ))}
        </div>
      ) : goals.data.items.length === 0 ? (
        <EmptyState icon={<Target />} title={t('emptyTitle')} action={add}>
          {t('emptyText')}
        </EmptyState>
      ) : (
        <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
          {goals.data.items.map((goal) => (
            <Card
              key={goal.id}
              title={goal.name}
              description={t('of', { metric: goal.metricTitle, period: t(`periods.${goal.period}`) })}
              actions={
                mayManage && (
                  <Menu
                    groups={[{ items: [{ id: 'edit', label: t('change'), icon: <Pencil aria-hidden />, onSelect: () => setEditing(goal) }] }, { items: [{ id: 'delete', label: t('delete'), icon: <Trash2 aria-hidden />, danger: true, onSelect: () => remove.mutate(goal) }] }]}
                    trigger={
                      <Button variant="ghost" size="icon-sm" className="text-muted" aria-label={ui('rowActions', { name: goal.name })}>
                        <Ellipsis aria-hidden />
                      </Button>
                    }
                  />
                )
              }
            >
              <GoalView goal={goal} onOpen={() => setOpened(openedOf(goal))} />
            </Card>
          ))}
        </div>
      )}
      <RowsDrawer opened={opened} range={anyDays} filters={{}} onClose={() => setOpened(null)} />
      <Suspense>{editing && <GoalForm goal={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}</Suspense>
    </Page>
  );
}
