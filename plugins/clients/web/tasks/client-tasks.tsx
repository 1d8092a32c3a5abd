'use client';
import { useTranslations } from 'next-intl';
import { Card, ErrorState, Pagination, Skeleton, useApiPages } from '@loctelli/core/web';
import { clients } from '../api.ts';
import { TaskRow } from './task-row.tsx';

/** What is still to be done about a client. */
export function ClientTasks({ clientId, readOnly }: { clientId: number; readOnly: boolean }) {
  const t = useTranslations('clients.tasks');
  const list = useApiPages(['client', clientId, 'tasks'], (cursor) => clients.getTasks({ clientId, cursor, limit: 10 }));
  return (
    <Card title={t('title')} actions={list.total && list.total.count > 0 && <span className="text-sm text-muted tabular-nums">{list.total.count}</span>}>
      {list.error ? (
        <ErrorState compact error={list.error} onRetry={list.refetch} />
      ) : list.isLoading ? (
        <Skeleton className="h-16" />
      ) : list.rows.length === 0 ? (
        <p className="text-muted">{t('none')}</p>
      ) : (
        <>
          <ul className="-my-1.5">
            {list.rows.map((task) => (
              <TaskRow key={task.id} task={task} readOnly={readOnly} />
            ))}
          </ul>
          {list.hasMore && <Pagination shown={list.rows.length} total={list.total} hasMore onMore={list.loadMore} busy={list.isLoadingMore} />}
        </>
      )}
    </Card>
  );
}
