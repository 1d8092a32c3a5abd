'use client';
import { Toaster } from 'sonner';

/** sonner in the product's own look. */
export function StyledToaster({ dir }: { dir: 'ltr' | 'rtl' }) {
  return (
    <Toaster
      dir={dir}
      position={dir === 'rtl' ? 'bottom-left' : 'bottom-right'}
      gap={8}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast: 'flex w-full items-center gap-3 rounded-lg border border-line bg-raised px-4 py-3 text-base text-fg shadow-float sm:w-90',
          content: 'min-w-0 flex-1',
          description: 'text-sm text-muted',
          success: '[&_[data-icon]]:text-success-text',
          error: '[&_[data-icon]]:text-danger-text',
          actionButton: 'shrink-0 rounded-md border border-line-strong/50 px-2.5 py-1 text-sm font-medium hover:bg-hover',
        },
      }}
    />
  );
}
