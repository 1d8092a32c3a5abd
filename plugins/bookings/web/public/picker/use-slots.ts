'use client';
import { useApiQuery } from '@loctelli/core/web';
import type { PublicSlots } from '../../../contract.ts';
import { addMonths, periodOf } from './month-days.ts';

/** Asks for the free times of a period. `key` says whose they are, and for which length and seats. */
export interface SlotSource {
  key: readonly unknown[];
  load: (query: { from: string; to: string; zone: string }) => Promise<PublicSlots>;
}

/** Free times of a month, looked at again every minute; those of the next one are fetched while this one is looked at. */
export function useSlots({ key, load }: SlotSource, month: string, lastMonth: string, zone: string) {
  const next = addMonths(month, 1);
  const ask = (of: string) => () => load({ ...periodOf(of, zone), zone });
  const slots = useApiQuery([...key, zone, month], ask(month), { every: 60_000 });
  useApiQuery([...key, zone, next], ask(next), { enabled: slots.isSuccess && next <= lastMonth });
  return slots;
}
