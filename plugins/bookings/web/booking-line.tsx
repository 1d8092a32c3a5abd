'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import type { Booking } from '../contract.ts';
import { StatusBadge } from './booking-status.tsx';
import { ColourDot } from './colour.tsx';

interface Props {
  booking: Booking;
  /** What is said first, in strong words. */
  title: ReactNode;
  text: ReactNode;
  onOpen: () => void;
}

/** A booking as a line that opens it. */
export function BookingLine({ booking, title, text, onOpen }: Props) {
  const t = useTranslations('bookings.status');
  const plain = booking.status === 'confirmed';
  return (
    <li>
      <button type="button" onClick={onOpen} className="-mx-2 flex w-[calc(100%+1rem)] items-start gap-2.5 rounded-md px-2 py-1.5 text-start hover:bg-hover">
        <ColourDot colour={booking.colour} className="mt-1.5" />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">{title}</span>
          <span className="block truncate text-sm text-muted">{text}</span>
        </span>
        {plain ? <span className="sr-only">{t('confirmed')}</span> : <StatusBadge status={booking.status} />}
      </button>
    </li>
  );
}
