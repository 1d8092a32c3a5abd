'use client';
import { useApiQuery } from '@loctelli/core/web';
import { bookings } from './api.ts';
import { useLiveBookings } from './use-set-up.ts';

/** What the dashboard's tiles and the menu's count show; one question for all of them. */
export function useSummary() {
  useLiveBookings();
  return useApiQuery(['bookings', 'summary'], () => bookings.getSummary(), { every: 300_000 });
}
