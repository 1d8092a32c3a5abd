import { cache } from 'react';
import type { TenantFront } from '@loctelli/core';
import { askApi, visitorHost } from './api.ts';

/** What stands behind the visitor's host. */
export type Front = { state: 'open'; tenant: TenantFront } | { state: 'suspended'; tenant: TenantFront | null } | { state: 'unknown' } | { state: 'away' };

/** With what the API keeps, a published brand is seen within a second. */
const keptMs = 500;
const most = 2_000;
const kept = new Map<string, { until: number; front: Front }>();

/** The brand and state of the host's tenant; remembered for a moment per host, since every page view asks. */
export const getFront = cache(async (): Promise<Front> => {
  const host = (await visitorHost()).toLowerCase();
  const known = kept.get(host);
  if (known && known.until > Date.now()) return known.front;
  const front = await askFront(host);
  if (front.state === 'away') return known?.front ?? front;
  if (kept.size >= most) kept.clear();
  kept.set(host, { until: Date.now() + keptMs, front });
  return front;
});

async function askFront(host: string): Promise<Front> {
  const answer = await askApi('/brand', { 'x-forwarded-host': host });
  if (!answer) return { state: 'away' };
  if (answer.ok) {
    const tenant = (await answer.json()) as TenantFront;
    return tenant.status === 'suspended' ? { state: 'suspended', tenant } : { state: 'open', tenant };
  }
  const problem = (await answer.json().catch(() => null)) as { code?: string } | null;
  if (problem?.code === 'core.unknown-host') return { state: 'unknown' };
  if (problem?.code === 'core.tenant-suspended') return { state: 'suspended', tenant: null };
  return { state: 'away' };
}
