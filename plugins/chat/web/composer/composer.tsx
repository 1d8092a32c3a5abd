'use client';
import { useEffect, useId, useImperativeHandle, useMemo, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { Lock, Paperclip, Reply, SendHorizontal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Avatar, Button, cn, MentionInput, Slot, useMe } from '@loctelli/core/web';
import type { Conversation } from '../../contract.ts';
import { useInboxPeople, useWriterName } from '../acts/use-set-up.ts';
import { useTellTyping } from '../conversation/use-typing.ts';
import { useInbox } from '../inbox/inbox-context.tsx';
import { readDraft, writeDraft } from '../thread/shelf.ts';
import type { ThreadStore } from '../thread/thread-store.ts';
import { ReplyField } from './reply-field.tsx';
import { UploadList } from './upload-list.tsx';
import { useFiles } from './use-files.ts';

const tabs = [
  ['reply', Reply],
  ['note', Lock],
] as const;

/** Where an answer or a private note is written. What was typed is kept for each conversation; Enter sends it. */
export function Composer({ conversation, store }: { conversation: Conversation; store: ThreadStore }) {
  const t = useTranslations('chat.composer');
  const id = useId();
  const me = useMe().user.id;
  const { composer } = useInbox();
  const { users } = useInboxPeople();
  const people = useMemo(() => users.map((user) => ({ value: String(user.id), label: user.name, icon: <Avatar name={user.name} size="sm" /> })), [users]);
  const name = useWriterName()(conversation);
  const tell = useTellTyping(conversation.id);
  const files = useFiles();
  const [draft, setDraft] = useState(() => readDraft(me, conversation.id));
  const latest = useRef(draft);
  latest.current = draft;
  useEffect(() => {
    // Kept when typing rests, and when the conversation or the page is left.
    const timer = setTimeout(() => writeDraft(me, conversation.id, draft), 400);
    return () => clearTimeout(timer);
  }, [me, conversation.id, draft]);
  useEffect(() => {
    const keep = () => writeDraft(me, conversation.id, latest.current);
    // A page that is left for another site, or closed, is not taken down part by part.
    addEventListener('pagehide', keep);
    return () => {
      removeEventListener('pagehide', keep);
      keep();
    };
  }, [me, conversation.id]);

  const { tab } = draft;
  const text = draft[tab];
  const field = `${id}-${tab}`;
  const focus = (next = tab) => setTimeout(() => document.getElementById(`${id}-${next}`)?.focus());
  const choose = (next: typeof tab) => {
    setDraft((now) => ({ ...now, tab: next }));
    focus(next);
  };
  const insert = (more: string) => {
    setDraft((now) => ({ ...now, tab: 'reply', reply: [now.reply.trimEnd(), more].filter(Boolean).join('\n\n') }));
    focus('reply');
  };
  useImperativeHandle(composer, () => ({ begin: choose, addFiles: (chosen) => (files.add(chosen), focus()), insert }));

  const busy = files.uploads.some(({ sent, problem }) => !sent && !problem);
  const failed = files.uploads.some(({ problem }) => problem);
  const empty = text.trim() === '' && files.uploads.length === 0;
  const send = () => {
    if (empty || busy || failed) return;
    store.send({ key: crypto.randomUUID(), kind: tab === 'note' ? 'note' : 'outgoing', body: text.trim(), attachments: files.uploads.flatMap(({ sent }) => sent ?? []) });
    setDraft((now) => ({ ...now, [tab]: '' }));
    writeDraft(me, conversation.id, { ...latest.current, [tab]: '' });
    files.clear();
    tell(false);
    focus();
  };
  const change = (next: string) => {
    setDraft((now) => ({ ...now, [tab]: next }));
    if (tab === 'reply') tell(next.trim() !== '');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const inField = (event.target as HTMLElement).id === field;
    if (!inField || event.defaultPrevented || event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      send();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      document.getElementById('content')?.focus({ preventScroll: true });
    }
  };
  const paste = (event: ClipboardEvent) => {
    const pasted = [...event.clipboardData.files];
    if (pasted.length === 0) return;
    event.preventDefault();
    files.add(pasted);
  };
  const picker = useRef<HTMLInputElement>(null);
  const fieldClass = 'field-sizing-content max-h-52 min-h-16 resize-none border-0 bg-transparent hover:border-0 focus-visible:outline-0 px-3 py-2';
  const words = { id: field, placeholder: t(tab === 'note' ? 'notePlaceholder' : 'replyPlaceholder', { name }) };
  return (
    <section
      aria-label={t('label')}
      onKeyDown={onKeyDown}
      onPaste={paste}
      className={cn('shrink-0 border-t bg-surface px-3 pt-2 pb-3 @3xl/inbox:px-5')}
    >
      {tab === 'reply' && (
        <div className="mx-auto max-w-3xl">
          <Slot name="conversation.composer" conversation={conversation} insert={insert} />
        </div>
      )}
      <div className={cn('mx-auto max-w-3xl rounded-lg border border-line-strong/60 transition-colors duration-150 focus-within:border-focus focus-within:outline-1 focus-within:outline-focus', tab === 'note' && 'border-dashed border-warning-text/50 bg-warning-soft')}>
        <div role="tablist" aria-label={t('label')} className="flex gap-1 px-1.5 pt-1.5">
          {tabs.map(([each, Sign]) => (
            <button
              key={each}
              type="button"
              role="tab"
              id={`${id}-tab-${each}`}
              aria-selected={tab === each}
              aria-controls={`${id}-panel`}
              tabIndex={tab === each ? 0 : -1}
              onClick={() => choose(each)}
              onKeyDown={(event) => {
                if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
                const other = each === 'note' ? 'reply' : 'note';
                setDraft((now) => ({ ...now, tab: other }));
                document.getElementById(`${id}-tab-${other}`)?.focus();
              }}
              className={cn('flex h-7 items-center gap-1.5 rounded-md px-2.5 text-sm transition-colors duration-150', tab === each ? 'bg-sunken font-medium text-fg' : 'text-muted hover:bg-hover hover:text-fg', tab === each && each === 'note' && 'bg-surface text-warning-text')}
            >
              <Sign aria-hidden className={cn('size-3.5', each === 'reply' && 'rtl:-scale-x-100')} />
              {t(each)}
            </button>
          ))}
        </div>
        <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-tab-${tab}`}>
          {tab === 'note' ? (
            <MentionInput {...words} aria-label={t('note')} rows={2} value={text} onChange={change} people={people} side="top" fieldClass={fieldClass} />
          ) : (
            <ReplyField {...words} label={t('reply')} conversationId={conversation.id} value={text} onChange={change} className={fieldClass} />
          )}
          <UploadList uploads={files.uploads} onRemove={files.remove} onRetry={files.retry} />
        </div>
        <div className="flex items-center gap-2 px-1.5 pt-0.5 pb-1.5">
          <input ref={picker} type="file" multiple tabIndex={-1} aria-hidden className="sr-only" onChange={(event) => (files.add([...(event.target.files ?? [])]), (event.target.value = ''), focus())} />
          <Button size="icon-sm" variant="ghost" aria-label={t('attach')} title={t('attach')} onClick={() => picker.current?.click()}>
            <Paperclip aria-hidden />
          </Button>
          <span className="min-w-0 flex-1 truncate text-xs text-muted max-sm:invisible">{t(tab === 'note' ? 'noteHint' : 'replyHint')}</span>
          <Button size="sm" variant="primary" disabled={empty || failed} busy={busy} onClick={send} focusableWhenDisabled>
            {t(tab === 'note' ? 'addNote' : 'send')}
            <SendHorizontal aria-hidden className="rtl:-scale-x-100" />
          </Button>
        </div>
      </div>
    </section>
  );
}
