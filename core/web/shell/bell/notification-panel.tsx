'use client';
import { Popover } from '@base-ui/react/popover';
import { BellOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonClass } from '../../ui/button-class.ts';
import { cn } from '../../ui/cn.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { popupClass } from '../../ui/popup.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import type { PopupState } from '../late-popup.ts';
import { NotificationRows } from './notification-rows.tsx';
import { useMarkRead, useNotificationList } from './use-notification-list.ts';
import { useUnread } from './use-notifications.ts';

export default function NotificationPanel({ open, onOpenChange, anchor, side }: PopupState & { side: 'bottom' | 'end' }) {
  const t = useTranslations('core.notifications');
  const unread = useUnread();
  const read = useMarkRead();
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} side={side === 'end' ? 'inline-end' : 'bottom'} align="start" sideOffset={8} collisionPadding={8} className="z-10 outline-none">
          <Popover.Popup finalFocus={anchor} className={cn(popupClass, 'flex max-h-[min(32rem,var(--available-height))] w-[min(24rem,calc(100vw-1rem))] flex-col')}>
            <header className="flex min-h-12 items-center justify-between gap-3 border-b ps-4 pe-2">
              <Popover.Title className="font-semibold">{t('title')}</Popover.Title>
              {unread > 0 && (
                <button type="button" onClick={() => read.mutate('all')} className={buttonClass('ghost', 'sm')}>
                  {t('markAll')}
                </button>
              )}
            </header>
            <div className="min-h-0 flex-1 overflow-y-auto p-1">
              <Rows close={() => onOpenChange(false)} />
            </div>
            <footer className="border-t p-1">
              <Link href="/notifications" onClick={() => onOpenChange(false)} className={buttonClass('ghost', 'md', 'w-full')}>
                {t('all')}
              </Link>
            </footer>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Rows({ close }: { close: () => void }) {
  const t = useTranslations('core.notifications');
  const list = useNotificationList(false);
  if (list.error) return <ErrorState compact error={list.error} onRetry={list.refetch} />;
  if (list.isLoading)
    return (
      <div aria-busy className="flex flex-col gap-4 p-3">
        {[1, 2, 3, 4].map((row) => (
          <div key={row} className="flex flex-col gap-2">
            <Skeleton className="h-3.5 w-4/5" />
            <Skeleton className="h-3 w-20" />
          </div>
        ))}
      </div>
    );
  if (list.rows.length === 0) return <EmptyState compact icon={<BellOff />} title={t('emptyTitle')}>{t('emptyText')}</EmptyState>;
  return <NotificationRows rows={list.rows} onOpen={close} />;
}
