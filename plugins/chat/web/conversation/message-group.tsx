'use client';
import { memo } from 'react';
import { Check, CheckCheck, Clock, Lock, RotateCcw, TriangleAlert } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Avatar, cn, useApiMutation, useFormats } from '@loctelli/core/web';
import type { ChatMessage, DeliveryState } from '../../contract.ts';
import { chat } from '../api.ts';
import { Attachments } from './attachments.tsx';
import type { Item } from './groups.ts';
import { LinkedText } from './linked-text.tsx';

type Group = Extract<Item, { type: 'group' }>;
export const bubble = {
  incoming: 'bg-sunken text-fg',
  outgoing: 'bg-accent-soft text-fg',
  note: 'border border-dashed border-warning-text/40 bg-warning-soft text-fg',
};

/** What one person wrote at a stretch: who, their words, when, and how far it came. */
export const MessageGroup = memo(function MessageGroup({ group, name, clientRead, mayReply, onChanged }: { group: Group; name: string; clientRead: number; mayReply: boolean; onChanged: (message: ChatMessage) => void }) {
  const t = useTranslations('chat.conversation');
  const own = group.kind !== 'incoming';
  const last = group.messages.at(-1)!;
  const author = last.authorName ?? (own ? t('system') : name);
  return (
    <div className={cn('flex gap-2.5', own && 'flex-row-reverse')}>
      <Avatar name={author} size="sm" className="mt-5.5" />
      <div className={cn('flex max-w-[min(34rem,85%)] min-w-0 flex-col gap-1', own ? 'items-end' : 'items-start')}>
        <p className="flex items-center gap-1.5 text-xs text-muted">
          {group.kind === 'note' && <Lock aria-hidden className="size-3 text-warning-text" />}
          <bdi className="font-medium text-fg">{author}</bdi>
          {group.kind === 'note' && <span className="text-warning-text">{t('note')}</span>}
        </p>
        {group.messages.map((message) => (
          <Message key={message.key} message={message} />
        ))}
        <Foot message={last} clientRead={clientRead} mayReply={mayReply} onChanged={onChanged} />
      </div>
    </div>
  );
});

function Message({ message }: { message: ChatMessage }) {
  const formats = useFormats();
  const kind = message.kind as Group['kind'];
  return (
    <div className="max-w-full" data-sequence={message.sequence} title={formats.dateTime(message.createdAt)}>
      {message.body && (
        <div className={cn('w-fit max-w-full rounded-lg px-3 py-2', kind !== 'incoming' && 'ms-auto', bubble[kind])}>
          <LinkedText text={message.body} mentions={kind === 'note'} />
        </div>
      )}
      {message.attachments.length > 0 && <Attachments files={message.attachments} end={kind !== 'incoming'} />}
    </div>
  );
}

function Foot({ message, clientRead, mayReply, onChanged }: { message: ChatMessage; clientRead: number; mayReply: boolean; onChanged: (message: ChatMessage) => void }) {
  const t = useTranslations('chat');
  const locale = useLocale();
  const formats = useFormats();
  const clock = new Intl.DateTimeFormat(locale, { timeZone: formats.zone, hour: 'numeric', minute: '2-digit' });
  const retry = useApiMutation(() => chat.retryMessage(message.conversationId, message.id), { onSuccess: (sent) => onChanged(sent as ChatMessage) });
  const delivery = message.kind === 'outgoing' && clientRead >= message.sequence && message.delivery !== 'failed' ? 'read' : message.delivery;
  if (delivery === 'failed')
    return (
      <p role="alert" className="flex flex-wrap items-center justify-end gap-x-2 text-xs text-danger-text">
        <TriangleAlert aria-hidden className="size-3.5 shrink-0" />
        <span>{message.deliveryError ? t('conversation.failedWhy', { reason: message.deliveryError }) : t('delivery.failed')}</span>
        {mayReply && (
          <button type="button" disabled={retry.isPending} onClick={() => retry.mutate()} className="inline-flex min-h-6 items-center gap-1 rounded-sm font-medium underline underline-offset-2">
            <RotateCcw aria-hidden className="size-3" />
            {t('conversation.retry')}
          </button>
        )}
      </p>
    );
  return (
    <p className="flex items-center gap-1 text-xs text-muted tabular-nums">
      <time dateTime={message.createdAt} title={formats.dateTime(message.createdAt)}>
        {clock.format(new Date(message.createdAt))}
      </time>
      {delivery && <DeliverySign delivery={delivery} />}
    </p>
  );
}

const signs = { pending: Clock, sent: Check, delivered: CheckCheck, read: CheckCheck };

export function DeliverySign({ delivery }: { delivery: Exclude<DeliveryState, 'failed'> }) {
  const t = useTranslations('chat.delivery');
  const Sign = signs[delivery];
  return (
    <span className={cn('inline-flex items-center gap-0.5', delivery === 'read' && 'text-accent-text')}>
      <Sign aria-hidden className="size-3.5" />
      {t(delivery)}
    </span>
  );
}
