'use client';
import { useEffect, useRef, type ReactNode } from 'react';
import { useDroppable } from '@dnd-kit/core';
import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../button.tsx';
import { cn } from '../cn.ts';
import { Menu } from '../menu.tsx';
import { Skeleton } from '../skeleton.tsx';
import { columnWidth } from './layout.ts';
import type { BoardColumn } from './types.ts';

export interface ColumnFrameProps {
  column: BoardColumn<never>;
  /** A card is carried over it. */
  over: boolean;
  children: ReactNode;
}

export function ColumnFrame({ column, over, children }: ColumnFrameProps) {
  const t = useTranslations('core.kit');
  const formats = useFormats();
  const { setNodeRef } = useDroppable({ id: column.id });
  const count = column.count ?? column.cards.length;
  const heading = `column-${column.id}`;
  return (
    <section ref={setNodeRef} data-board-column={column.id} aria-labelledby={heading} className={cn(columnWidth, 'flex max-h-full snap-center flex-col rounded-lg bg-sunken/60 transition-colors duration-120 sm:snap-start', over && 'bg-accent-soft')}>
      <header className="flex items-center gap-2 px-3 pt-2.5 pb-1.5">
        {column.mark}
        <h2 id={heading} className="min-w-0 truncate font-medium">
          {column.title}
        </h2>
        <span className="shrink-0 text-sm text-muted tabular-nums">
          <span aria-hidden>{formats.number(count)}</span>
          <span className="sr-only">{t('cards', { count })}</span>
        </span>
        <span className="ms-auto shrink-0 text-sm text-muted tabular-nums">{column.sum}</span>
        {column.menu && column.menu.length > 0 && (
          <Menu
            groups={column.menu}
            trigger={
              <Button variant="ghost" size="icon-sm" className="-me-1.5" aria-label={t('columnActions', { name: column.title })}>
                <Ellipsis aria-hidden />
              </Button>
            }
          />
        )}
      </header>
      <div className="min-h-16 flex-1 overflow-y-auto overscroll-contain p-2 pt-1">
        <ul aria-labelledby={heading} className="flex flex-col gap-2">
          {children}
        </ul>
        {column.cards.length === 0 && !column.loading && <p className="px-2 py-6 text-center text-sm text-muted">{column.empty ?? t('emptyColumn')}</p>}
        {column.loading && <Skeleton className="mt-2 h-16 rounded-md" />}
        {column.hasMore && !column.loading && column.onMore && <More onMore={column.onMore} loaded={column.cards.length} label={t('moreCards', { name: column.title })} />}
      </div>
    </section>
  );
}

/** Fetches the next cards when it comes into sight; a button for those who come by keyboard. */
function More({ onMore, loaded, label }: { onMore: () => void; loaded: number; label: string }) {
  const button = useRef<HTMLDivElement>(null);
  const more = useRef(onMore);
  more.current = onMore;
  useEffect(() => {
    if (typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && more.current(), { rootMargin: '200px' });
    observer.observe(button.current!);
    return () => observer.disconnect();
  }, [loaded]);
  const t = useTranslations('core.ui');
  return (
    <div ref={button} className="pt-2 text-center">
      <Button size="sm" variant="ghost" aria-label={label} onClick={onMore}>
        {t('loadMore')}
      </Button>
    </div>
  );
}
