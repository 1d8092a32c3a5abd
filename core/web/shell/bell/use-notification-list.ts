'use client';
import { useQueryClient } from '@tanstack/react-query';
import { notifications } from '../../api-client/personal-api.ts';
import { useApiPages } from '../../data/pages.ts';
import { useApiMutation } from '../../data/mutation.ts';
import { listKey, notificationKey, unreadKey } from './use-notifications.ts';

/** The user's notifications, newest first. */
export const useNotificationList = (unread: boolean) =>
  useApiPages([...listKey, { unread }], (cursor) => notifications.getNotifications({ cursor, limit: 20, unread: unread || undefined }));

/** Marks notifications as read, at once on the screen: the ones named, or all. */
export function useMarkRead() {
  const client = useQueryClient();
  return useApiMutation(
    (ids: number[] | 'all') => {
      client.setQueryData<number>(unreadKey, (count = 0) => (ids === 'all' ? 0 : Math.max(0, count - ids.length)));
      return notifications.readNotifications(ids === 'all' ? undefined : ids);
    },
    { invalidate: [notificationKey], onFailure: () => void client.invalidateQueries({ queryKey: notificationKey }) },
  );
}
