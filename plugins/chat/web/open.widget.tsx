'use client';
import { useTranslations } from 'next-intl';
import { ErrorState, Link, Skeleton, useApiQuery, useFormats } from '@loctelli/core/web';
import { chat } from './api.ts';
import { useLiveInbox } from './inbox/use-live-inbox.ts';

/** How many conversations are open, and how many of them nobody has. */
export default function OpenWidget() {
  const t = useTranslations('chat.widgets');
  const formats = useFormats();
  useLiveInbox();
  const { data, error, refetch } = useApiQuery(['chat', 'counts'], () => chat.getCounts());
  if (error) return <ErrorState compact error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-16 w-32" />;
  return (
    <div>
      <Link href="/chat" className="block rounded-md">
        <span className="block text-xl font-semibold tabular-nums">{formats.number(data.all.open)}</span>
        <span className="block text-muted">{t('openText', { count: data.all.open })}</span>
      </Link>
      <Link href="/chat?tab=unassigned" className="inline-flex min-h-6 items-center text-sm text-accent-text tabular-nums hover:underline">
        {t('unassigned', { count: data.unassigned.open })}
      </Link>
    </div>
  );
}
