'use client';
import { lazy, Suspense, useEffect, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { cn } from '../cn.ts';

const VirtualRows = lazy(() => import('./virtual-rows.tsx'));
/** Rows drawn until the part that follows the scrolling has arrived. */
const atFirst = 20;

/** What the list lends to whoever moves through it by keyboard. */
export interface VirtualListHandle {
  /** Brings a row into sight and gives it the focus. */
  focus: (id: string) => void;
}

export interface VirtualListProps<Row> {
  rows: readonly Row[];
  rowId: (row: Row) => string;
  label: string;
  /** Height of a row in pixels, as long as it has not been drawn. */
  rowHeight: number;
  /** The row that is stepped on from: it is in the order of Tab, and stays drawn. */
  active: string | null;
  /** Draws a row; the first link or button in it takes the focus, and `tabIndex` is for it. */
  children: (row: Row, place: { active: boolean; tabIndex: 0 | -1 }) => ReactNode;
  onEnd?: () => void;
  handle?: RefObject<VirtualListHandle | null>;
  onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
  /** How many there are in all, where it is known. */
  total?: number;
  className?: string;
}

/** A list of any length that scrolls by itself and draws only what is in sight. Rows may differ in height. */
export function VirtualList<Row>({ rows, rowId, label, rowHeight, active, children, onEnd, handle, onKeyDown, total, className }: VirtualListProps<Row>) {
  const scroll = useRef<HTMLDivElement>(null);
  const reveal = useRef<((index: number) => void) | null>(null);
  const wanted = useRef<string | null>(null);
  const ids = rows.map(rowId);
  const settle = () => {
    if (wanted.current === null) return;
    const row = scroll.current?.querySelector<HTMLElement>(`[data-virtual-row="${CSS.escape(wanted.current)}"]`);
    const target = row?.querySelector<HTMLElement>('a[href], button');
    if (!target) return;
    wanted.current = null;
    target.focus({ preventScroll: reveal.current !== null });
  };
  useEffect(settle);
  useEffect(() => {
    if (!handle) return;
    handle.current = {
      focus: (id) => {
        wanted.current = id;
        reveal.current?.(ids.indexOf(id));
        settle();
      },
    };
  });
  const at = active === null ? -1 : ids.indexOf(active);
  const draw = (index: number, place?: { top: number; measure: (element: HTMLElement | null) => void }) => (
    <li
      key={ids[index]}
      ref={place?.measure}
      data-index={index}
      data-virtual-row={ids[index]}
      aria-posinset={index + 1}
      aria-setsize={total ?? (onEnd ? -1 : rows.length)}
      className={place && 'absolute inset-x-0 top-0'}
      style={place && { transform: `translateY(${place.top}px)` }}
    >
      {children(rows[index]!, { active: index === at, tabIndex: index === Math.max(0, at) ? 0 : -1 })}
    </li>
  );
  const few = Array.from({ length: Math.min(atFirst, rows.length) }, (_, index) => draw(index));
  return (
    <div ref={scroll} role="region" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown} className={cn('relative overflow-y-auto overscroll-contain outline-none', className)}>
      <Suspense fallback={<ul>{few}</ul>}>
        <VirtualRows count={rows.length} scroll={scroll} estimate={rowHeight} pinned={at} reveal={reveal} keyOf={(index) => ids[index]!} onEnd={onEnd} row={draw}>
          {(height, drawn) => (
            <ul className="relative" style={{ height }}>
              {drawn}
            </ul>
          )}
        </VirtualRows>
      </Suspense>
    </div>
  );
}
