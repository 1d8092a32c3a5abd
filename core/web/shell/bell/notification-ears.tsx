'use client';
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Notification } from '@loctelli/core';
import { useLive } from '../../data/live.tsx';
import { useTitleCount } from '../title-count.ts';
import { useKindText } from './notification-text.ts';
import { listKey, unreadKey, useUnread } from './use-notifications.ts';

/** Hears notifications for the whole tab, once: counts them, speaks them, and writes the count into the tab's title. */
export default function NotificationEars() {
  const client = useQueryClient();
  const describe = useKindText('notifications');
  const unread = useUnread();
  const [spoken, setSpoken] = useState('');
  useLive<Notification>('core.notification', (notification) => {
    client.setQueryData<number>(unreadKey, (count = 0) => count + 1);
    void client.invalidateQueries({ queryKey: listKey });
    setSpoken(describe(notification.kind, notification.params ?? {}));
  });
  useTitleCount(unread, 'bell');
  return (
    <p aria-live="polite" className="sr-only">
      {spoken}
    </p>
  );
}
