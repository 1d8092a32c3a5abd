'use client';
import { CircleHelp, UserX, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '@loctelli/core/web';
import type { Booking, BookingStatus } from '../../contract.ts';
import { ColourDot } from '../colour.tsx';

const signs: Partial<Record<BookingStatus, typeof X>> = { pending: CircleHelp, cancelled: X, 'no-show': UserX };

interface Props {
  booking: Booking;
  /** "9:30 – 10:30 AM". */
  time: string;
  /** Minutes, as many as it has on the screen: what is short says less. */
  minutes: number;
  /** A line of a month. */
  line: boolean;
}

/** A booking in the grid: who comes, when and for what; its status as a sign and in words. */
export function EventFace({ booking, time, minutes, line }: Props) {
  const t = useTranslations('bookings.status');
  const Sign = signs[booking.status];
  const status = Sign && (
    <>
      <Sign aria-hidden className="size-3.5 shrink-0" />
      <span className="sr-only">{t(booking.status)}</span>
    </>
  );
  // In a line of the other direction a name must still lose its end and not its beginning.
  const name = <span dir="auto" className={cn('truncate font-medium', booking.status === 'cancelled' && 'line-through')}>{booking.guestName}</span>;
  if (line)
    return (
      <span className="flex min-w-0 items-center gap-1.5 px-1 text-xs text-fg">
        <ColourDot colour={booking.colour} className="size-2" />
        <span className="shrink-0 text-muted tabular-nums">{time}</span>
        {name}
        {status}
      </span>
    );
  if (minutes < 40)
    return (
      <span className="flex h-full min-w-0 items-center gap-1.5 overflow-hidden px-1.5 text-xs leading-none text-fg">
        {name}
        {status}
        <span className="truncate tabular-nums">{time}</span>
      </span>
    );
  return (
    <span className="flex h-full min-w-0 flex-col overflow-hidden px-1.5 py-1 text-xs leading-snug text-fg">
      <span className="flex min-w-0 items-center gap-1">
        {name}
        {status}
      </span>
      <span className="truncate tabular-nums">{time}</span>
      {minutes >= 60 && <span className="truncate">{booking.title}</span>}
    </span>
  );
}
