'use client';
import { useState, type ReactNode } from 'react';
import { ChevronDown, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, cn, SortableList, toast } from '@loctelli/core/web';
import { useAt, useWanted } from './draft-context.tsx';
import type { Path } from './draft-store.ts';
import { FaultMark } from './section.tsx';

interface Props<T> {
  path: Path;
  label: string;
  idOf: (item: T) => string;
  titleOf: (item: T, index: number) => string;
  /** Quietly at the end of the line. */
  asideOf?: (item: T) => ReactNode;
  iconOf?: (item: T) => ReactNode;
  /** Under the title while it is closed. */
  summaryOf?: (item: T) => ReactNode;
  /** What an open item shows, by its place in the draft. */
  editor: (path: Path, item: T) => ReactNode;
  /** Id of the one that is open, of those that just came too. */
  open: string | null;
  onOpen: (id: string | null) => void;
  /** Further buttons of a line. */
  actionsOf?: (item: T, index: number) => ReactNode;
}

/** Things of the draft in an order: each opens to be edited where it stands, moves by dragging or buttons, and can be taken back when removed. */
export function Items<T>({ path, label, idOf, titleOf, asideOf, iconOf, summaryOf, editor, open, onOpen, actionsOf }: Props<T>) {
  const t = useTranslations('strategies.editor');
  const ui = useTranslations('core.ui');
  const { value: items, set, readOnly } = useAt<T[]>(path);
  useWanted(path, (wanted) => {
    const item = items[Number(wanted.slice(path.length + 1).split('.')[0])];
    if (item !== undefined) onOpen(idOf(item));
  });
  if (items.length === 0) return null;
  const remove = (item: T) => {
    const name = titleOf(item, items.indexOf(item));
    set(items.filter((each) => each !== item));
    toast.show(t('removed', { name }), { undo: { label: ui('undo'), run: () => set(items) } });
  };
  return (
    <SortableList tall items={items} itemId={idOf} itemLabel={(item) => titleOf(item, items.indexOf(item))} onOrder={set} label={label} disabled={readOnly}>
      {(item) => {
        const id = idOf(item);
        const index = items.indexOf(item);
        const isOpen = open === id;
        const title = titleOf(item, index);
        return (
          <div data-path={`${path}.${index}`} className="min-w-0">
            <div className="flex min-w-0 items-center gap-1">
              <button
                type="button"
                aria-expanded={isOpen}
                onClick={() => onOpen(isOpen ? null : id)}
                className="flex min-h-7 min-w-0 flex-1 items-center gap-2 rounded-sm text-start hover:text-accent-text"
              >
                {iconOf?.(item)}
                <bdi className={cn('min-w-0 truncate', isOpen && 'font-medium')}>{title}</bdi>
                <FaultMark path={`${path}.${index}`} />
                <span className="ms-auto flex shrink-0 items-center gap-1.5 text-sm text-muted max-sm:hidden">{asideOf?.(item)}</span>
                <ChevronDown aria-hidden className={cn('size-4 shrink-0 text-muted transition-transform duration-150', isOpen && 'rotate-180')} />
              </button>
              {!readOnly && actionsOf?.(item, index)}
              {!readOnly && (
                <Button variant="ghost" size="icon-sm" aria-label={t('removeOf', { name: title })} onClick={() => remove(item)}>
                  <Trash2 aria-hidden />
                </Button>
              )}
            </div>
            {!isOpen && summaryOf?.(item)}
            {isOpen && <div className="flex flex-col gap-4 pt-3 pb-2">{editor(`${path}.${index}`, item)}</div>}
          </div>
        );
      }}
    </SortableList>
  );
}

/** What of a list is open: the one that was just added, or chosen. */
export function useOpen() {
  const [open, setOpen] = useState<string | null>(null);
  return { open, onOpen: setOpen };
}
