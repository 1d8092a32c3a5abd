'use client';
import { useEffect, useRef, useState, type DragEvent } from 'react';
import { MessagesSquare, Upload } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, cn, EmptyState, ErrorState, Skeleton, useApiQuery } from '@loctelli/core/web';
import type { Conversation } from '../../contract.ts';
import { chat } from '../api.ts';
import { useCached } from '../acts/use-cached.ts';
import { Composer } from '../composer/composer.tsx';
import { useInbox } from '../inbox/inbox-context.tsx';
import { useThread } from '../thread/use-thread.ts';
import { ConversationHeader } from './conversation-header.tsx';
import { LogSkeleton, MessageLog } from './message-log.tsx';

interface Props {
  onSide: () => void;
  sideOpen: boolean;
  className?: string;
}

/** The conversation that is open: who, what was said, and where one answers. */
export function ConversationPane({ onSide, sideOpen, className }: Props) {
  const t = useTranslations('chat');
  const { at } = useInbox();
  const id = at.openId;
  const { data, error, refetch } = useApiQuery(['chat', 'conversation', id], () => chat.getConversation(id!), { enabled: id !== null });
  return (
    <section aria-label={t('conversation.label')} className={cn('flex min-h-0 min-w-0 flex-col bg-canvas', className)}>
      {id === null ? (
        <div className="grid flex-1 place-items-center">
          <EmptyState icon={<MessagesSquare />} title={t('conversation.noneOpen')}>
            {t('conversation.noneOpenText')}
          </EmptyState>
        </div>
      ) : error && !data ? (
        <div className="grid flex-1 place-items-center">
          <div>
            <ErrorState error={error} onRetry={() => void refetch()} />
            <div className="grid place-items-center">
              <Button variant="ghost" onClick={() => at.open(null)}>
                {t('conversation.back')}
              </Button>
            </div>
          </div>
        </div>
      ) : data ? (
        <Open key={data.id} conversation={data} onSide={onSide} sideOpen={sideOpen} />
      ) : (
        <>
          <div aria-busy className="flex h-15 items-center gap-3 border-b bg-surface px-5">
            <Skeleton className="h-4 w-40" />
          </div>
          <LogSkeleton />
        </>
      )}
    </section>
  );
}

function Open({ conversation, onSide, sideOpen }: { conversation: Conversation } & Omit<Props, 'className'>) {
  const t = useTranslations('chat.composer');
  const { composer, wanted, setPicker } = useInbox();
  const { store } = useThread(conversation.id);
  const cached = useCached();
  const [over, setOver] = useState(false);
  const { id, may } = conversation;

  // What a key asked for before the conversation was here.
  useEffect(() => {
    const what = wanted.current;
    wanted.current = null;
    if (what === 'reply' || what === 'note') composer.current?.begin(what);
    else if (what) setPicker({ name: what, of: 'open' });
  }, [wanted, composer, setPicker]);

  const told = useRef({ sequence: -1, unread: false });
  const seen = (sequence: number) => {
    const { unread, mentioned, readSequence } = conversation;
    if (sequence <= told.current.sequence && !(told.current.unread && (unread || mentioned))) return;
    told.current = { sequence, unread: false };
    if (sequence <= readSequence && !unread && !mentioned) return;
    cached.patch([id], (now) => ({ ...now, unread: false, mentioned: false, readSequence: Math.max(now.readSequence, sequence) }));
    chat.markRead(id, sequence).then(
      () => cached.refresh(),
      () => (told.current = { sequence: -1, unread: true }),
    );
  };
  const dragging = may.reply && {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (event: DragEvent) => !event.currentTarget.contains(event.relatedTarget as Node | null) && setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      composer.current?.addFiles([...event.dataTransfer.files]);
    },
  };
  return (
    <div {...dragging} className="relative flex min-h-0 flex-1 flex-col">
      <ConversationHeader conversation={conversation} onSide={onSide} sideOpen={sideOpen} />
      <MessageLog conversation={conversation} onSeen={seen} />
      {may.reply ? <Composer conversation={conversation} store={store} /> : <p className="border-t bg-surface px-5 py-3 text-center text-muted">{t('readOnly')}</p>}
      {over && (
        <div aria-hidden className="pointer-events-none absolute inset-3 z-10 grid place-items-center rounded-lg border-2 border-dashed border-accent bg-surface/90">
          <p className="flex items-center gap-2 font-medium text-accent-text">
            <Upload className="size-5" />
            {t('drop')}
          </p>
        </div>
      )}
    </div>
  );
}
