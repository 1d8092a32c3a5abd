import { Skeleton } from '@loctelli/core/web';

const cells = Array.from({ length: 35 }, (_, index) => index);

/** In the shape of the booking page, so that nothing moves when it is there. */
export const BookingSkeleton = () => (
  <div aria-busy className="@container">
    <div aria-hidden className="grid rounded-lg border bg-surface @3xl:grid-cols-[17rem_minmax(0,1fr)]">
      <div className="flex flex-col gap-3 border-b p-5 @3xl:border-e @3xl:border-b-0">
        <Skeleton className="size-8 rounded-full" />
        <Skeleton className="h-7 w-48" />
        <Skeleton className="h-4 w-24" />
        <Skeleton className="h-4 w-32" />
      </div>
      <div className="grid gap-x-8 gap-y-6 p-5 @xl:grid-cols-[minmax(0,1fr)_11rem] @3xl:grid-cols-[minmax(0,1fr)_13rem]">
        <div className="mb-11.5 @xl:min-h-95">
          <Skeleton className="mb-11 h-8 w-36" />
          <div className="grid grid-cols-7 gap-1 px-1">
            {cells.map((cell) => (
              <Skeleton key={cell} className="h-11 rounded-md" />
            ))}
          </div>
        </div>
        <div className="min-h-40" />
      </div>
    </div>
  </div>
);

export const CardSkeleton = () => (
  <div aria-busy className="mx-auto max-w-lg rounded-lg border bg-surface">
    <div aria-hidden className="flex flex-col items-center gap-3 border-b px-5 py-7">
      <Skeleton className="size-12 rounded-full" />
      <Skeleton className="h-7 w-52" />
      <Skeleton className="h-4 w-64" />
    </div>
    <div aria-hidden className="flex flex-col gap-3 p-5">
      <Skeleton className="h-5 w-40" />
      <Skeleton className="h-4 w-64" />
      <Skeleton className="h-4 w-48" />
      <Skeleton className="h-control w-56 rounded-button" />
    </div>
  </div>
);

export const ListSkeleton = () => (
  <div aria-busy>
    <div aria-hidden className="grid gap-3 sm:grid-cols-2">
      {[0, 1, 2, 3].map((card) => (
        <Skeleton key={card} className="h-36 rounded-lg" />
      ))}
    </div>
  </div>
);
