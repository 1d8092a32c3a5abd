'use client';
import { useApiQuery, useInvalidate, useLive } from '@loctelli/core/web';
import type { strategiesChanged } from '../contract.ts';
import { strategies } from './api.ts';

export const keys = {
  all: ['strategies'],
  list: ['strategies', 'list'],
  templates: ['strategies', 'templates'],
  enrolments: ['strategies', 'enrolments'],
  one: (id: number) => ['strategies', 'one', id],
  versions: (id: number) => ['strategies', 'versions', id],
  results: (id: number) => ['strategies', 'results', id],
  simulations: (id: number) => ['strategies', 'simulations', id],
} as const;

/** One strategy with its draft. */
export const useStrategy = (strategyId: number) => useApiQuery(keys.one(strategyId), () => strategies.getStrategy(strategyId));

/** All of them by name, for a choice; null until they are known. */
export function useStrategyChoices(enabled = true) {
  return useApiQuery([...keys.list, 'choices'], () => strategies.getStrategies({ limit: 100 }), { enabled }).data?.items ?? null;
}

const topic: typeof strategiesChanged = 'strategies.changed';

/** Fetches what shows strategies as soon as one changes, or somebody enrolled in it moves on. */
export function useLiveStrategies(): void {
  const invalidate = useInvalidate();
  useLive<{ strategyId: number }>(topic, ({ strategyId }) =>
    invalidate(keys.list, keys.enrolments, keys.one(strategyId), keys.versions(strategyId), keys.results(strategyId), ['strategies', 'client'], ['strategies', 'widget']),
  );
}
