'use client';
import { useQueryClient } from '@tanstack/react-query';
import { coreApi } from '../../api-client/core-api.ts';
import { useApiMutation, useApiPages, useApiQuery } from '../../data/query.tsx';

const key = ['core', 'notifications'];
export const unreadKey = [...key, 'unread'];
export const listKey = [...key, 'list'];

/** How many notifications wait to be read. */
export function useUnread(): number {
  return useApiQuery(unreadKey, async () => (await coreApi.notifications.getNotifications({ limit: 1 })).unread).data ?? 0;
}

/** The user's notifications, newest first. */
export const useNotificationList = (unread: boolean) =>
  useApiPages([...listKey, { unread }], (cursor) => coreApi.notifications.getNotifications({ cursor, limit: 20, unread: unread || undefined }));

/** Marks notifications as read, at once on the screen: the ones named, or all. */
export function useMarkRead() {
  const client = useQueryClient();
  return useApiMutation(
    (ids: number[] | 'all') => {
      client.setQueryData<number>(unreadKey, (count = 0) => (ids === 'all' ? 0 : Math.max(0, count - ids.length)));
      return coreApi.notifications.readNotifications(ids === 'all' ? undefined : ids);
    },
    { invalidate: [key], onFailure: () => void client.invalidateQueries({ queryKey: key }) },
  );
}
