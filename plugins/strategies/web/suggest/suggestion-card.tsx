'use client';
import { useEffect, useRef, useState } from 'react';
import { CalendarClock, Pencil, RotateCw, SendHorizontal, Sparkles, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Textarea, toast, useApiMutation, useInvalidate, useProblemText } from '@loctelli/core/web';
import { strategies } from '../api.ts';
import { QuietLine } from './quiet-line.tsx';
import type { Writing } from './use-suggestion.ts';

interface Props {
  writing: Exclude<Writing, { state: 'idle' }>;
  /** Whose strategies may be chosen. */
  clientId: number | null;
  onBegin: (strategyId?: number) => void;
  onClose: () => void;
  onSent: () => void;
}

/** The suggestion above the composer: it grows, and a person sends it, changes it or leaves it. */
export function SuggestionCard({ writing, clientId, onBegin, onClose, onSent }: Props) {
  const t = useTranslations('strategies.suggest');
  const describe = useProblemText();
  const invalidate = useInvalidate();
  const suggestion = writing.state === 'done' ? writing.suggestion : null;
  const [draft, setDraft] = useState<string | null>(null);
  // A second press, or one after a broken line, is the same message.
  const key = useRef(crypto.randomUUID());
  const send = useApiMutation((text: string) => strategies.sendSuggestion(suggestion!.id, { text, key: key.current }), {
    toastErrors: false,
    onSuccess: () => {
      invalidate(['chat', 'conversation', suggestion!.conversationId]);
      toast.success(t('sent'));
      onSent();
    },
  });
  useEffect(() => {
    setDraft(null);
    key.current = crypto.randomUUID();
    send.reset();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- begins anew with another suggestion alone
  }, [suggestion?.id]);
  const text = draft ?? suggestion?.text ?? (writing.state === 'writing' ? writing.text : '');

  if (writing.state === 'quiet' || writing.state === 'failed') return <QuietLine writing={writing} clientId={clientId} onBegin={onBegin} onClose={onClose} />;
  return (
    <section aria-label={t('title')} className="mb-2 flex max-h-[45dvh] flex-col overflow-y-auto rounded-lg border border-accent/40 bg-accent-soft/40">
      <header className="flex items-center gap-2 ps-3 pe-1 pt-1 text-sm">
        <Sparkles aria-hidden className="size-3.5 shrink-0 text-accent-text" />
        <span className="min-w-0 flex-1 truncate font-medium">{t('title')}</span>
        <Button size="icon-sm" variant="ghost" aria-label={t(suggestion ? 'dismiss' : 'stop')} title={t(suggestion ? 'dismiss' : 'stop')} onClick={onClose}>
          <X aria-hidden />
        </Button>
      </header>
      <div aria-busy={!suggestion} className="px-3 pb-2.5">
        {draft !== null ? (
          <Textarea autoFocus dir="auto" rows={3} aria-label={t('text')} value={draft} onChange={(event) => setDraft(event.target.value)} className="field-sizing-content max-h-52" />
        ) : text ? (
          <p dir="auto" className="whitespace-pre-line">
            {text}
          </p>
        ) : (
          <p className="animate-pulse text-muted motion-reduce:animate-none">{t('writing')}</p>
        )}
        <span aria-live="polite" className="sr-only">
          {suggestion && `${t('done')}: ${suggestion.text}`}
        </span>
        {suggestion && suggestion.slots.length > 0 && (
          <ul aria-label={t('slots')} className="mt-2 flex flex-wrap gap-1.5">
            {suggestion.slots.map((slot) => (
              <li key={slot.start} className="inline-flex items-center gap-1.5 rounded-sm border bg-surface px-2 py-0.5 text-xs text-muted">
                <CalendarClock aria-hidden className="size-3.5" />
                <span dir="auto">{slot.text}</span>
              </li>
            ))}
          </ul>
        )}
        {send.error && (
          <p role="alert" className="mt-2 text-sm text-danger-text">
            {describe(send.error)}
          </p>
        )}
        {suggestion && (
          <div className="mt-2.5 flex flex-wrap items-center gap-2">
            <Button size="sm" variant="primary" busy={send.isPending} disabled={text.trim() === ''} onClick={() => send.mutate(text.trim())}>
              {t('send')}
              <SendHorizontal aria-hidden className="rtl:-scale-x-100" />
            </Button>
            {draft === null ? (
              <Button size="sm" onClick={() => setDraft(suggestion.text)}>
                <Pencil aria-hidden />
                {t('edit')}
              </Button>
            ) : (
              <Button size="sm" onClick={() => setDraft(null)}>
                {t('keepEditing')}
              </Button>
            )}
            <Button size="sm" variant="ghost" onClick={onClose}>
              {t('dismiss')}
            </Button>
            <Button size="icon-sm" variant="ghost" className="ms-auto" aria-label={t('again')} title={t('again')} onClick={() => onBegin(suggestion.strategyId)}>
              <RotateCw aria-hidden />
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}
