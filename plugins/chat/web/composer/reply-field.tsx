'use client';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'next-intl';
import { cn, Link, Textarea, useApiQuery, useProblemText, toast } from '@loctelli/core/web';
import type { CannedReply } from '../../contract.ts';
import { chat } from '../api.ts';
import { cannedAt, cannedMatches } from './canned.ts';

interface Props {
  id: string;
  conversationId: number | undefined;
  value: string;
  onChange: (text: string) => void;
  label: string;
  placeholder?: string;
  className?: string;
  rows?: number;
}

/** A text to a client, in which `/` brings the replies that are kept ready, with the client's own words filled in. */
export function ReplyField({ id, conversationId, value, onChange, label, placeholder, className, rows = 2 }: Props) {
  const t = useTranslations('chat.canned');
  const describe = useProblemText();
  const listId = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const [closed, setClosed] = useState<number | null>(null);
  const [at, setAt] = useState(0);
  const after = useRef<number | null>(null);
  const wanted = caret === null ? null : cannedAt(value, caret);
  const open = wanted !== null && closed !== wanted.from;
  const { data } = useApiQuery(['chat', 'canned-replies'], () => chat.getCannedReplies(), { enabled: open });
  const offered = open && data ? cannedMatches(data.items, wanted.search) : [];
  const chosen = Math.min(at, offered.length - 1);

  useEffect(() => {
    if (after.current === null) return;
    area.current?.setSelectionRange(after.current, after.current);
    after.current = null;
  }, [value]);
  const take = async (reply: CannedReply) => {
    if (!wanted || caret === null) return;
    const { from } = wanted;
    setClosed(from);
    try {
      const { body } = await chat.renderCannedReply(reply.id, { conversationId });
      // What was typed meanwhile stays: the text is taken as it is now.
      const now = area.current?.value ?? value;
      after.current = from + body.length;
      onChange(now.slice(0, from) + body + now.slice(caret));
      setCaret(null);
      setClosed(null);
      area.current?.focus();
    } catch (error) {
      toast.error(describe(error));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open || event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') setClosed(wanted.from);
    else if (offered.length === 0) return;
    else if (event.key === 'ArrowDown') setAt((chosen + 1) % offered.length);
    else if (event.key === 'ArrowUp') setAt((chosen - 1 + offered.length) % offered.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) void take(offered[chosen]!);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="relative" onKeyDownCapture={onKeyDown}>
      <Textarea
        id={id}
        ref={area}
        rows={rows}
        dir="auto"
        className={className}
        value={value}
        placeholder={placeholder}
        aria-label={label}
        aria-haspopup="listbox"
        aria-autocomplete="list"
        aria-controls={offered.length ? listId : undefined}
        aria-activedescendant={offered.length ? `${listId}-${chosen}` : undefined}
        onChange={(event) => {
          setCaret(event.target.selectionStart);
          setAt(0);
          onChange(event.target.value);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onBlur={() => setCaret(null)}
      />
      {open && data && (
        <div className="absolute inset-x-2 bottom-full z-10 mb-1 max-w-120 overflow-hidden rounded-lg border bg-raised shadow-float">
          {offered.length > 0 ? (
            <ul id={listId} role="listbox" aria-label={t('title')} className="max-h-72 overflow-y-auto p-1">
              {offered.map((reply, index) => (
                <li
                  key={reply.id}
                  id={`${listId}-${index}`}
                  role="option"
                  aria-selected={index === chosen}
                  // Pressed rather than clicked: the text must not lose the focus before.
                  onMouseDown={(event) => (event.preventDefault(), void take(reply))}
                  onMouseMove={() => setAt(index)}
                  className={cn('cursor-default rounded-md px-2.5 py-1.5', index === chosen && 'bg-hover')}
                >
                  <span className="flex items-baseline gap-2">
                    <span dir="ltr" className="shrink-0 text-sm font-medium text-accent-text">{`/${reply.shortcut}`}</span>
                    <bdi className="truncate font-medium">{reply.title}</bdi>
                  </span>
                  <span dir="auto" className="block truncate text-sm text-muted">
                    {reply.body}
                  </span>
                </li>
              ))}
            </ul>
          ) : (
            <p className="px-3 py-2.5 text-sm text-muted">
              {data.items.length === 0 ? t('none') : t('noMatch')}{' '}
              <Link href="/chat/canned-replies" onMouseDown={(event) => event.preventDefault()} className="text-accent-text hover:underline">
                {t('make')}
              </Link>
            </p>
          )}
        </div>
      )}
    </div>
  );
}
