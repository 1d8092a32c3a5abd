'use client';
import type { ReactNode } from 'react';
import { ErrorState, NoMatch } from '../ui/states.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { TableSkeleton } from '../ui/skeleton.tsx';
import type { PagesResult } from './pages.ts';

export interface ListStateProps<T> {
  list: PagesResult<T>;
  /** In the list's own shape. */
  skeleton?: ReactNode;
  /** Shown when there is nothing at all. */
  empty: ReactNode;
  /** Whether a search or filter is in force; then "nothing" means "no match". */
  filtered?: boolean;
  onClear?: () => void;
  /** The rows ask for more by themselves (`DataTable virtual`): only the count is shown under them. */
  endless?: boolean;
  children: (rows: T[]) => ReactNode;
}

/** The states every list has: loading, failed, nothing yet, no match, and the rows with their "load more". */
export function ListState<T>({ list, skeleton, empty, filtered, onClear, endless, children }: ListStateProps<T>) {
  if (list.error) return <ErrorState error={list.error} onRetry={list.refetch} />;
  if (list.isLoading) return skeleton ?? <TableSkeleton />;
  if (list.rows.length === 0) return <div className="rounded-lg border bg-surface">{filtered && onClear ? <NoMatch onClear={onClear} /> : empty}</div>;
  return (
    <>
      {children(list.rows)}
      <Pagination shown={list.rows.length} total={list.total} hasMore={list.hasMore && !endless} onMore={list.loadMore} busy={list.isLoadingMore} />
    </>
  );
}
