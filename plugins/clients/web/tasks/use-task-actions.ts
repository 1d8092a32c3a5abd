'use client';
import { useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { Page } from '@loctelli/core';
import { toast, useApiMutation, useInvalidate } from '@loctelli/core/web';
import type { ClientTask, ClientTaskUpdate } from '../../contract.ts';
import { clients } from '../api.ts';

type Pages = InfiniteData<Page<ClientTask>>;
interface Actions {
  toggle: (task: ClientTask) => void;
  change: (task: ClientTask, change: Pick<ClientTaskUpdate, 'dueAt'>) => void;
  remove: (task: ClientTask) => void;
}

/** Ticking off, moving and deleting tasks, each shown at once, and taken back from its toast. */
export function useTaskActions(): Actions {
  const t = useTranslations('clients');
  const queries = useQueryClient();
  const invalidate = useInvalidate();
  const lists = { predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] === 'tasks' || (queryKey[0] === 'client' && queryKey[2] === 'tasks') };
  const refresh = (clientId: number) => invalidate(['tasks'], ['client', clientId]);

  /** Shows a task otherwise, or not at all, in every list on the page. */
  const show = (id: number, as: ClientTask | null) =>
    queries.setQueriesData<Pages>(lists, (data) => {
      if (!data?.pages) return data;
      const items = (page: Page<ClientTask>) => page.items.flatMap((task) => (task.id !== id ? [task] : as ? [as] : []));
      return { ...data, pages: data.pages.map((page) => ({ ...page, items: items(page) })) };
    });
  const update = useApiMutation(({ task, ...input }: { task: ClientTask } & Omit<ClientTaskUpdate, 'version'>) => clients.updateTask(task.id, { version: task.version, ...input }), {
    onFailure: (_, { task }) => refresh(task.clientId),
    onSuccess: (saved, { task, done }) => {
      refresh(task.clientId);
      if (done === undefined) return;
      const back = async () => {
        await clients.updateTask(task.id, { version: (saved as ClientTask).version, done: !done });
        refresh(task.clientId);
      };
      if (done) toast.success(t('tasks.completed', { title: task.title }), { undo: { label: t('undo'), run: back } });
    },
  });
  const drop = useApiMutation((task: ClientTask) => clients.deleteTask(task.id), {
    onFailure: (_, task) => refresh(task.clientId),
    onSuccess: (_, { clientId, title, body, dueAt, assigneeId }) => {
      refresh(clientId);
      const back = async () => {
        await clients.createTask(clientId, { title, body, dueAt, assigneeId });
        refresh(clientId);
      };
      toast.success(t('tasks.deleted'), { description: title, undo: { label: t('undo'), run: back } });
    },
  });
  return {
    toggle: (task) => {
      const done = task.completedAt === null;
      show(task.id, { ...task, completedAt: done ? new Date().toISOString() : null });
      update.mutate({ task, done });
    },
    change: (task, change) => {
      show(task.id, { ...task, ...change } as ClientTask);
      update.mutate({ task, ...change });
    },
    remove: (task) => {
      show(task.id, null);
      drop.mutate(task);
    },
  };
}
