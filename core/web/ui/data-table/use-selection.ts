import { useRef } from 'react';

export interface Choice {
  selectable: boolean;
  has: (id: string) => boolean;
  count: number;
  all: boolean;
  some: boolean;
  /** `extend` gives every row since the last one touched the same state. */
  toggle: (id: string, on: boolean, extend?: boolean) => void;
  toggleAll: (on: boolean) => void;
}

/** Which rows are chosen, with ranges by shift. Only loaded rows can be chosen one by one. */
export function useSelection(ids: readonly string[], selection: ReadonlySet<string> | undefined, onSelection: ((next: Set<string>) => void) | undefined): Choice {
  const anchor = useRef<string | null>(null);
  const chosen = ids.reduce((sum, id) => sum + (selection?.has(id) ? 1 : 0), 0);
  return {
    selectable: Boolean(selection && onSelection),
    has: (id) => selection?.has(id) ?? false,
    count: selection?.size ?? 0,
    all: chosen > 0 && chosen === ids.length,
    some: chosen > 0,
    toggle: (id, on, extend) => {
      const next = new Set(selection);
      for (const each of extend && anchor.current ? between(ids, anchor.current, id) : [id]) {
        if (on) next.add(each);
        else next.delete(each);
      }
      anchor.current = id;
      onSelection?.(next);
    },
    toggleAll: (on) => onSelection?.(new Set(on ? ids : [])),
  };
}

function between(ids: readonly string[], from: string, to: string): readonly string[] {
  const ends = [ids.indexOf(from), ids.indexOf(to)].sort((a, b) => a - b) as [number, number];
  return ends[0] < 0 ? [to] : ids.slice(ends[0], ends[1] + 1);
}
