'use client';
import { lazy, Suspense, useEffect, useState } from 'react';

const Sonner = lazy(async () => ({ default: (await import('./toaster.tsx')).StyledToaster }));

interface ToastOptions {
  description?: string;
  /** Shows a button that takes it back. The label comes from the locale files: `t('core.ui.undo')`. */
  undo?: { label: string; run: () => unknown };
  /** Milliseconds; 5000 unless told, 8000 with undo. */
  duration?: number;
  /** A later toast with the same id replaces this one. */
  id?: string;
}

const show = (kind: 'message' | 'success' | 'error') => (text: string, options: ToastOptions = {}) =>
  void import('sonner').then(({ toast: sonner }) =>
    sonner[kind](text, {
      id: options.id,
      description: options.description,
      duration: options.duration ?? (options.undo ? 8000 : 5000),
      action: options.undo && { label: options.undo.label, onClick: () => void options.undo?.run() },
    }),
  );

/** Short notice at the edge of the screen; spoken by screen readers. */
export const toast = { show: show('message'), success: show('success'), error: show('error') };

/** Place of the toasts; the shell draws it once. */
export function Toaster({ dir }: { dir: 'ltr' | 'rtl' }) {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return ready ? (
    <Suspense>
      <Sonner dir={dir} />
    </Suspense>
  ) : null;
}
