import { QueryClient, type InvalidateOptions, type InvalidateQueryFilters, type Query, type QueryKey } from '@tanstack/react-query';

/**
 * TanStack's client, which lets a first fetch under way stand for one that is asked for by invalidating (`Query.fetch` cancels only what has data), though it
 * may answer what was before the change. Here such a query is fetched again once it has its first answer.
 */
export class Queries extends QueryClient {
  readonly #again = new Set<Query>();

  override invalidateQueries<T extends QueryKey = QueryKey>(filters?: InvalidateQueryFilters<T>, options?: InvalidateOptions): Promise<void> {
    for (const query of this.getQueryCache().findAll({ ...(filters as InvalidateQueryFilters), fetchStatus: 'fetching' })) {
      if (query.state.data !== undefined || this.#again.has(query)) continue;
      this.#again.add(query);
      const again = () => {
        this.#again.delete(query);
        void super.invalidateQueries({ queryKey: query.queryKey, exact: true });
      };
      // Joins the fetch that is under way.
      query.fetch().then(again, () => this.#again.delete(query));
    }
    return super.invalidateQueries(filters, options);
  }
}
