'use client';
import { useMemo } from 'react';
import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import type { Notification } from '@loctelli/core';
import { useFormats, type Formats } from '../../i18n/formats.ts';
import { Link } from '../../ui/link.tsx';
import { useKindText } from './notification-text.ts';
import { useMarkRead } from './use-notification-list.ts';

/** Notifications by day. Opening one marks it as read. */
export function NotificationRows({ rows, onOpen }: { rows: Notification[]; onOpen?: () => void }) {
  const t = useTranslations('core.notifications');
  const formats = useFormats();
  const describe = useKindText('notifications');
  const read = useMarkRead();
  const days = useMemo(() => byDay(rows, formats), [rows, formats]);
  return days.map(({ day, date, entries }) => (
    <section key={day} aria-label={date} className="mb-2 last:mb-0">
      <h2 className="px-3 pt-2 pb-1 text-xs font-medium text-muted">{t.has(`day.${day}`) ? t(`day.${day}`) : date}</h2>
      <ul>
        {entries.map((entry) => {
          const content = (
            <>
              <span aria-hidden className={clsx('mt-1.5 size-2 shrink-0 rounded-full', entry.readAt ? 'bg-transparent' : 'bg-accent')} />
              <span className="min-w-0 flex-1">
                <span className={clsx('block text-pretty break-words', !entry.readAt && 'font-medium')}>
                  {!entry.readAt && <span className="sr-only">{t('isUnread')} </span>}
                  {describe(entry.kind, entry.params)}
                </span>
                <time dateTime={entry.createdAt} title={formats.dateTime(entry.createdAt)} className="block text-sm text-muted">
                  {formats.relative(entry.createdAt)}
                </time>
              </span>
            </>
          );
          const open = () => {
            if (!entry.readAt) read.mutate([entry.id]);
            onOpen?.();
          };
          const className = 'flex w-full gap-2.5 rounded-md px-3 py-2 text-start hover:bg-hover';
          return (
            <li key={entry.id}>
              {entry.href ? (
                <Link href={entry.href} onClick={open} className={className}>
                  {content}
                </Link>
              ) : (
                <button type="button" onClick={() => !entry.readAt && read.mutate([entry.id])} className={className}>
                  {content}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  ));
}

interface Day {
  day: string;
  date: string;
  entries: Notification[];
}

/** In the reader's zone; the last two days have names of their own. */
function byDay(rows: Notification[], formats: Formats): Day[] {
  const now = Date.now();
  const names = new Map([
    [formats.date(now - 86_400_000), 'yesterday'],
    [formats.date(now), 'today'],
  ]);
  const days: Day[] = [];
  for (const entry of rows) {
    const date = formats.date(entry.createdAt);
    if (days.at(-1)?.date !== date) days.push({ day: names.get(date) ?? entry.createdAt.slice(0, 10), date, entries: [] });
    days.at(-1)!.entries.push(entry);
  }
  return days;
}
