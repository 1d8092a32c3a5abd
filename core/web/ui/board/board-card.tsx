'use client';
import type { ReactNode } from 'react';
import { useDraggable } from '@dnd-kit/core';
import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../button.tsx';
import { cn } from '../cn.ts';
import { Menu, type MenuGroup } from '../menu.tsx';
import { Link } from '../link.tsx';

export const cardFrame = 'group/card relative rounded-md border bg-surface p-3 text-start';

export interface BoardCardProps {
  id: string;
  label: string;
  href?: string;
  menu: MenuGroup[];
  movable: boolean;
  /** The one card that Tab reaches. */
  current: boolean;
  carried: boolean;
  helpId: string;
  onFocus: () => void;
  children: ReactNode;
}

export function BoardCard({ id, label, href, menu, movable, current, carried, helpId, onFocus, children }: BoardCardProps) {
  const t = useTranslations('core.kit');
  const { setNodeRef, listeners, isDragging } = useDraggable({ id, disabled: !movable });
  return (
    <li
      ref={setNodeRef}
      data-card={id}
      tabIndex={current ? 0 : -1}
      aria-label={label}
      aria-describedby={movable ? helpId : undefined}
      {...listeners}
      onFocus={onFocus}
      className={cn(
        cardFrame,
        'touch-manipulation select-none scroll-m-2 transition-[border-color,box-shadow] duration-120 [contain-intrinsic-block-size:auto_5.5rem] [content-visibility:auto] hover:border-line-strong/60 focus-visible:-outline-offset-2',
        movable && 'cursor-grab',
        isDragging && 'opacity-40',
        carried && 'border-accent shadow-float outline-2 -outline-offset-2 outline-accent',
      )}
    >
      {href && <Link href={href} tabIndex={-1} draggable={false} aria-label={label} className="absolute inset-0 rounded-[inherit]" />}
      {children}
      {menu.length > 0 && (
        <span className="absolute end-1 top-1 z-1 opacity-0 transition-opacity duration-120 group-focus-within/card:opacity-100 group-hover/card:opacity-100 has-data-popup-open:opacity-100 pointer-coarse:opacity-100" onPointerDown={(event) => event.stopPropagation()}>
          <Menu
            groups={menu}
            trigger={
              <Button variant="ghost" size="icon-sm" aria-label={t('cardActions', { name: label })}>
                <Ellipsis aria-hidden />
              </Button>
            }
          />
        </span>
      )}
    </li>
  );
}
