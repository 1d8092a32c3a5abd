import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { Choice } from './use-selection.ts';

/** A cell being edited, or where the focus is to go. */
export interface Place {
  row: string;
  column: string | null;
}

interface Options {
  ids: readonly string[];
  container: RefObject<HTMLElement | null>;
  choice: Choice;
  open: (id: string) => void;
  /** Ids of the columns of that row that can be edited, in the order they are drawn. */
  editable: (id: string) => string[];
  edit: (place: Place) => void;
  clear: () => void;
}

export interface RowKeys {
  active: string | null;
  setActive: (id: string) => void;
  /** Puts the focus on a row or on one of its cells, once it is drawn. */
  focus: (place: Place) => void;
  /** To be called after rows were drawn. */
  settle: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  /** Set by the window over many rows: brings a row into sight. */
  reveal: RefObject<((index: number) => void) | null>;
}

const typing = 'input:not([type=checkbox]), textarea, select, [contenteditable=true], [role=combobox], [role=menu], [role=listbox], [role=dialog]';

/** Work a list by keyboard: `j` `k` and arrows move, `x` chooses, Enter and `o` open, `e` and F2 edit, shift extends. */
export function useRowKeys({ ids, container, choice, open, editable, edit, clear }: Options): RowKeys {
  const [active, setActive] = useState<string | null>(null);
  const reveal = useRef<((index: number) => void) | null>(null);
  const wanted = useRef<Place | null>(null);

  const settle = () => {
    const place = wanted.current;
    if (!place) return;
    const row = [...(container.current?.querySelectorAll<HTMLElement>('tr[data-row]') ?? [])].find((each) => each.dataset.row === place.row);
    if (!row) return;
    wanted.current = null;
    const cell = place.column === null ? null : [...row.querySelectorAll<HTMLElement>('td[data-column]')].find((each) => each.dataset.column === place.column);
    (cell ?? row).focus({ preventScroll: reveal.current !== null });
  };
  const focus = (place: Place) => {
    wanted.current = place;
    setActive(place.row);
    reveal.current?.(ids.indexOf(place.row));
    settle();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLElement>('tr[data-row]');
    if (event.defaultPrevented || !container.current?.contains(target) || !row || target.closest(typing)) return;
    const id = row.dataset.row!;
    const cell = target.matches('td[data-column]') ? target.dataset.column! : null;
    const onRow = target === row;
    const index = ids.indexOf(id);
    const go = (to: number) => {
      const next = ids[Math.min(ids.length - 1, Math.max(0, to))];
      if (next === undefined) return;
      if (event.shiftKey && choice.selectable && next !== id) {
        if (!choice.has(id)) choice.toggle(id, true);
        choice.toggle(next, true, true);
      }
      focus({ row: next, column: cell });
    };
    const sideways = (by: 1 | -1) => {
      const cells = editable(id);
      const from = cell === null ? -1 : cells.indexOf(cell);
      const to = from + (getComputedStyle(row).direction === 'rtl' ? -by : by);
      if (to < -1 || to >= cells.length) return false;
      focus({ row: id, column: cells[to] ?? null });
      return true;
    };
    const startEdit = () => {
      const column = cell ?? editable(id)[0];
      if (column) edit({ row: id, column });
      return column !== undefined;
    };
    const mine = (): boolean => {
      if ((event.ctrlKey || event.metaKey) && event.key === 'a' && choice.selectable) return (choice.toggleAll(true), true);
      if (event.ctrlKey || event.metaKey || event.altKey) return false;
      switch (event.key) {
        case 'j':
        case 'J':
        case 'ArrowDown':
          return (go(index + 1), true);
        case 'k':
        case 'K':
        case 'ArrowUp':
          return (go(index - 1), true);
        case 'Home':
          return (go(0), true);
        case 'End':
          return (go(ids.length - 1), true);
        case 'ArrowRight':
          return (onRow || cell !== null) && sideways(1);
        case 'ArrowLeft':
          return (onRow || cell !== null) && sideways(-1);
        case 'x':
          return choice.selectable && (choice.toggle(id, !choice.has(id)), true);
        case 'o':
          return (open(id), true);
        case 'e':
        case 'F2':
          return startEdit();
        case 'Enter':
          if (cell !== null) return startEdit();
          return onRow && (open(id), true);
        case 'Escape':
          if (cell !== null) return (focus({ row: id, column: null }), true);
          return choice.count > 0 && (clear(), true);
        default:
          return false;
      }
    };
    if (mine()) event.preventDefault();
  };

  // `j` from anywhere on the page enters the first list.
  const enter = useRef(() => {});
  enter.current = () => {
    const row = active !== null && ids.includes(active) ? active : ids[0];
    if (row !== undefined) focus({ row, column: null });
  };
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      const idle = event.target === document.body || (event.target as HTMLElement).matches?.('main');
      if (!idle || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || (event.key !== 'j' && event.key !== 'k')) return;
      if (document.querySelector('[role=dialog]') || document.querySelector('[data-rows]') !== container.current) return;
      event.preventDefault();
      enter.current();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [container]);

  return { active, setActive, focus, settle, onKeyDown, reveal };
}
