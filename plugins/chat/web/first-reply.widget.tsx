'use client';
import { useLocale, useTranslations } from 'next-intl';
import { ErrorState, Link, Skeleton, useApiQuery } from '@loctelli/core/web';
import { chat } from './api.ts';
import { medianFirstReply, spanOf } from './figures.ts';

/** Conversations looked at: enough for a middle that says something, few enough to come at once. */
const looked = 100;

/** How long clients wait for the first answer, of the latest conversations. */
export default function FirstReplyWidget() {
  const t = useTranslations('chat.widgets');
  const locale = useLocale();
  const { data, error, refetch } = useApiQuery(['chat', 'first-reply'], () => chat.getConversations({ status: 'any', limit: looked }));
  if (error) return <ErrorState compact error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-12 w-32" />;
  const figure = medianFirstReply(data.items);
  return (
    <Link href="/chat?status=any" className="block rounded-md">
      <span className="block text-xl font-semibold tabular-nums">{figure ? spanOf(figure.seconds, locale) : '—'}</span>
      <span className="block text-muted">{figure ? t('firstReplyText', { count: figure.count }) : t('firstReplyNone')}</span>
    </Link>
  );
}
