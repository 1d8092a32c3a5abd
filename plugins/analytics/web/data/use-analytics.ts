'use client';
import { useLocale } from 'next-intl';
import { useApiQuery } from '@loctelli/core/web';
import type { AskInput, Filter, RangeChoice, Tile } from '../../contract.ts';
import { analytics } from '../api.ts';

/** Every number there is, with its words. */
export function useMetrics() {
  const locale = useLocale();
  return useApiQuery(['analytics', 'metrics', locale], () => analytics.getMetrics({ locale }));
}

export const useDashboards = () => useApiQuery(['analytics', 'dashboards'], () => analytics.getDashboards());

export function useGoals() {
  const locale = useLocale();
  return useApiQuery(['analytics', 'goals', locale], () => analytics.getGoals({ locale }));
}

/** What tiles show; the last answer stays while the next one comes, and numbers are asked for again every minute. */
export function useAnswers(range: RangeChoice, filters: Filter, tiles: readonly Tile[], enabled = true) {
  const locale = useLocale() as NonNullable<AskInput['locale']>;
  return useApiQuery(['analytics', 'answers', range, filters, tiles, locale], () => analytics.ask({ range, filters, tiles: [...tiles], locale }), { keep: true, enabled: enabled && tiles.length > 0, every: 60_000 });
}

/** Values that some dimensions can be filtered by, by dimension. */
export function useDimensionValues(dimensions: readonly string[]) {
  const locale = useLocale();
  const names = [...dimensions].sort();
  return useApiQuery(
    ['analytics', 'values', names, locale],
    async () => Object.fromEntries(await Promise.all(names.map(async (name) => [name, (await analytics.getValues(name, { locale })).items] as const))),
    { enabled: names.length > 0, keep: true },
  );
}
