'use client';
import { CircleHelp, UserX, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '@loctelli/core/web';
import type { Booking, BookingStatus } from '../../contract.ts';
import { ColourDot } from '../colour.tsx';

const signs: Partial<Record<BookingStatus, typeof X>> = { pending: CircleHelp, cancelled: X, 'no-show': UserX };

/** A booking in the grid: who comes, when and for what; its status as a sign and in words. */
export function EventFace({ booking, timeText, compact }: { booking: Booking; timeText: string; compact: boolean }) {
  const t = useTranslations('bookings.status');
  const Sign = signs[booking.status];
  const status = Sign && (
    <>
      <Sign aria-hidden className="size-3.5 shrink-0" />
      <span className="sr-only">{t(booking.status)}</span>
    </>
  );
  const name = <span className={cn('truncate font-medium', booking.status === 'cancelled' && 'line-through')}>{booking.guestName}</span>;
  if (compact)
    return (
      <span className="flex min-w-0 items-center gap-1.5 px-1 text-xs text-fg">
        <ColourDot colour={booking.colour} className="size-2" />
        <span className="shrink-0 text-muted tabular-nums">{timeText}</span>
        {name}
        {status}
      </span>
    );
  return (
    <span className="flex h-full min-w-0 flex-col overflow-hidden px-1.5 py-0.5 text-xs leading-snug text-fg">
      <span className="flex min-w-0 items-center gap-1">
        {name}
        {status}
      </span>
      <span className="truncate text-muted tabular-nums">{timeText}</span>
      <span className="truncate text-muted">{booking.title}</span>
    </span>
  );
}
