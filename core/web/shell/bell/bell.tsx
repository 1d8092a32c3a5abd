'use client';
import { Suspense, useEffect, useState } from 'react';
import { clsx } from 'clsx';
import { Bell as BellIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useQueryClient } from '@tanstack/react-query';
import type { Notification } from '@loctelli/core';
import { useLive } from '../../data/live.tsx';
import { useFormats } from '../../i18n/formats.ts';
import { late } from '../../slots/late.tsx';
import { buttonClass } from '../../ui/button-class.ts';
import { useLatePopup } from '../late-popup.ts';
import { useKindText } from './notification-text.ts';
import { listKey, unreadKey, useUnread } from './use-notifications.ts';

const Panel = late(() => import('./notification-panel.tsx'));

/** The bell with how many notifications wait; what arrives while it is drawn is also spoken. */
export function Bell({ side = 'bottom' }: { side?: 'bottom' | 'end' }) {
  const t = useTranslations('core.notifications');
  const formats = useFormats();
  const unread = useUnread();
  const { button, wanted, popup } = useLatePopup('dialog', Panel.preload);
  return (
    <>
      <button type="button" {...button} aria-label={t('bell', { count: unread })} className={clsx(buttonClass('ghost', 'icon'), 'text-muted')}>
        <BellIcon aria-hidden />
        {unread > 0 && (
          <span aria-hidden className="absolute -end-0.5 top-0 grid h-4 min-w-4 place-items-center rounded-full bg-accent px-1 text-[0.625rem] leading-none font-semibold text-on-accent tabular-nums">
            {unread > 99 ? `${formats.number(99)}+` : formats.number(unread)}
          </span>
        )}
      </button>
      {wanted && (
        <Suspense>
          <Panel {...popup} side={side} />
        </Suspense>
      )}
    </>
  );
}

/** Hears notifications for the whole tab, once: counts them, speaks them, and writes the count into the tab's title. */
export function NotificationEars() {
  const client = useQueryClient();
  const describe = useKindText('notifications');
  const unread = useUnread();
  const [spoken, setSpoken] = useState('');
  useLive<Notification>('core.notification', (notification) => {
    client.setQueryData<number>(unreadKey, (count = 0) => count + 1);
    void client.invalidateQueries({ queryKey: listKey });
    setSpoken(describe(notification.kind, notification.params ?? {}));
  });
  useTitleCount(unread);
  return (
    <p aria-live="polite" className="sr-only">
      {spoken}
    </p>
  );
}

/** `(3) Clients · Acme`: kept while the pages write their own titles. */
function useTitleCount(count: number): void {
  useEffect(() => {
    const write = () => {
      const plain = document.title.replace(/^\(\d+\+?\) /, '');
      const wanted = count > 0 ? `(${count > 99 ? '99+' : count}) ${plain}` : plain;
      if (plain && document.title !== wanted) document.title = wanted;
    };
    write();
    const observer = new MutationObserver(write);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [count]);
}
