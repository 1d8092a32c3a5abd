'use client';
import type { ReactNode } from 'react';
import { cn } from '@loctelli/core/web';

/** A number that opens the rows behind it, where there is somebody to open them. */
export function OpenNumber({ onOpen, label, className, children }: { onOpen?: (() => void) | undefined; label: string; className?: string; children: ReactNode }) {
  if (!onOpen) return <span className={className}>{children}</span>;
  return (
    <button type="button" aria-label={label} onClick={onOpen} className={cn('rounded-sm text-start underline decoration-transparent decoration-1 underline-offset-4 transition-colors duration-150 hover:decoration-current', className)}>
      {children}
    </button>
  );
}
