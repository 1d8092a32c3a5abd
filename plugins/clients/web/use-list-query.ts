'use client';
import { useSearchParams } from 'next/navigation';
import type { Sort } from '@loctelli/core/web';
import type { ClientExportQuery, ClientStatus } from '../contract.ts';

const filters = ['search', 'status', 'ownerId', 'tag'] as const;
type Key = (typeof filters)[number] | 'sort' | 'direction';

/** What the list shows, kept in the address, so that a view can be reloaded, shared and gone back to. */
export function useListQuery() {
  const params = useSearchParams();
  const get = (key: Key) => params.get(key) ?? undefined;
  const set = (changes: Partial<Record<Key, string | undefined>>) => {
    const next = new URLSearchParams(params);
    for (const [key, value] of Object.entries(changes)) {
      if (value) next.set(key, value);
      else next.delete(key);
    }
    window.history.replaceState(null, '', next.size ? `?${next}` : window.location.pathname);
  };
  const sort: Sort = { id: get('sort') ?? 'createdAt', direction: (get('direction') ?? 'desc') as Sort['direction'] };
  const query: ClientExportQuery = {
    search: get('search'),
    status: get('status') as ClientStatus | undefined,
    ownerId: get('ownerId') ? Number(get('ownerId')) : undefined,
    tag: get('tag'),
    sort: sort.id as ClientExportQuery['sort'],
    direction: sort.direction,
  };
  return {
    query,
    sort,
    set,
    filtered: filters.some((key) => params.has(key)),
    clear: () => set(Object.fromEntries(filters.map((key) => [key, undefined]))),
  };
}
