'use client';
import { useState, type ReactNode } from 'react';
import {
  keepPreviousData,
  QueryClientProvider,
  useQuery,
  useQueryClient,
  type QueryKey,
  type UseQueryResult,
} from '@tanstack/react-query';
import { type ApiProblem, isProblem } from '../api-client/problem.ts';
import { Queries } from './queries.ts';

/** Data of the signed-in pages: fresh for 30 s, kept while it is fetched again, not retried when the server said no. */
export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(
    () =>
      new Queries({
        defaultOptions: {
          queries: { staleTime: 30_000, retry: (count, error) => count < 2 && (!isProblem(error) || error.status === 0 || error.status >= 502), refetchOnWindowFocus: true },
          mutations: { retry: false },
        },
      }),
  );
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

export interface ApiQueryOptions {
  enabled?: boolean;
  /** Shows the last answer while the next one comes, when the key changes. */
  keep?: boolean;
  /** Milliseconds between automatic fetches. */
  every?: number;
}

/** What the server already knew when it drew the page. */
interface Initial<T> {
  initial?: T;
}

/** One answer of the API. */
export function useApiQuery<T>(key: QueryKey, load: (context: { signal: AbortSignal }) => Promise<T>, options: ApiQueryOptions & Initial<T> = {}): UseQueryResult<T, ApiProblem> {
  return useQuery<T, ApiProblem>({
    queryKey: key,
    queryFn: load,
    enabled: options.enabled,
    refetchInterval: options.every,
    initialData: options.initial as never,
    placeholderData: options.keep ? (keepPreviousData as never) : undefined,
  });
}

/** Marks answers as out of date, so that what shows them fetches again. */
export function useInvalidate(): (...keys: QueryKey[]) => void {
  const client = useQueryClient();
  return (...keys) => keys.forEach((queryKey) => void client.invalidateQueries({ queryKey }));
}
