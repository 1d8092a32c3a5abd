'use client';
import { useInvalidate, useLive } from '@loctelli/core/web';
import type { clientChanged } from '../contract.ts';

const topic: typeof clientChanged = 'clients.changed';

/** Fetches what the page shows of a client as soon as anybody changes it or adds to it. */
export function useLiveClient(clientId: number): void {
  const invalidate = useInvalidate();
  useLive<{ clientId: number }>(topic, (changed) => {
    if (changed.clientId === clientId) invalidate(['client', clientId]);
  });
}

/** The same for lists of tasks of many clients. */
export function useLiveTasks(): void {
  const invalidate = useInvalidate();
  useLive(topic, () => invalidate(['tasks']));
}
