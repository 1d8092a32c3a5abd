'use client';
import { useEffect, useRef, useState } from 'react';
import { addDays, momentOf, wallClock } from '@loctelli/core/web';
import type { Booking } from '../../contract.ts';

export interface Grabbed {
  booking: Booking;
  /** Where it is held now. */
  start: string;
}
interface Options {
  zone: string;
  /** Whether the grid shows days only: then up and down are weeks. */
  byWeeks: boolean;
  rtl: boolean;
  onDrop: (booking: Booking, start: string) => void;
  /** The day it is held over, which may be out of sight. */
  onDay: (day: string) => void;
}

/** Minutes that one press of an arrow moves a booking by. */
const step = 15;

/** Moves a booking by keyboard: taken up, carried by the arrows, put down with Enter or left where it was with Esc. */
export function useGrab(options: Options) {
  const [grabbed, setGrabbed] = useState<Grabbed | null>(null);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const active = grabbed !== null;
  const held = useRef(grabbed);
  held.current = grabbed;
  useEffect(() => {
    if (!active) return;
    const hear = (event: KeyboardEvent) => {
      const now = held.current;
      if (!now) return;
      const { zone, byWeeks, rtl, onDrop, onDay } = latest.current;
      if (event.key === 'Tab') return setGrabbed(null);
      const start = carried(now.start, event.key, { zone, byWeeks, rtl });
      const ends = event.key === 'Enter' || event.key === ' ' || event.key === 'Escape';
      if (!start && !ends) return;
      event.preventDefault();
      event.stopPropagation();
      if (start) {
        setGrabbed({ ...now, start });
        onDay(wallClock(new Date(start), zone).day);
        return;
      }
      setGrabbed(null);
      if (event.key !== 'Escape' && now.start !== now.booking.start) onDrop(now.booking, now.start);
    };
    document.addEventListener('keydown', hear, true);
    return () => document.removeEventListener('keydown', hear, true);
  }, [active]);
  return { grabbed, grab: (booking: Booking) => setGrabbed({ booking, start: booking.start }) };
}

/** Where an arrow takes a start; days keep the hour that the clock shows. */
export function carried(start: string, key: string, { zone, byWeeks, rtl }: Pick<Options, 'zone' | 'byWeeks' | 'rtl'>): string | null {
  const days = (count: number) => {
    const { day, time } = wallClock(new Date(start), zone);
    return momentOf(addDays(day, count), time, zone).toISOString();
  };
  const minutes = (count: number) => new Date(Date.parse(start) + count * 60_000).toISOString();
  switch (key) {
    case 'ArrowUp':
      return byWeeks ? days(-7) : minutes(-step);
    case 'ArrowDown':
      return byWeeks ? days(7) : minutes(step);
    case 'ArrowLeft':
      return days(rtl ? 1 : -1);
    case 'ArrowRight':
      return days(rtl ? -1 : 1);
    default:
      return null;
  }
}
