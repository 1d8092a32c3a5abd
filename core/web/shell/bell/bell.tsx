'use client';
import { Suspense } from 'react';
import { clsx } from 'clsx';
import { Bell as BellIcon } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { late } from '../../slots/late.tsx';
import { buttonClass } from '../../ui/button-class.ts';
import { useLatePopup } from '../late-popup.ts';
import { useUnread } from './use-notifications.ts';

const Panel = late(() => import('./notification-panel.tsx'));

/** The bell with how many notifications wait. */
export function Bell({ side = 'bottom' }: { side?: 'bottom' | 'end' }) {
  const t = useTranslations('core.notifications');
  const number = new Intl.NumberFormat(useLocale());
  const unread = useUnread();
  const { button, wanted, popup } = useLatePopup('dialog', Panel.preload);
  return (
    <>
      <button type="button" {...button} aria-label={t('bell', { count: unread })} className={clsx(buttonClass('ghost', 'icon'), 'text-muted')}>
        <BellIcon aria-hidden />
        {unread > 0 && (
          <span aria-hidden className="absolute -end-0.5 top-0 grid h-4 min-w-4 place-items-center rounded-full bg-accent px-1 text-[0.625rem] leading-none font-semibold text-on-accent tabular-nums">
            {unread > 99 ? `${number.format(99)}+` : number.format(unread)}
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
