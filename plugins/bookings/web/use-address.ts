'use client';
import { useMemo } from 'react';
import { useSearchParams } from 'next/navigation';

/** What the calendar's address says. Everything is text, as in a saved view. */
const parts = ['form', 'day', 'host', 'type', 'search', 'status', 'source', 'when', 'from', 'to', 'cancelled', 'view', 'booking'] as const;
export type Part = (typeof parts)[number];
export type Address = Partial<Record<Part, string>>;
/** What a saved view keeps of it. */
export const viewParts = ['host', 'type', 'search', 'status', 'source', 'when', 'from', 'to'] as const satisfies readonly Part[];

/** What the page shows, kept in the address, so that it can be reloaded, shared, saved as a view and gone back to. */
export function useAddress() {
  const text = useSearchParams().toString();
  return useMemo(() => {
    const current = new URLSearchParams(text);
    const address = Object.fromEntries(parts.flatMap((part) => (current.get(part) ? [[part, current.get(part)!]] : []))) as Address;
    /** Changes what is named; undefined takes it away. */
    const set = (changes: { [P in Part]?: string | undefined }) => {
      const next = new URLSearchParams(window.location.search);
      for (const [part, value] of Object.entries(changes)) {
        if (value) next.set(part, value);
        else next.delete(part);
      }
      window.history.replaceState(null, '', next.size ? `?${next}` : window.location.pathname);
    };
    return { address, set };
  }, [text]);
}
export type AddressState = ReturnType<typeof useAddress>;
