'use client';
import { useMemo } from 'react';
import { useSearchParams } from 'next/navigation';

/** What the address of a booking page says, so that it can be gone back to, reloaded and passed on. */
export interface Address {
  /** `2026-12` */
  month?: string;
  /** `2026-12-03` */
  day?: string;
  /** Start of the chosen time. */
  slot?: string;
  length?: number;
  seats?: number;
  zone?: string;
  /** What is being done on the page of a booking. */
  do?: 'reschedule' | 'cancel';
  /** Token of the booking that was made here. */
  booked?: string;
}
type Changes = { [K in keyof Address]?: Address[K] | undefined };

/** Takes from an address what makes sense and leaves out the rest: anybody can write one. */
export function readAddress(params: URLSearchParams): Address {
  const text = (key: string, form: RegExp) => (form.test(params.get(key) ?? '') ? params.get(key)! : undefined);
  const number = (key: string) => (text(key, /^\d{1,4}$/) ? Number(params.get(key)) : undefined);
  const slot = text('slot', /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  return {
    month: text('month', /^\d{4}-(0[1-9]|1[0-2])$/),
    day: text('day', /^\d{4}-(0[1-9]|1[0-2])-([0-2]\d|3[01])$/),
    slot: slot && !Number.isNaN(Date.parse(slot)) ? slot : undefined,
    length: number('length'),
    seats: number('seats'),
    zone: isZone(params.get('zone')) ? params.get('zone')! : undefined,
    do: text('do', /^(reschedule|cancel)$/) as Address['do'],
    booked: text('booked', /^[\w.~-]{8,400}$/),
  };
}

/** The page's address, and how to change it: `push` for what the back button should undo, `replace` for the rest. */
export function useAddress() {
  const text = useSearchParams().toString();
  return useMemo(() => {
    const go = (how: 'pushState' | 'replaceState') => (changes: Changes) => {
      const next = new URLSearchParams(window.location.search);
      for (const [key, value] of Object.entries(changes)) {
        if (value === undefined) next.delete(key);
        else next.set(key, String(value));
      }
      window.history[how](null, '', next.size ? `?${next}` : window.location.pathname);
    };
    return { address: readAddress(new URLSearchParams(text)), push: go('pushState'), replace: go('replaceState') };
  }, [text]);
}

function isZone(zone: string | null): boolean {
  try {
    return Boolean(zone && new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}
