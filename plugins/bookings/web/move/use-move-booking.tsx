'use client';
import { useState, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button, Dialog, isProblem, toast, useCan, useInvalidate, useProblemText } from '@loctelli/core/web';
import type { Booking, Calendar } from '../../contract.ts';
import { bookings } from '../api.ts';
import { Reasons } from '../slots/reasons.tsx';
import { minutesBetween, useTimes } from '../use-times.ts';

export interface Target {
  start: string;
  /** Minutes, where they change. */
  length?: number;
  hostId?: number;
  override?: boolean;
  notify?: boolean;
  reason?: string | null;
}
interface Refusal {
  booking: Booking;
  to: Target;
}

/**
 * Moves bookings: shown at once, taken back if the server refuses, undone from the toast. A time that is not offered asks, with its
 * reasons, whether to go past them, of those who may.
 * @returns `move`, which tells whether it was done, and `dialog` to be drawn somewhere on the page
 */
export function useMoveBooking(): { move: (booking: Booking, to: Target) => Promise<boolean>; dialog: ReactNode } {
  const t = useTranslations('bookings.move');
  const ui = useTranslations('core.ui');
  const times = useTimes();
  const describe = useProblemText();
  const queries = useQueryClient();
  const invalidate = useInvalidate();
  const mayOverride = useCan('bookings.override') !== null;
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const show = (booking: Booking) => {
    queries.setQueriesData<Calendar>({ queryKey: ['bookings', 'calendar'] }, (calendar) => calendar && { ...calendar, items: calendar.items.map((each) => (each.id === booking.id ? booking : each)) });
    queries.setQueryData(['bookings', 'one', booking.id], booking);
  };
  const again = () => invalidate(['bookings', 'calendar'], ['bookings', 'list'], ['bookings', 'one'], ['bookings', 'slots'], ['bookings', 'summary'], ['bookings', 'client']);

  const send = async (booking: Booking, to: Target, onRefused: (error: unknown) => void): Promise<Booking | null> => {
    const length = to.length ?? minutesBetween(booking.start, booking.end);
    show({ ...booking, start: to.start, end: new Date(Date.parse(to.start) + length * 60_000).toISOString() });
    try {
      const moved = await bookings.rescheduleBooking(booking.id, { version: booking.version, ...to });
      show(moved);
      return moved;
    } catch (error) {
      show(booking);
      onRefused(error);
      return null;
    } finally {
      again();
    }
  };

  const undo = async (before: Booking, moved: Booking) => {
    const back: Target = {
      start: before.start,
      ...(minutesBetween(before.start, before.end) !== minutesBetween(moved.start, moved.end) && { length: minutesBetween(before.start, before.end) }),
      ...(before.hostId !== moved.hostId && { hostId: before.hostId }),
      // It was there before, whatever the rules say of that time now.
      override: mayOverride,
    };
    const undone = await send(moved, back, (error) => toast.error(describe(error)));
    if (undone) toast.success(t('undone', { name: before.guestName, when: times.moment(undone.start) }));
  };

  const move = async (booking: Booking, to: Target): Promise<boolean> => {
    const moved = await send(booking, to, (error) => {
      if (isProblem(error, 'bookings.not-offered')) setRefusal({ booking, to });
      else toast.error(describe(error));
    });
    if (moved) toast.success(t('moved', { name: moved.guestName, when: times.moment(moved.start) }), { undo: { label: ui('undo'), run: () => undo(booking, moved) } });
    return moved !== null;
  };

  const dialog = refusal && (
    <Refused
      {...refusal}
      onClose={() => setRefusal(null)}
      onAnyway={
        mayOverride
          ? () => {
              setRefusal(null);
              void move(refusal.booking, { ...refusal.to, override: true });
            }
          : undefined
      }
    />
  );
  return { move, dialog };
}

function Refused({ booking, to, onClose, onAnyway }: Refusal & { onClose: () => void; onAnyway?: () => void }) {
  const t = useTranslations('bookings.move');
  const words = useTranslations('bookings.words');
  const times = useTimes();
  const moment = { eventTypeId: booking.eventTypeId, at: to.start, length: to.length ?? minutesBetween(booking.start, booking.end), hostId: to.hostId ?? booking.hostId, exceptBookingId: booking.id };
  const title = t('refused', { when: times.moment(to.start) });
  const footer = onAnyway && (
    <>
      <Button onClick={onClose}>{words('cancel')}</Button>
      <Button variant="primary" onClick={onAnyway}>
        {t('anyway')}
      </Button>
    </>
  );
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} size="sm" title={title} footer={footer}>
      <Reasons moment={moment} />
    </Dialog>
  );
}
