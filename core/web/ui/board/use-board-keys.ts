import { useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { beside, find, idsOf, step, type Spot } from './places.ts';
import type { BoardProps } from './types.ts';

/** What is said while a card is carried: which message, about which spot. */
export type Say = (what: 'lifted' | 'over' | 'dropped' | 'putBack', card: string, spot: Spot) => void;

interface Options<Card> extends Pick<BoardProps<Card>, 'columns' | 'cardId' | 'ordered'> {
  container: RefObject<HTMLElement | null>;
  movable: (id: string) => boolean;
  move: (id: string, spot: Spot) => void;
  open: (id: string) => void;
  say: Say;
}

const typing = 'input, textarea, select, button, [contenteditable=true], [role=combobox], [role=menu], [role=dialog]';

/** Carrying cards by keyboard: nothing moves for the others until the card is let go. */
export function useBoardKeys<Card>({ columns, cardId, ordered = false, container, movable, move, open, say }: Options<Card>) {
  const [active, setActive] = useState<string | null>(null);
  const [carried, setCarried] = useState<{ id: string; spot: Spot } | null>(null);
  const wanted = useRef<string | null>(null);
  const board = idsOf(columns, cardId);

  const cardOf = (id: string) => [...(container.current?.querySelectorAll<HTMLElement>('[data-card]') ?? [])].find((each) => each.dataset.card === id);
  // A card that went to another column is drawn anew there; the focus goes with it.
  useLayoutEffect(() => {
    const card = wanted.current === null ? undefined : cardOf(wanted.current);
    if (!card) return;
    card.focus();
    wanted.current = null;
  });
  const focus = (id: string) => {
    wanted.current = id;
    setActive(id);
    cardOf(id)?.focus();
  };
  const putBack = () => {
    if (!carried) return;
    setCarried(null);
    const home = find(board, carried.id);
    if (home) say('putBack', carried.id, home);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    const card = target.closest<HTMLElement>('[data-card]');
    if (event.defaultPrevented || !container.current?.contains(target) || !card || target.closest(typing) || event.ctrlKey || event.metaKey || event.altKey) return;
    const id = card.dataset.card!;
    const rtl = getComputedStyle(card).direction === 'rtl';
    const directions = { ArrowUp: 'up', k: 'up', ArrowDown: 'down', j: 'down', ArrowLeft: rtl ? 'after' : 'before', ArrowRight: rtl ? 'before' : 'after' } as const;
    const direction = directions[event.key as keyof typeof directions];
    const mine = (): boolean => {
      if (direction && carried) {
        const spot = step(board, carried.id, carried.spot, direction, ordered);
        if (spot) {
          setCarried({ id: carried.id, spot });
          say('over', carried.id, spot);
        }
        return true;
      }
      if (direction) {
        const next = beside(board, id, direction);
        if (next) focus(next);
        return true;
      }
      if (event.key === ' ' || (event.key === 'Enter' && carried)) {
        if (carried) {
          setCarried(null);
          say('dropped', carried.id, carried.spot);
          wanted.current = carried.id;
          move(carried.id, carried.spot);
        } else if (movable(id)) {
          const spot = find(board, id)!;
          setCarried({ id, spot });
          say('lifted', id, spot);
        }
        return true;
      }
      if (event.key === 'Escape' && carried) return (putBack(), true);
      if (event.key === 'Enter' || event.key === 'o') return (open(id), true);
      if (event.key === 'Tab') putBack();
      return false;
    };
    if (mine()) event.preventDefault();
  };
  const first = board.find(({ ids }) => ids.length)?.ids[0];
  const current = active !== null && find(board, active) ? active : first;
  return { current, setActive, carried, onKeyDown, focusLater: (id: string) => void (wanted.current = id) };
}
