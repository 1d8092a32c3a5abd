'use client';
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';

export interface VirtualRowsProps {
  count: number;
  scroll: RefObject<HTMLElement | null>;
  estimate: number;
  /** Index that stays drawn wherever the window is; -1 for none. */
  pinned: number;
  reveal: RefObject<((index: number) => void) | null>;
  keyOf: (index: number) => string;
  onEnd?: () => void;
  row: (index: number, place: { top: number; measure: (element: HTMLElement | null) => void }) => ReactNode;
  children: (height: number, rows: ReactNode) => ReactNode;
}

const near = 12;

/** The rows in sight and a few around them, each at its place. */
export default function VirtualRows({ count, scroll, estimate, pinned, reveal, keyOf, onEnd, row, children }: VirtualRowsProps) {
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => estimate,
    overscan: 8,
    getItemKey: keyOf,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      return pinned < 0 || pinned >= count || indexes.includes(pinned) ? indexes : [...indexes, pinned].sort((a, b) => a - b);
    },
  });
  useEffect(() => {
    reveal.current = (index) => virtualizer.scrollToIndex(index, { align: 'auto' });
    return () => void (reveal.current = null);
  }, [reveal, virtualizer]);
  const last = virtualizer.range?.endIndex ?? -1;
  const asked = useRef(-1);
  useEffect(() => {
    if (!onEnd || last < 0 || last < count - near || asked.current === count) return;
    asked.current = count;
    onEnd();
  }, [last, count, onEnd]);
  return children(
    virtualizer.getTotalSize(),
    virtualizer.getVirtualItems().map((item) => row(item.index, { top: item.start, measure: virtualizer.measureElement })),
  );
}
