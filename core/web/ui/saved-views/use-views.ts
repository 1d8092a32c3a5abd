import { useQueryClient } from '@tanstack/react-query';
import { coreApi } from '../../api-client/core-api.ts';
import type { SavedView } from '../../api-client/types.ts';
import { usePreference } from '../../data/preference.ts';
import { useApiMutation } from '../../data/mutation.ts';
import { useApiQuery } from '../../data/query.tsx';
import type { ViewQuery } from './same-query.ts';

export type Visibility = SavedView['visibility'];
type Json = Parameters<typeof coreApi.views.createView>[0]['query'];

/** The saved views of a list, and what can be done with them. */
export function useViews(list: string) {
  const key = ['core', 'views', list];
  const client = useQueryClient();
  const query = useApiQuery(key, () => coreApi.views.getViews(list));
  const preference = usePreference<{ id: number | null }>(`views.${list}`);
  const put = (view: SavedView) =>
    client.setQueryData<{ items: SavedView[] }>(key, (now) => {
      const items = now?.items ?? [];
      return { items: items.some(({ id }) => id === view.id) ? items.map((each) => (each.id === view.id ? view : each)) : [...items, view] };
    });
  const create = useApiMutation((input: { name: string; visibility: Visibility; query: ViewQuery }) => coreApi.views.createView({ list, ...input, query: input.query as Json }), { onSuccess: put, toastErrors: false });
  const update = useApiMutation(
    ({ view, ...change }: { view: SavedView; name?: string; visibility?: Visibility; query?: ViewQuery }) => coreApi.views.updateView(view.id, { version: view.version, ...change, query: change.query as Json | undefined }),
    { onSuccess: put, toastErrors: false },
  );
  const remove = useApiMutation((view: SavedView) => coreApi.views.deleteView(view.id), {
    onSuccess: (_, view) => client.setQueryData<{ items: SavedView[] }>(key, (now) => ({ items: (now?.items ?? []).filter(({ id }) => id !== view.id) })),
  });
  return {
    views: query.data?.items ?? [],
    isLoading: query.isPending || preference.isLoading,
    /** The view this list opens with; null for all of it. */
    opensWith: preference.value?.id ?? null,
    openWith: (id: number | null) => preference.set({ id }),
    create,
    update,
    remove,
  };
}
