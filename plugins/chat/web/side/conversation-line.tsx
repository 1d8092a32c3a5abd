'use client';
import { useTranslations } from 'next-intl';
import { Badge, cn, Link, useFormats } from '@loctelli/core/web';
import type { Conversation } from '../../contract.ts';
import { useChannelName } from '../acts/use-set-up.ts';
import { ChannelIcon } from '../channel-icon.tsx';
import { useShortTime } from '../inbox/use-short-time.ts';

/** A conversation in a line, beside the client it is with. */
export function ConversationLine({ conversation, onOpen }: { conversation: Conversation; onOpen?: () => void }) {
  const t = useTranslations('chat');
  const formats = useFormats();
  const short = useShortTime();
  const channelName = useChannelName();
  const { id, channel, subject, preview, status, unread, lastMessageAt } = conversation;
  return (
    <Link
      href={`/chat/${id}`}
      onClick={(event) => {
        if (!onOpen || event.metaKey || event.ctrlKey) return;
        event.preventDefault();
        onOpen();
      }}
      className="flex items-start gap-2.5 rounded-md px-2 py-1.5 hover:bg-hover"
    >
      <span title={channelName(channel)} className="mt-0.5 text-muted">
        <ChannelIcon channel={channel} className="size-4" />
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span dir="auto" className={cn('min-w-0 flex-1 truncate', unread && 'font-semibold')}>
            {subject || preview || channelName(channel)}
          </span>
          <time dateTime={lastMessageAt} title={formats.dateTime(lastMessageAt)} className="shrink-0 text-xs text-muted tabular-nums">
            {short(lastMessageAt)}
          </time>
        </span>
        {subject && preview && (
          <span dir="auto" className="block truncate text-sm text-muted">
            {preview}
          </span>
        )}
      </span>
      {status !== 'open' && <Badge className="shrink-0 px-1.5">{t(`status.${status}`)}</Badge>}
    </Link>
  );
}
