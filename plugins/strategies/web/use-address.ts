'use client';
import { useMemo } from 'react';
import { useSearchParams } from 'next/navigation';

/** What a page shows, kept in its address, so that it can be reloaded, shared and gone back to. Everything is text. */
export function useAddress<Part extends string>(parts: readonly Part[]) {
  const text = useSearchParams().toString();
  return useMemo(() => {
    const current = new URLSearchParams(text);
    const address = Object.fromEntries(parts.flatMap((part) => (current.get(part) ? [[part, current.get(part)!]] : []))) as Partial<Record<Part, string>>;
    /** Changes what is named; undefined takes it away. */
    const set = (changes: { [P in Part]?: string | undefined }) => {
      const next = new URLSearchParams(window.location.search);
      for (const [part, value] of Object.entries(changes) as [Part, string | undefined][]) {
        if (value) next.set(part, value);
        else next.delete(part);
      }
      window.history.replaceState(null, '', next.size ? `?${next}` : window.location.pathname);
    };
    return { address, set };
  }, [text, parts]);
}
