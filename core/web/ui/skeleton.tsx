import { cn } from './cn.ts';

/** A quiet block in the place of what is still loading. */
export const Skeleton = ({ className }: { className?: string }) => <span aria-hidden className={cn('shimmer block h-4 rounded-sm', className)} />;

/** Rows in the shape of a `DataTable`. */
export function TableSkeleton({ rows = 8, columns = 4 }: { rows?: number; columns?: number }) {
  return (
    <div aria-hidden className="overflow-hidden rounded-lg border bg-surface">
      <div className="h-9 border-b bg-sunken/50" />
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex h-row items-center gap-6 border-b px-4 last:border-0">
          <Skeleton className={cn('h-3.5', row % 3 === 0 ? 'w-40' : row % 3 === 1 ? 'w-28' : 'w-52')} />
          {Array.from({ length: columns - 1 }, (_, column) => (
            <Skeleton key={column} className="hidden h-3.5 flex-1 sm:block" />
          ))}
        </div>
      ))}
    </div>
  );
}

/** Lines in the shape of a form or a record's facts. */
export function FormSkeleton({ fields = 4 }: { fields?: number }) {
  return (
    <div aria-hidden className="flex max-w-xl flex-col gap-5">
      {Array.from({ length: fields }, (_, index) => (
        <div key={index} className="flex flex-col gap-2">
          <Skeleton className="h-3.5 w-24" />
          <Skeleton className="h-control rounded-md" />
        </div>
      ))}
    </div>
  );
}
