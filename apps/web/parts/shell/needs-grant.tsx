'use client';
import type { ReactNode } from 'react';
import { NoPermission, useCan } from '@loctelli/core/web';

/** Shows a page to those who may see it, and says so to the others. */
export function NeedsGrant({ permission, children }: { permission: string; children: ReactNode }) {
  return useCan(permission) ? children : <NoPermission />;
}
