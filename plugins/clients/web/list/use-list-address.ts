'use client';
import { useMemo } from 'react';
import { useSearchParams } from 'next/navigation';
import type { Sort } from '@loctelli/core/web';
import type { ClientFilterInput } from '../../contract.ts';

export type ListForm = 'table' | 'board';
/** What the list's address says. Everything is text, as in a saved view. */
const keys = ['search', 'where', 'tag', 'sort', 'direction', 'form', 'pipeline', 'view'] as const;
type Key = (typeof keys)[number];
export type ListAddress = Partial<Record<Key, string>>;

const filters = ['search', 'where', 'tag'] as const;
/** What a saved view keeps of the address. */
export const viewKeys = ['search', 'where', 'sort', 'direction', 'form', 'pipeline'] as const;

/** What the list shows, kept in the address, so that it can be reloaded, shared, saved as a view and gone back to. */
export function useListAddress() {
  const params = useSearchParams();
  const text = params.toString();
  return useMemo(() => {
    const current = new URLSearchParams(text);
    const address = Object.fromEntries(keys.flatMap((key) => (current.get(key) ? [[key, current.get(key)!]] : []))) as ListAddress;
    /** Changes what is named; undefined takes it away. */
    const set = (changes: { [K in Key]?: string | undefined }) => {
      const next = new URLSearchParams(window.location.search);
      for (const [key, value] of Object.entries(changes)) {
        if (value) next.set(key, value);
        else next.delete(key);
      }
      window.history.replaceState(null, '', next.size ? `?${next}` : window.location.pathname);
    };
    const sort: Sort = { id: address.sort ?? 'createdAt', direction: (address.direction ?? 'desc') as Sort['direction'] };
    const filter: ClientFilterInput = { search: address.search, tag: address.tag, where: address.where };
    return {
      address,
      set,
      form: (address.form === 'board' ? 'board' : 'table') as ListForm,
      sort,
      /** Filters alone, for the board and for bulk runs. */
      filter,
      /** Filters and order. */
      query: { ...filter, sort: sort.id, direction: sort.direction } as ClientFilterInput,
      filtered: filters.some((key) => key in address),
      clear: () => set(Object.fromEntries(filters.map((key) => [key, undefined]))),
    };
  }, [text]);
}
