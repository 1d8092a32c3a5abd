'use client';
import { Clock, RotateCcw, Trash2, TriangleAlert, WifiOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '@loctelli/core/web';
import type { Outgoing } from '../thread/merge.ts';
import { Attachments } from './attachments.tsx';
import { LinkedText } from './linked-text.tsx';
import { bubble } from './message-group.tsx';

/** A message on its way: shown at once, and what becomes of it below. */
export function OutgoingMessage({ entry, onRetry, onDiscard }: { entry: Outgoing; onRetry: () => void; onDiscard: () => void }) {
  const t = useTranslations('chat.conversation');
  const { kind, body, attachments, state, problem } = entry;
  const Sign = state === 'failed' ? TriangleAlert : state === 'waiting' ? WifiOff : Clock;
  return (
    <div className="flex flex-col items-end gap-1 pe-8.5" data-outgoing={state}>
      <div className="max-w-[min(34rem,85%)] min-w-0">
        {body && (
          <div className={cn('ms-auto w-fit max-w-full rounded-lg px-3 py-2', bubble[kind])}>
            <LinkedText text={body} mentions={kind === 'note'} />
          </div>
        )}
        {attachments.length > 0 && <Attachments files={attachments} end />}
      </div>
      <p role={state === 'failed' ? 'alert' : undefined} className={cn('flex flex-wrap items-center justify-end gap-x-2 text-xs', state === 'failed' ? 'text-danger-text' : 'text-muted')}>
        <span className="inline-flex items-center gap-1">
          <Sign aria-hidden className="size-3.5 shrink-0" />
          {state === 'failed' ? t('refused', { reason: problem ?? '' }) : t(state)}
        </span>
        {state !== 'sending' && (
          <button type="button" onClick={onRetry} className="inline-flex min-h-6 items-center gap-1 rounded-sm font-medium underline underline-offset-2">
            <RotateCcw aria-hidden className="size-3" />
            {t('retry')}
          </button>
        )}
        {state === 'failed' && (
          <button type="button" onClick={onDiscard} className="inline-flex min-h-6 items-center gap-1 rounded-sm font-medium underline underline-offset-2">
            <Trash2 aria-hidden className="size-3" />
            {t('discard')}
          </button>
        )}
      </p>
    </div>
  );
}
