'use client';
import { useMemo, useState } from 'react';
import { addDays, momentOf, useFormats } from '@loctelli/core/web';
import type { BookingFilterInput } from '../../contract.ts';
import type { Address } from '../use-address.ts';

/** What the list asks the server, by what its address says. Without a word on when, what is still to come. */
export function useListQuery({ search, status, host, type, source, when, from, to }: Address): BookingFilterInput {
  const { zone } = useFormats();
  // One moment for as long as the page stands: a list that asks anew each second could not be kept.
  const [now] = useState(() => new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString());
  return useMemo(() => {
    const start = (day: string) => momentOf(day, '00:00', zone).toISOString();
    const period = from || to ? { from: from && start(from), to: to && start(addDays(to, 1)) } : when === 'past' ? { to: now } : when === 'all' ? {} : { from: now };
    return {
      search,
      status,
      hostId: host ? Number(host) : undefined,
      eventTypeId: type ? Number(type) : undefined,
      source: source as BookingFilterInput['source'],
      ...period,
      direction: when === 'past' && !from && !to ? ('desc' as const) : ('asc' as const),
    };
  }, [search, status, host, type, source, when, from, to, zone, now]);
}
