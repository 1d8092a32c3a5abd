'use client';
import Link from 'next/link';
import { CircleCheckBig } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { EmptyState, ErrorState, Skeleton, useApiPages, useMe } from '@loctelli/core/web';
import { clients } from './api.ts';
import { TaskRow } from './tasks/task-row.tsx';
import { useLiveTasks } from './use-live-client.ts';

/** The user's next tasks, the most pressing first. */
export default function TasksWidget() {
  const t = useTranslations('clients.tasks');
  const me = useMe().user.id;
  useLiveTasks();
  const list = useApiPages(['tasks', 'widget', me], () => clients.getTasks({ assigneeId: me, limit: 6 }));
  if (list.error) return <ErrorState compact error={list.error} onRetry={list.refetch} />;
  if (list.isLoading) return <Skeleton className="h-60" />;
  if (list.rows.length === 0) return <EmptyState compact icon={<CircleCheckBig />} title={t('none')} />;
  return (
    <>
      <ul className="-my-1">
        {list.rows.map((task) => (
          <TaskRow key={task.id} task={task} withClient />
        ))}
      </ul>
      <Link href="/clients/tasks" className="mt-3 inline-block text-sm text-accent-text hover:underline">
        {t('more')}
      </Link>
    </>
  );
}
