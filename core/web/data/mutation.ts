'use client';
import { useMutation, useQueryClient, type QueryKey, type UseMutationResult } from '@tanstack/react-query';
import type { ApiProblem } from '../api-client/problem.ts';
import { useProblemText } from '../i18n/problem-text.ts';
import { toast } from '../ui/toast.tsx';

export interface MutationOptions<T, V> {
  /** Keys whose answers are out of date after it. */
  invalidate?: QueryKey[];
  onSuccess?: (result: T, input: V) => void;
  onFailure?: (error: ApiProblem, input: V) => void;
  /** What failed is said in a toast unless this is false; forms say it themselves. */
  toastErrors?: boolean;
}

/** A change through the API. */
export function useApiMutation<V = void, T = unknown>(send: (input: V) => Promise<T>, options: MutationOptions<T, V> = {}): UseMutationResult<T, ApiProblem, V> {
  const client = useQueryClient();
  const describe = useProblemText();
  return useMutation<T, ApiProblem, V>({
    mutationFn: send,
    onSuccess: (result, input) => {
      for (const key of options.invalidate ?? []) void client.invalidateQueries({ queryKey: key });
      options.onSuccess?.(result, input);
    },
    onError: (error, input) => {
      options.onFailure?.(error, input);
      if (options.toastErrors !== false) toast.error(describe(error));
    },
  });
}
