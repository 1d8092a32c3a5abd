'use client';
import { useId, useRef, useState } from 'react';
import { useRouter } from 'next/navigation';
import { DndContext, DragOverlay, MouseSensor, pointerWithin, rectIntersection, TouchSensor, useSensor, useSensors, type CollisionDetection, type DragEndEvent, type DragMoveEvent } from '@dnd-kit/core';
import { useTranslations } from 'next-intl';
import { cn } from '../cn.ts';
import type { MenuGroup } from '../menu.tsx';
import { BoardCard, cardFrame } from './board-card.tsx';
import { ColumnFrame } from './board-column.tsx';
import { boardHeight } from './layout.ts';
import { find, idsOf, type Spot } from './places.ts';
import type { BoardColumn, BoardProps } from './types.ts';
import { useBoardKeys, type Say } from './use-board-keys.ts';

/** The column under the pointer; between two columns the one the card covers most. */
const collision: CollisionDetection = (args) => {
  const under = pointerWithin(args);
  return under.length ? under : rectIntersection(args);
};

export default function BoardView<Card>({ label, columns, cardId, cardLabel, card, cardHref, cardMenu, onMove, canMove, ordered = false, refreshing, heightClass = boardHeight }: BoardProps<Card>) {
  const t = useTranslations('core.kit');
  const router = useRouter();
  const container = useRef<HTMLDivElement>(null);
  const helpId = useId();
  const [spoken, setSpoken] = useState('');
  const [dragged, setDragged] = useState<{ id: string; spot: Spot | null } | null>(null);
  const sensors = useSensors(useSensor(MouseSensor, { activationConstraint: { distance: 5 } }), useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }));

  const board = idsOf(columns, cardId);
  const cards = new Map(columns.flatMap((column) => column.cards.map((each) => [cardId(each), each] as const)));
  const movable = (id: string) => Boolean(onMove && cards.has(id) && (canMove?.(cards.get(id)!) ?? true));
  const titleOf = (id: string) => columns.find((column) => column.id === id)?.title ?? '';
  const say: Say = (what, id, spot) => {
    const others = board.find((each) => each.id === spot.column)?.ids.filter((each) => each !== id).length ?? 0;
    setSpoken(t(`board.${what}`, { name: cards.has(id) ? cardLabel(cards.get(id)!) : '', column: titleOf(spot.column), place: spot.index + 1, count: others + 1, ordered: ordered ? 'yes' : 'no' }));
  };
  const move = (id: string, spot: Spot) => {
    const from = find(board, id);
    const moved = cards.get(id);
    if (!from || moved === undefined || (from.column === spot.column && (!ordered || from.index === spot.index))) return;
    onMove?.({ card: moved, id, from: from.column, to: spot.column, index: spot.index });
  };
  const open = (id: string) => {
    const href = cards.has(id) ? cardHref?.(cards.get(id)!) : undefined;
    if (href) router.push(href);
  };
  const keys = useBoardKeys({ columns, cardId, ordered, container, movable, move, open, say });

  const menuOf = (each: Card, at: Spot): MenuGroup[] => {
    const id = cardId(each);
    const to = (spot: Spot) => () => {
      keys.focusLater(id);
      say('dropped', id, spot);
      move(id, spot);
    };
    const last = (board.find(({ id: column }) => column === at.column)?.ids.length ?? 1) - 1;
    const places = [
      { id: 'up', label: t('moveCardUp'), disabled: at.index === 0, onSelect: to({ ...at, index: at.index - 1 }) },
      { id: 'down', label: t('moveCardDown'), disabled: at.index >= last, onSelect: to({ ...at, index: at.index + 1 }) },
    ];
    const moves: MenuGroup[] = movable(id)
      ? [{ label: t('moveTo'), items: columns.map((column) => ({ id: column.id, label: column.title, checked: column.id === at.column, onSelect: to({ column: column.id, index: 0 }) })) }, ...(ordered ? [{ items: places }] : [])]
      : [];
    return [...moves, ...(cardMenu?.(each) ?? [])];
  };

  /** Where among the column's other cards the pointer is. */
  const spotOf = ({ active, over, activatorEvent, delta }: DragMoveEvent | DragEndEvent): Spot | null => {
    if (!over) return null;
    const column = String(over.id);
    if (!ordered) return { column, index: 0 };
    const start = 'touches' in activatorEvent ? (activatorEvent as TouchEvent).touches[0]?.clientY : (activatorEvent as MouseEvent).clientY;
    const y = (start ?? 0) + delta.y;
    const frame = [...(container.current?.querySelectorAll<HTMLElement>('[data-board-column]') ?? [])].find((each) => each.dataset.boardColumn === column);
    const others = [...(frame?.querySelectorAll<HTMLElement>('[data-card]') ?? [])].filter((each) => each.dataset.card !== String(active.id));
    const index = others.findIndex((each) => each.getBoundingClientRect().top + each.offsetHeight / 2 > y);
    return { column, index: index < 0 ? others.length : index };
  };
  const moving = dragged ?? keys.carried;
  const target = moving?.spot;
  const draggedCard = dragged && cards.get(dragged.id);
  const line = <li key="line" aria-hidden className="-my-1 h-0.5 rounded-full bg-accent" />;

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={collision}
      accessibility={{ screenReaderInstructions: { draggable: '' }, announcements: { onDragStart: () => undefined, onDragOver: () => undefined, onDragEnd: () => undefined, onDragCancel: () => undefined } }}
      onDragStart={({ active }) => {
        setDragged({ id: String(active.id), spot: null });
        say('lifted', String(active.id), find(board, String(active.id))!);
      }}
      onDragMove={(event) => {
        const spot = spotOf(event);
        if (dragged && (spot?.column !== dragged.spot?.column || spot?.index !== dragged.spot?.index)) setDragged({ ...dragged, spot });
      }}
      onDragEnd={(event) => {
        const spot = spotOf(event);
        const id = String(event.active.id);
        setDragged(null);
        if (!spot) return;
        say('dropped', id, spot);
        move(id, spot);
      }}
      onDragCancel={() => setDragged(null)}
    >
      <div
        ref={container}
        role="group"
        aria-label={label}
        aria-busy={refreshing || undefined}
        onKeyDown={keys.onKeyDown}
        className={cn('relative flex items-stretch gap-3 overflow-x-auto overscroll-x-contain pb-2 transition-opacity duration-150', !dragged && 'max-sm:snap-x max-sm:snap-mandatory', refreshing && 'opacity-60', heightClass)}
      >
        <p id={helpId} hidden>
          {t(ordered ? 'board.helpOrdered' : 'board.help')}
        </p>
        {columns.map((column) => (
          <ColumnFrame key={column.id} column={column as BoardColumn<never>} over={target?.column === column.id}>
            {column.cards.flatMap((each, index) => {
              const id = cardId(each);
              const others = column.cards.slice(0, index).filter((other) => cardId(other) !== moving?.id).length;
              const item = (
                <BoardCard
                  key={id}
                  id={id}
                  label={cardLabel(each)}
                  href={cardHref?.(each)}
                  menu={menuOf(each, { column: column.id, index })}
                  movable={movable(id)}
                  current={id === keys.current}
                  carried={keys.carried?.id === id}
                  helpId={helpId}
                  onFocus={() => keys.setActive(id)}
                >
                  {card(each)}
                </BoardCard>
              );
              return ordered && target?.column === column.id && target.index === others && id !== moving?.id ? [line, item] : [item];
            })}
            {ordered && target?.column === column.id && target.index >= column.cards.filter((other) => cardId(other) !== moving?.id).length && line}
          </ColumnFrame>
        ))}
      </div>
      <DragOverlay dropAnimation={null}>{draggedCard && <div className={cn(cardFrame, 'cursor-grabbing shadow-float')}>{card(draggedCard)}</div>}</DragOverlay>
      <p aria-live="assertive" className="sr-only">
        {spoken}
      </p>
    </DndContext>
  );
}
