'use client';
import { useApiQuery, useInvalidate, useLive } from '@loctelli/core/web';
import type { bookingsChanged, EventType, HostChoices } from '../contract.ts';
import { bookings } from './api.ts';

export const keys = { all: ['bookings'], eventTypes: ['bookings', 'event-types'], hosts: ['bookings', 'hosts'], schedules: ['bookings', 'schedules'], holidays: ['bookings', 'holidays'] } as const;

export function useEventTypes(): { eventTypes: EventType[]; isLoading: boolean; error: unknown; refetch: () => void } {
  const { data, isPending, error, refetch } = useApiQuery(keys.eventTypes, () => bookings.getEventTypes());
  return { eventTypes: data?.items ?? [], isLoading: isPending, error: data ? null : error, refetch: () => void refetch() };
}

export function useHosts(): { hosts: HostChoices['items']; isLoading: boolean } {
  const { data, isPending } = useApiQuery(keys.hosts, () => bookings.getHostChoices());
  return { hosts: data?.items ?? [], isLoading: isPending };
}

const topic: typeof bookingsChanged = 'bookings.changed';

/** Fetches what shows bookings as soon as anybody makes, moves or changes one. */
export function useLiveBookings(): void {
  const invalidate = useInvalidate();
  useLive(topic, () => invalidate(['bookings', 'calendar'], ['bookings', 'list'], ['bookings', 'one'], ['bookings', 'summary'], ['bookings', 'slots'], ['bookings', 'client']));
}
