'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { Drawer, ErrorState, Skeleton, useApiQuery } from '@loctelli/core/web';
import type { Booking } from '../../contract.ts';
import { bookings } from '../api.ts';
import { StatusBadge } from '../booking-status.tsx';
import type { Target } from '../move/use-move-booking.tsx';
import { BookingActions } from './booking-actions.tsx';
import { AnswerFacts, BookingFacts, GuestFacts } from './booking-facts.tsx';
import { BookingHistory } from './booking-history.tsx';
import { BookingNotes } from './booking-notes.tsx';

interface Props {
  bookingId: number | null;
  onClose: () => void;
  onMove: (booking: Booking, to: Target) => Promise<boolean>;
}

/** One booking beside the calendar: its facts, what can be done with it, and what was. */
export function BookingDrawer({ bookingId, onClose, onMove }: Props) {
  const t = useTranslations('bookings');
  const { data: booking, error, refetch } = useApiQuery(['bookings', 'one', bookingId], () => bookings.getBooking(bookingId!), { enabled: bookingId !== null });
  return (
    <Drawer open={bookingId !== null} onOpenChange={(open) => !open && onClose()} title={booking?.guestName ?? t('drawer.title')} description={booking?.title}>
      {booking ? (
        <Content key={booking.id} booking={booking} onMove={(to) => onMove(booking, to)} onDone={onClose} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <div aria-busy className="flex flex-col gap-4">
          <Skeleton className="h-9 w-40" />
          <Skeleton className="h-44" />
          <Skeleton className="h-24" />
        </div>
      )}
    </Drawer>
  );
}

function Content({ booking, onMove, onDone }: { booking: Booking; onMove: (to: Target) => Promise<boolean>; onDone: () => void }) {
  const t = useTranslations('bookings');
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col items-start gap-3">
        <StatusBadge status={booking.status} />
        {booking.status === 'cancelled' && <CancelNote booking={booking} />}
        <BookingActions booking={booking} onMove={onMove} onDone={onDone} />
      </div>
      <Part title={t('drawer.facts')}>
        <BookingFacts booking={booking} />
      </Part>
      <Part title={t('drawer.guest')}>
        <GuestFacts booking={booking} />
      </Part>
      {booking.answers.length > 0 && (
        <Part title={t('drawer.answers')}>
          <AnswerFacts booking={booking} />
        </Part>
      )}
      <Part title={t('notes.label')} hint={t('notes.hint')}>
        <BookingNotes booking={booking} />
      </Part>
      <Part title={t('history.title')}>
        <BookingHistory booking={booking} />
      </Part>
    </div>
  );
}

function Part({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-2.5 font-semibold">
        {title}
        {hint && <span className="ms-2 text-sm font-normal text-muted">{hint}</span>}
      </h3>
      {children}
    </section>
  );
}

function CancelNote({ booking: { cancelledBy, cancelReason } }: { booking: Booking }) {
  const t = useTranslations('bookings.cancelledBy');
  return (
    <div className="w-full rounded-md bg-sunken px-3.5 py-2.5">
      <p className="text-muted">{t(cancelledBy ?? 'host')}</p>
      {cancelReason && <p className="mt-0.5 break-words">{cancelReason}</p>}
    </div>
  );
}
