'use client';
import { memo, type MouseEvent } from 'react';
import { AlarmClock, AtSign, Check, PencilLine, Reply } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Avatar, Badge, cn, useFormats } from '@loctelli/core/web';
import type { ChatLabel, Conversation } from '../../contract.ts';
import { PriorityIcon } from '../acts/pickers.tsx';
import { useChannelName, useWriterName } from '../acts/use-set-up.ts';
import { ChannelIcon } from '../channel-icon.tsx';
import { useShortTime } from './use-short-time.ts';

interface Props {
  conversation: Conversation;
  href: string;
  open: boolean;
  chosen: boolean;
  choosing: boolean;
  drafted: boolean;
  tabIndex: 0 | -1;
  labels: ReadonlyMap<number, ChatLabel>;
  onOpen: (id: number) => void;
  onChoose: (id: number, on: boolean, extend: boolean) => void;
}

/** A conversation in the list: who, what was said last, and what distinguishes it. */
export const ListRow = memo(function ListRow({ conversation, href, open, chosen, choosing, drafted, tabIndex, labels, onOpen, onChoose }: Props) {
  const t = useTranslations('chat.list');
  const all = useTranslations('chat');
  const formats = useFormats();
  const short = useShortTime();
  const channelName = useChannelName();
  const name = useWriterName()(conversation);
  const { id, channel, subject, unread, mentioned, priority, status, snoozedUntil, preview, previewKind, lastMessageAt, assigneeName, labelIds } = conversation;
  const press = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.button !== 0) return;
    event.preventDefault();
    onOpen(id);
  };
  const shown = labelIds.flatMap((label) => labels.get(label) ?? []);
  const marks = shown.length > 0 || status === 'snoozed' || (priority !== 'normal' && priority !== 'low') || assigneeName;
  return (
    <div className={cn('group relative border-b transition-colors duration-100', open ? 'bg-accent-soft/60' : chosen ? 'bg-hover' : 'hover:bg-hover')}>
      {open && <span aria-hidden className="absolute inset-y-0 start-0 w-0.5 bg-accent" />}
      <a href={href} onClick={press} tabIndex={tabIndex} aria-current={open ? 'true' : undefined} className="flex gap-3 py-3 ps-3.5 pe-3.5 focus-visible:-outline-offset-2">
        <span className="relative mt-0.5 size-8 shrink-0">
          <Avatar name={name} />
          <span title={channelName(channel)} className="absolute -end-1 -bottom-1 grid size-4 place-items-center rounded-full bg-surface text-muted">
            <ChannelIcon channel={channel} className="size-3" />
          </span>
        </span>
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-2">
            <bdi className={cn('min-w-0 flex-1 truncate', unread ? 'font-semibold' : 'font-medium')}>{name}</bdi>
            <time dateTime={lastMessageAt} title={formats.dateTime(lastMessageAt)} className={cn('shrink-0 text-xs tabular-nums', unread ? 'font-medium text-accent-text' : 'text-muted')}>
              {short(lastMessageAt)}
            </time>
          </span>
          {subject && channel !== 'web' && (
            <span dir="auto" className={cn('block truncate', unread && 'font-medium')}>
              {subject}
            </span>
          )}
          <span className="flex items-center gap-1.5">
            <span dir="auto" className={cn('min-w-0 flex-1 truncate', unread ? 'text-fg' : 'text-muted')}>
              {drafted ? (
                <span className="text-danger-text">
                  <PencilLine aria-hidden className="me-1 inline size-3.5 align-[-2px]" />
                  {t('draft')}
                </span>
              ) : (
                <>
                  {previewKind === 'outgoing' && <Reply aria-label={t('answered')} className="me-1 inline size-3.5 align-[-2px] rtl:-scale-x-100" />}
                  {preview || t('noText')}
                </>
              )}
            </span>
            {mentioned && (
              <span title={t('mentioned')} className="grid size-4.5 shrink-0 place-items-center rounded-full bg-accent text-on-accent">
                <AtSign aria-hidden className="size-3" />
                <span className="sr-only">{t('mentioned')}</span>
              </span>
            )}
            {unread && (
              <span className="size-2.5 shrink-0 rounded-full bg-accent">
                <span className="sr-only">{t('unread')}</span>
              </span>
            )}
          </span>
          {marks && (
            <span className="mt-1.5 flex min-w-0 items-center gap-1.5 overflow-hidden">
              {(priority === 'high' || priority === 'urgent') && (
                <Badge tone={priority === 'urgent' ? 'danger' : 'warning'} className="shrink-0 px-1.5">
                  <PriorityIcon priority={priority} className="me-1 inline size-3 align-[-2px]" />
                  {all(`priority.${priority}`)}
                </Badge>
              )}
              {status === 'snoozed' && snoozedUntil && (
                <Badge className="shrink-0 px-1.5">
                  <AlarmClock aria-hidden className="me-1 inline size-3 align-[-2px]" />
                  <span title={formats.dateTime(snoozedUntil)}>{formats.relative(snoozedUntil)}</span>
                </Badge>
              )}
              {shown.slice(0, 2).map((label) => (
                <Badge key={label.id} tone={label.tone} className="min-w-0 px-1.5">
                  {label.name}
                </Badge>
              ))}
              {shown.length > 2 && <span className="shrink-0 text-xs text-muted">{t('more', { count: shown.length - 2 })}</span>}
              {assigneeName && (
                <span title={t('with', { name: assigneeName })} className="ms-auto shrink-0">
                  <Avatar name={assigneeName} size="sm" className="size-5" />
                  <span className="sr-only">{t('with', { name: assigneeName })}</span>
                </span>
              )}
            </span>
          )}
        </span>
      </a>
      <button
        type="button"
        role="checkbox"
        aria-checked={chosen}
        tabIndex={-1}
        aria-label={t('choose', { name })}
        onClick={(event) => onChoose(id, !chosen, event.shiftKey)}
        className={cn(
          'absolute start-3.5 top-3.5 grid size-8 place-items-center rounded-full transition-opacity duration-100',
          choosing ? 'bg-surface opacity-100' : 'bg-surface opacity-0 group-hover:opacity-100 focus-visible:opacity-100',
        )}
      >
        <span className={cn('grid size-4.5 place-items-center rounded-[min(5px,var(--radius))] border', chosen ? 'border-accent bg-accent text-on-accent' : 'border-line-strong bg-surface')}>
          {chosen && <Check aria-hidden className="size-3.5" strokeWidth={3} />}
        </span>
      </button>
    </div>
  );
});
