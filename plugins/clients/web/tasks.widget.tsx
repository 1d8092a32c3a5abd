'use client';
import { CircleCheckBig } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { EmptyState, ErrorState, Link, Skeleton, useApiPages, useMe } from '@loctelli/core/web';
import { clients } from './api.ts';
import { TaskLine } from './tasks/task-line.tsx';
import { useLiveTasks } from './use-live-client.ts';

/** The user's next tasks, the most pressing first. */
export default function TasksWidget() {
  const t = useTranslations('clients.tasks');
  const me = useMe().user.id;
  useLiveTasks();
  const list = useApiPages(['tasks', 'widget', me], () => clients.getTasks({ assigneeId: me, limit: 5 }));
  if (list.error) return <ErrorState compact error={list.error} onRetry={list.refetch} />;
  if (list.isLoading) return <Skeleton className="h-60" />;
  if (list.rows.length === 0) return <EmptyState compact icon={<CircleCheckBig />} title={t('none')} />;
  return (
    <>
      <ul className="-my-1">
        {list.rows.map((task) => (
          <TaskLine key={task.id} task={task} />
        ))}
      </ul>
      <Link href="/clients/tasks" className="mt-2 inline-flex min-h-6 items-center text-sm text-accent-text hover:underline">
        {t('more')}
      </Link>
    </>
  );
}
