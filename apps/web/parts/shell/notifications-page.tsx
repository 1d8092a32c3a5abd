'use client';
import { useState } from 'react';
import { BellOff, CheckCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, cn, EmptyState, ListState, Page, PageHeader, Skeleton } from '@loctelli/core/web';
import { NotificationRows } from '../../../../core/web/shell/bell/notification-rows.tsx';
import { useMarkRead, useNotificationList } from '../../../../core/web/shell/bell/use-notification-list.ts';
import { useUnread } from '../../../../core/web/shell/bell/use-notifications.ts';

/** All that was told to the user, newest first. */
export function NotificationsPage() {
  const t = useTranslations('core.notifications');
  const [only, setOnly] = useState(false);
  const list = useNotificationList(only);
  const unread = useUnread();
  const read = useMarkRead();
  const skeleton = (
    <div aria-busy className="flex flex-col gap-6 rounded-lg border bg-surface p-5">
      {[1, 2, 3, 4, 5, 6].map((row) => (
        <div key={row} className="flex flex-col gap-2">
          <Skeleton className="h-3.5 w-3/5" />
          <Skeleton className="h-3 w-24" />
        </div>
      ))}
    </div>
  );
  const empty = <EmptyState icon={<BellOff />} title={t(only ? 'unreadEmptyTitle' : 'emptyTitle')}>{t(only ? 'unreadEmptyText' : 'emptyText')}</EmptyState>;
  return (
    <Page narrow>
      <PageHeader
        title={t('title')}
        count={unread > 0 ? t('count', { count: unread }) : undefined}
        actions={
          unread > 0 && (
            <Button onClick={() => read.mutate('all')}>
              <CheckCheck aria-hidden />
              {t('markAll')}
            </Button>
          )
        }
      />
      <div role="group" aria-label={t('show')} className="mb-3 flex gap-1">
        {([false, true] as const).map((value) => (
          <Button key={String(value)} variant="ghost" size="sm" aria-pressed={only === value} onClick={() => setOnly(value)} className={cn('text-muted', only === value && 'bg-hover text-fg')}>
            {t(value ? 'filterUnread' : 'filterAll')}
          </Button>
        ))}
      </div>
      <ListState list={list} skeleton={skeleton} empty={empty}>
        {(rows) => (
          <div className="rounded-lg border bg-surface p-2">
            <NotificationRows rows={rows} />
          </div>
        )}
      </ListState>
    </Page>
  );
}
