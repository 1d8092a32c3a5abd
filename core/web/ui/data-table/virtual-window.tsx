'use client';
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';

export interface Window {
  /** Indexes of the rows to draw. */
  indexes: number[];
  /** Pixels that the rows above and below take. */
  before: number;
  after: number;
  measure?: (element: HTMLElement | null) => void;
}

export interface VirtualWindowProps {
  count: number;
  scroll: RefObject<HTMLElement | null>;
  /** Row that stays drawn wherever the window is: it has the focus. */
  pinned: number;
  reveal: RefObject<((index: number) => void) | null>;
  /** A change of it goes back to the first row. */
  top: string;
  onEnd?: () => void;
  children: (window: Window) => ReactNode;
}

const cardHeight = 140;
const headHeight = 36;
const near = 20;

/** Draws the rows in sight of a scroll area and a few around them. Loaded only by tables that ask for it. */
export default function VirtualWindow({ count, scroll, pinned, reveal, top, onEnd, children }: VirtualWindowProps) {
  const cards = typeof matchMedia === 'function' && matchMedia('(max-width: 639.9px)').matches;
  // Asked once: the virtualizer wants the height of each row it has not measured.
  const height = useRef(0);
  const estimate = () => (height.current ||= cards ? cardHeight : rowHeight(scroll.current));
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: estimate,
    overscan: 8,
    gap: cards ? 8 : 0,
    scrollPaddingStart: cards ? 0 : headHeight,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      return pinned < 0 || pinned >= count || indexes.includes(pinned) ? indexes : [...indexes, pinned].sort((a, b) => a - b);
    },
  });
  useEffect(() => {
    reveal.current = (index) => virtualizer.scrollToIndex(index, { align: 'auto' });
    return () => void (reveal.current = null);
  }, [reveal, virtualizer]);

  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else virtualizer.scrollToOffset(0);
  }, [top, virtualizer]);

  const items = virtualizer.getVirtualItems();
  const last = virtualizer.range?.endIndex ?? -1;
  const asked = useRef(-1);
  useEffect(() => {
    if (!onEnd || last < 0 || last < count - near || asked.current === count) return;
    asked.current = count;
    onEnd();
  }, [last, count, onEnd]);

  return children({
    indexes: items.map((item) => item.index),
    before: items[0]?.start ?? 0,
    after: virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0),
    measure: virtualizer.measureElement,
  });
}

/** The density of the brand, in pixels. */
function rowHeight(element: HTMLElement | null): number {
  return (element && parseFloat(getComputedStyle(element).getPropertyValue('--row'))) || 44;
}
