'use client';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Pencil } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '@loctelli/core/web';

export interface EditorProps<V> {
  value: V;
  onChange: (value: V) => void;
  /** Saves this value now, for editors where choosing is deciding. */
  onChoose: (value: V) => void;
  onClose: () => void;
  label: string;
}

interface FactProps<V> {
  label: string;
  /** How it is read; nothing for what is empty. */
  children: ReactNode;
  /** Where it can be opened or called; stays usable beside editing. */
  action?: ReactNode;
  /** Absent where it may only be read. Called when editing begins: what is saved is compared with how the client was then. */
  begin?: () => { value: V; save: (value: V) => void };
  editor: (props: EditorProps<V>) => ReactNode;
}

const inPopup = (element: Element | null) => element?.closest('[role=listbox], [role=dialog], [role=menu], [role=grid]') != null;

/** One fact of a record, changed in place: Enter and leaving it save, Esc leaves it as it was. */
export function Fact<V>({ label, children, action, begin, editor }: FactProps<V>) {
  const t = useTranslations('clients.page');
  const [open, setOpen] = useState<{ value: V; save: (value: V) => void } | null>(null);
  const latest = useRef<V | null>(null);
  /** Enter and the blur that it brings both save: the second of them finds nothing left to do. */
  const isOpen = useRef(false);
  const button = useRef<HTMLButtonElement>(null);
  const frame = useRef<HTMLElement>(null);

  const close = () => {
    // Keyboard users go on from the fact they came from, unless they have left it already.
    const refocus = frame.current?.contains(document.activeElement) || document.activeElement === document.body;
    isOpen.current = false;
    setOpen(null);
    if (refocus) requestAnimationFrame(() => button.current?.focus());
  };
  const commit = (value: V) => {
    if (!open || !isOpen.current) return;
    if (JSON.stringify(value) !== JSON.stringify(open.value)) open.save(value);
    close();
  };
  const start = () => {
    const session = begin?.();
    if (!session) return;
    latest.current = session.value;
    isOpen.current = true;
    setOpen(session);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === 'Enter' && !event.defaultPrevented && !event.nativeEvent.isComposing && (event.target as Element).tagName === 'INPUT') {
      event.preventDefault();
      // A field that reads its text only when it is left is left first.
      (event.target as HTMLElement).blur();
      setTimeout(() => commit(latest.current as V));
    }
  };
  return (
    <div className="grid grid-cols-[6.5rem_minmax(0,1fr)] items-start gap-x-3">
      <dt className="py-1.5 text-muted">{label}</dt>
      {open ? (
        <dd
          ref={frame}
          className="min-w-0"
          onKeyDown={onKeyDown}
          onBlur={(event) => {
            const to = event.relatedTarget;
            if (event.currentTarget.contains(to) || inPopup(to)) return;
            setTimeout(() => frame.current && !frame.current.contains(document.activeElement) && !inPopup(document.activeElement) && commit(latest.current as V));
          }}
        >
          <Draft start={open.value} onDraft={(value) => (latest.current = value)} onChoose={commit} onClose={close} label={label} editor={editor} />
        </dd>
      ) : (
        <dd className={cn('group/fact relative -mx-2 flex min-h-8 min-w-0 items-start gap-1 rounded-md px-2 py-1.5', begin && 'hover:bg-hover has-[[data-edit]:focus-visible]:bg-hover')}>
          <div className="min-w-0 flex-1">{children ?? <span className="text-subtle">—</span>}</div>
          {action && <span className="relative z-1 shrink-0">{action}</span>}
          {begin && (
            <button ref={button} type="button" data-edit onClick={start} aria-label={t('edit', { field: label })} className="absolute inset-0 grid cursor-text place-items-center justify-items-end rounded-md pe-2 text-muted">
              <Pencil aria-hidden className="size-3.5 rounded-sm bg-hover opacity-0 group-hover/fact:opacity-100 group-has-focus-visible/fact:opacity-100" />
            </button>
          )}
        </dd>
      )}
    </div>
  );
}

interface DraftProps<V> {
  start: V;
  onDraft: (value: V) => void;
  onChoose: (value: V) => void;
  onClose: () => void;
  label: string;
  editor: (props: EditorProps<V>) => ReactNode;
}

/** What is typed so far. */
function Draft<V>({ start, onDraft, editor, ...rest }: DraftProps<V>) {
  const [value, setValue] = useState(start);
  const change = (next: V) => {
    onDraft(next);
    setValue(next);
  };
  return editor({ ...rest, value, onChange: change });
}
