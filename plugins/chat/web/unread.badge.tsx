'use client';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'next-intl';
import { useApiQuery, useFormats, useInvalidate, useLive } from '@loctelli/core/web';
import type * as contract from '../contract.ts';
import { chat } from './api.ts';
import { unreadOf } from './figures.ts';

const messageTopic: typeof contract.chatMessageTopic = 'chat.message';
const conversationTopic: typeof contract.chatConversationTopic = 'chat.conversation';
const gatherMs = 500;

/** How many conversations of one's own, or of nobody yet, hold something unread. */
export default function UnreadBadge() {
  const t = useTranslations('chat');
  const formats = useFormats();
  const invalidate = useInvalidate();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { data } = useApiQuery(['chat', 'counts'], () => chat.getCounts());
  const later = () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      invalidate(['chat', 'counts']);
    }, gatherMs);
  };
  useLive(messageTopic, later);
  useLive(conversationTopic, later);
  useEffect(() => () => clearTimeout(timer.current), []);
  const count = unreadOf(data);
  if (count === 0) return null;
  return (
    <span className="grid h-4.5 min-w-4.5 place-items-center rounded-full bg-accent px-1 text-xs font-medium text-on-accent">
      {count > 99 ? t('tabs.many', { count: formats.number(99) }) : formats.number(count)}
      <span className="sr-only">{t('list.unread')}</span>
    </span>
  );
}
