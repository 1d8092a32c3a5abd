'use client';
import { lazy, Suspense, type ReactElement } from 'react';
import { Skeleton } from '../skeleton.tsx';
import { boardHeight, columnWidth } from './layout.ts';
import type { BoardProps } from './types.ts';

// The part that drags is fetched when a board is first shown.
const View = lazy(() => import('./board-view.tsx')) as <Card>(props: BoardProps<Card>) => ReactElement;

/**
 * Cards in columns. They are dragged by mouse or finger, carried by keyboard (Space lifts and lets go, arrows carry, Esc puts back),
 * or sent by their menu; each way is spoken.
 */
export function Board<Card>(props: BoardProps<Card>) {
  return (
    <Suspense fallback={<BoardSkeleton columns={props.columns.length} heightClass={props.heightClass} />}>
      <View {...props} />
    </Suspense>
  );
}

/** Columns in the shape of a `Board`. */
export function BoardSkeleton({ columns = 4, heightClass = boardHeight }: { columns?: number; heightClass?: string }) {
  return (
    <div aria-hidden className={`flex gap-3 overflow-hidden ${heightClass}`}>
      {Array.from({ length: Math.max(1, columns) }, (_, column) => (
        <div key={column} className={`${columnWidth} flex flex-col gap-2 rounded-lg bg-sunken/60 p-2`}>
          <Skeleton className="mx-1 my-2 w-24" />
          {Array.from({ length: 4 - (column % 3) }, (_, card) => (
            <div key={card} className="flex flex-col gap-2.5 rounded-md border bg-surface p-3">
              <Skeleton className="h-3.5 w-32" />
              <Skeleton className="h-3 w-20" />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
