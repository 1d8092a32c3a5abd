'use client';
import { keepPreviousData, useInfiniteQuery, type QueryKey } from '@tanstack/react-query';
import type { Page } from '@loctelli/core';
import type { ApiProblem } from '../api-client/problem.ts';
import type { ApiQueryOptions } from './query.tsx';

export interface PagesResult<T> {
  rows: T[];
  total?: Page<T>['total'];
  /** No rows yet, the first part is on its way. */
  isLoading: boolean;
  /** Rows of the last question are shown while the next one is answered. */
  isRefreshing: boolean;
  error: ApiProblem | null;
  hasMore: boolean;
  isLoadingMore: boolean;
  loadMore: () => void;
  refetch: () => void;
}

/**
 * A list read by cursor, part by part.
 * @example const list = useApiPages(['clients', filters], (cursor) => api.clients.getClients({ ...filters, cursor }));
 */
export function useApiPages<T>(key: QueryKey, load: (cursor: string | undefined) => Promise<Page<T>>, options: ApiQueryOptions = {}): PagesResult<T> {
  const query = useInfiniteQuery<Page<T>, ApiProblem, { pages: Page<T>[] }, QueryKey, string | undefined>({
    queryKey: key,
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    enabled: options.enabled,
    placeholderData: keepPreviousData,
  });
  const pages = query.data?.pages ?? [];
  return {
    rows: pages.flatMap((page) => page.items),
    total: pages[0]?.total,
    isLoading: query.isPending,
    isRefreshing: query.isPlaceholderData && query.isFetching,
    error: query.isPlaceholderData || !query.data ? query.error : null,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    refetch: () => void query.refetch(),
  };
}
