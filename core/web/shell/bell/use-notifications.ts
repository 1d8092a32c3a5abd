'use client';
import { notifications } from '../../api-client/personal-api.ts';
import { useApiQuery } from '../../data/query.tsx';

export const notificationKey = ['core', 'notifications'];
export const unreadKey = [...notificationKey, 'unread'];
export const listKey = [...notificationKey, 'list'];

/** How many notifications wait to be read. */
export function useUnread(): number {
  return useApiQuery(unreadKey, async () => (await notifications.getNotifications({ limit: 1 })).unread).data ?? 0;
}
