'use client';
import { CircleCheckBig } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Avatar, EmptyState, ErrorState, Link, Skeleton, useApiQuery, useFormats } from '@loctelli/core/web';
import { chat } from './api.ts';
import { useWriterName } from './acts/use-set-up.ts';
import { useLiveInbox } from './inbox/use-live-inbox.ts';
import { useShortTime } from './inbox/use-short-time.ts';

/** Who waits longest for an answer. */
export default function WaitingWidget() {
  const t = useTranslations('chat.widgets');
  const formats = useFormats();
  const short = useShortTime();
  const writer = useWriterName();
  useLiveInbox();
  const { data, error, refetch } = useApiQuery(['chat', 'waiting'], () => chat.getConversations({ waiting: true, direction: 'asc', limit: 5 }));
  if (error) return <ErrorState compact error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-60" />;
  if (data.items.length === 0) return <EmptyState compact icon={<CircleCheckBig />} title={t('nobodyWaits')} />;
  return (
    <>
      <ul className="-mx-2">
        {data.items.map((conversation) => (
          <li key={conversation.id}>
            <Link href={`/chat/${conversation.id}`} className="flex items-center gap-3 rounded-md px-2 py-1.5 hover:bg-hover">
              <Avatar name={writer(conversation)} size="sm" />
              <span className="min-w-0 flex-1">
                <bdi className="block truncate font-medium">{writer(conversation)}</bdi>
                <span dir="auto" className="block truncate text-sm text-muted">
                  {conversation.preview}
                </span>
              </span>
              {conversation.waitingSince && (
                <time dateTime={conversation.waitingSince} title={formats.dateTime(conversation.waitingSince)} className="shrink-0 text-sm text-warning-text tabular-nums">
                  {short(conversation.waitingSince)}
                </time>
              )}
            </Link>
          </li>
        ))}
      </ul>
      <Link href="/chat?waiting=1&order=oldest" className="mt-2 inline-flex min-h-6 items-center text-sm text-accent-text hover:underline">
        {t('allWaiting')}
      </Link>
    </>
  );
}
