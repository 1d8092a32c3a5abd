'use client';
import { TriangleAlert } from 'lucide-react';

/** In the place of everything, where not even messages could be loaded: no words, which could be in the wrong language, only the id and a way on. */
export function BareCrash({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <button type="button" onClick={reset} className="flex flex-col items-center gap-3 rounded-md p-6 hover:bg-hover">
        <TriangleAlert aria-hidden className="size-8 text-danger-text" />
        <code className="font-mono text-sm text-muted">{error.digest ?? error.name}</code>
      </button>
    </main>
  );
}
