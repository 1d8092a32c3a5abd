'use client';
import { useEffect, useMemo, useRef, useState } from 'react';
import { ArrowDown } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button, cn, ErrorState, Skeleton, Spinner, useFormats } from '@loctelli/core/web';
import type { Conversation } from '../../contract.ts';
import { useWriterName } from '../acts/use-set-up.ts';
import { lastOf, olderBefore } from '../thread/merge.ts';
import { useThread } from '../thread/use-thread.ts';
import { itemsOf, nameOfDay } from './groups.ts';
import { MessageGroup } from './message-group.tsx';
import { OutgoingMessage } from './outgoing-message.tsx';
import { useEndScroll } from './use-end-scroll.ts';
import { useHappeningText } from './use-happening-text.ts';
import { useTyping } from './use-typing.ts';

interface Props {
  conversation: Conversation;
  /** The last message is in sight of somebody. */
  onSeen: (sequence: number) => void;
}

/** The messages of a conversation, the newest at the end. Older ones come as one scrolls back. */
export function MessageLog({ conversation, onSeen }: Props) {
  const t = useTranslations('chat.conversation');
  const locale = useLocale();
  const formats = useFormats();
  const { store, thread, outbox, error, loadingOlder } = useThread(conversation.id);
  const happening = useHappeningText();
  // Said once a day for all the times below it.
  const zoneName = new Intl.DateTimeFormat(locale, { timeZone: formats.zone, timeZoneName: 'short' }).formatToParts(new Date()).find(({ type }) => type === 'timeZoneName')?.value;
  const name = useWriterName()(conversation);
  // A visitor who gave no name is called as everywhere else.
  const typing = useTyping(conversation.id).map((writer) => writer ?? name);
  const [readBefore] = useState(conversation.unread || conversation.mentioned ? conversation.readSequence : null);
  const items = useMemo(() => itemsOf(thread.messages, formats.zone, readBefore), [thread.messages, formats.zone, readBefore]);
  const line = useRef<HTMLDivElement>(null);
  const last = lastOf(thread);
  const { area, content, atEnd, toEnd, onScroll } = useEndScroll({
    first: thread.floor === null ? undefined : (thread.messages[0]?.key ?? 'none'),
    last: `${last} ${outbox.map(({ key, state }) => key + state).join()} ${typing.length}`,
    hasOlder: olderBefore(thread) !== null,
    onOlder: () => void store.loadOlder(),
    startAt: line,
  });
  // One's own message is always brought into sight.
  const newest = outbox.at(-1)?.key;
  useEffect(() => {
    if (newest) toEnd();
  }, [newest, toEnd]);

  const visible = useVisible();
  const seen = useRef(onSeen);
  seen.current = onSeen;
  useEffect(() => {
    if (thread.floor !== null && atEnd && visible) seen.current(last);
  }, [thread.floor, last, atEnd, visible]);
  const [leftAt, setLeftAt] = useState(last);
  useEffect(() => {
    if (atEnd) setLeftAt(last);
  }, [atEnd, last]);
  const fresh = thread.messages.filter(({ sequence, kind }) => sequence > leftAt && kind !== 'event').length;

  if (thread.floor === null) return error ? <ErrorState error={error} onRetry={() => void store.sync()} /> : <LogSkeleton />;
  const spoken = thread.messages.findLast(({ kind }) => kind === 'incoming');
  return (
    <div className="relative min-h-0 flex-1">
      <div ref={area} role="log" aria-live="off" aria-label={t('messages', { name })} tabIndex={0} onScroll={onScroll} className="h-full overflow-y-auto overscroll-contain px-4 py-4 [overflow-anchor:none] focus-visible:-outline-offset-2 @3xl/inbox:px-6">
        <div ref={content} className="mx-auto flex min-h-full max-w-3xl flex-col justify-end gap-4">
          {olderBefore(thread) !== null && <div className="grid h-8 place-items-center">{loadingOlder && <Spinner />}</div>}
          {items.length === 0 && outbox.length === 0 && <p className="py-10 text-center text-muted">{t('none')}</p>}
          {items.map((item) => {
            switch (item.type) {
              case 'day':
                return (
                  <p key={item.key} className="sticky top-0 z-1 mx-auto w-fit rounded-full border bg-surface px-2.5 py-0.5 text-xs font-medium text-muted">
                    {nameOfDay(item.day, formats.zone, locale)} · {zoneName}
                  </p>
                );
              case 'new':
                return (
                  <div key={item.key} ref={line} role="separator" aria-label={t('new')} className="flex items-center gap-3 text-xs font-semibold text-accent-text">
                    <span className="h-px flex-1 bg-accent" />
                    {t('new')}
                    <span className="h-px flex-1 bg-accent" />
                  </div>
                );
              case 'event':
                return (
                  <p key={item.key} data-sequence={item.message.sequence} className="text-center text-xs text-muted">
                    <span dir="auto">{happening(item.message)}</span>{' '}
                    <time dateTime={item.message.createdAt} title={formats.dateTime(item.message.createdAt)} className="whitespace-nowrap">
                      · {formats.relative(item.message.createdAt)}
                    </time>
                  </p>
                );
              default:
                return <MessageGroup key={item.key} group={item} name={name} clientRead={conversation.clientReadSequence} mayReply={conversation.may.reply} onChanged={(message) => store.put(message)} />;
            }
          })}
          {outbox.map((entry) => (
            <OutgoingMessage key={entry.key} entry={entry} onRetry={() => store.retry(entry.key)} onDiscard={() => store.discard(entry.key)} />
          ))}
          <p aria-live="polite" className={cn('flex h-5 items-center gap-2 text-sm text-muted', typing.length === 0 && 'invisible')}>
            {typing.length > 0 && (
              <>
                <span aria-hidden className="flex gap-0.5">
                  {[0, 1, 2].map((dot) => (
                    <span key={dot} className="size-1.5 animate-pulse rounded-full bg-muted" style={{ animationDelay: `${dot * 180}ms` }} />
                  ))}
                </span>
                {t('typing', { names: formats.list(typing), count: typing.length })}
              </>
            )}
          </p>
        </div>
      </div>
      <p aria-live="polite" className="sr-only">
        {spoken && spoken.sequence > leftAt - 1 && spoken.sequence === last ? t('spoken', { name: spoken.authorName ?? name, text: spoken.body }) : ''}
      </p>
      {!atEnd && (
        <Button size="sm" onClick={() => toEnd(true)} className="absolute inset-x-0 bottom-3 mx-auto w-fit rounded-full shadow-float">
          <ArrowDown aria-hidden />
          {fresh > 0 ? t('newBelow', { count: fresh }) : t('latest')}
        </Button>
      )}
    </div>
  );
}

/** Whether somebody can be looking. */
function useVisible(): boolean {
  const [visible, setVisible] = useState(true);
  useEffect(() => {
    const look = () => setVisible(document.visibilityState === 'visible');
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return visible;
}

export function LogSkeleton() {
  return (
    <div aria-busy className="flex min-h-0 flex-1 flex-col justify-end gap-5 px-6 py-5">
      {[0, 1, 2, 3].map((row) => (
        <div key={row} className={cn('flex gap-2.5', row % 2 && 'flex-row-reverse')}>
          <Skeleton className="size-6 rounded-full" />
          <Skeleton className={cn('h-14 rounded-lg', row % 2 ? 'w-72' : 'w-56')} />
        </div>
      ))}
    </div>
  );
}
