import type { ReactNode } from 'react';
import { clsx } from 'clsx';

/** A line above the page about the state of the whole product. */
export function Notice({ tone, children }: { tone: 'warning' | 'info'; children: ReactNode }) {
  return (
    <p role="status" className={clsx('flex items-start justify-center gap-2 border-b px-4 py-2 text-sm text-pretty [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0', tone === 'warning' ? 'bg-warning-soft text-warning-text' : 'bg-info-soft text-info-text')}>
      {children}
    </p>
  );
}
