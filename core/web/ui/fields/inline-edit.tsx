'use client';
import { useRef, useState, type ReactNode } from 'react';
import { Pencil } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useProblemText } from '../../i18n/problem-text.ts';
import { cn } from '../cn.ts';
import { CellEditor } from '../data-table/cell-editor.tsx';
import type { EditorSpec } from '../data-table/types.ts';
import { toast } from '../toast.tsx';

export interface InlineEditProps<Value> {
  /** What is edited, such as "Phone". */
  label: string;
  /** The kind of editor and how a change is sent; `apply` is not needed here. */
  spec: Value;
  /** Without it the value can only be read. */
  editable?: boolean;
  /** How the value is drawn; `next` is what was just entered while it is on its way. */
  children: (next: { value: unknown } | null) => ReactNode;
  className?: string;
}

type Spec = EditorSpec<unknown> extends infer Each ? (Each extends { apply: unknown } ? Omit<Each, 'apply'> : never) : never;

/** One value that is changed where it stands: Enter, F2 or a click opens it, Enter saves, Esc leaves it. Shown at once, taken back on failure. */
export function InlineEdit({ label, spec, editable = true, children, className }: InlineEditProps<Spec>) {
  const t = useTranslations('core.kit');
  const describe = useProblemText();
  const button = useRef<HTMLButtonElement>(null);
  const [editing, setEditing] = useState(false);
  const [next, setNext] = useState<{ value: unknown; from: unknown } | null>(null);
  const pending = next && next.from === spec.value ? next : null;
  if (!editable) return <span className={className}>{children(null)}</span>;
  const done = (value: unknown, back: boolean) => {
    setEditing(false);
    if (back) setTimeout(() => button.current?.focus());
    if (value === undefined || value === spec.value) return;
    setNext({ value, from: spec.value });
    (spec.save as (value: unknown) => Promise<unknown>)(value).catch((error: unknown) => {
      setNext(null);
      if (!(spec.onFailure as ((error: unknown, value: unknown) => boolean | void) | undefined)?.(error, value)) toast.error(describe(error));
    });
  };
  return (
    <span className={cn('relative block min-h-8 min-w-0', className)}>
      <button
        ref={button}
        type="button"
        aria-label={t('editValue', { name: label })}
        onClick={() => setEditing(true)}
        onKeyDown={(event) => event.key === 'F2' && setEditing(true)}
        className={cn('group/edit absolute inset-0 flex items-center justify-end rounded-sm pe-1.5 text-subtle hover:bg-hover', editing && 'invisible')}
      >
        <Pencil aria-hidden className="size-3.5 opacity-0 group-hover/edit:opacity-100 group-focus-visible/edit:opacity-100" />
      </button>
      <span className={cn('pointer-events-none relative block truncate px-2 py-1.5', editing && 'invisible')}>{children(pending)}</span>
      {editing && <CellEditor spec={spec as EditorSpec<never>} label={label} onDone={(value, then) => done(value, then !== 'leave')} />}
    </span>
  );
}
