'use client';
import { useInvalidate, useLive } from '@loctelli/core/web';
import type { webhooksChanged } from '../contract.ts';

const topic: typeof webhooksChanged = 'webhooks.changed';

/** Fetches what is shown of endpoints and receivers as soon as something is sent or comes in. */
export function useLiveWebhooks(): void {
  const invalidate = useInvalidate();
  useLive<{ endpointId?: number; receiverId?: number }>(topic, ({ endpointId }) => invalidate([endpointId === undefined ? 'webhook-receivers' : 'webhook-endpoints']));
}
