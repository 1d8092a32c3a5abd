'use client';
import { useState } from 'react';
import { CalendarClock, Check, Ellipsis, RotateCcw, UserX, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Menu, useCan, type MenuAction } from '@loctelli/core/web';
import type { Booking } from '../../contract.ts';
import { MoveDialog } from '../move/move-dialog.tsx';
import type { Target } from '../move/use-move-booking.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { useBookingStep, type Step } from './use-booking-step.ts';

interface Props {
  booking: Booking;
  onMove: (to: Target) => Promise<boolean>;
  /** It was moved or called off: what is beside it shows that, and the toast takes it back. */
  onDone: () => void;
}

/** What can be done with a booking as it stands now: the likeliest as a button, the rest in a menu. */
export function BookingActions({ booking, onMove, onDone }: Props) {
  const t = useTranslations('bookings');
  const take = useBookingStep();
  const [asking, setAsking] = useState<'cancel' | 'decline' | 'move' | null>(null);
  const [busy, setBusy] = useState<Step | null>(null);
  const may = { update: useCan('bookings.update') !== null, cancel: useCan('bookings.delete') !== null };
  const step = (which: Step) => async () => {
    setBusy(which);
    const done = await take(booking, which);
    setBusy(null);
    if (done && which === 'noShow') onDone();
  };
  const moved = async (to: Target) => {
    const done = await onMove(to);
    if (done) onDone();
    return done;
  };
  const begun = Date.parse(booking.start) <= Date.now();
  const live = booking.status === 'pending' || booking.status === 'confirmed';
  const more: MenuAction[] = [
    ...(may.update && booking.status === 'confirmed' && begun ? [{ id: 'no-show', label: t('steps.noShow'), icon: <UserX aria-hidden />, onSelect: () => void step('noShow')() }] : []),
    ...(may.cancel && live ? [{ id: 'cancel', label: t('steps.ask.short'), icon: <X aria-hidden />, danger: true, onSelect: () => setAsking('cancel') }] : []),
  ];
  return (
    <div className="flex flex-wrap items-center gap-2">
      {may.update && booking.status === 'pending' && (
        <Button variant="primary" busy={busy === 'confirm'} onClick={() => void step('confirm')()}>
          <Check aria-hidden />
          {t('steps.confirm')}
        </Button>
      )}
      {may.cancel && booking.status === 'pending' && <Button onClick={() => setAsking('decline')}>{t('steps.decline')}</Button>}
      {may.update && live && (
        <Button onClick={() => setAsking('move')}>
          <CalendarClock aria-hidden />
          {t('move.action')}
        </Button>
      )}
      {may.update && !live && (
        <Button busy={busy === 'restore'} onClick={() => void step('restore')()}>
          <RotateCcw aria-hidden />
          {t('steps.restore')}
        </Button>
      )}
      {more.length > 0 && (
        <Menu
          groups={[{ items: more }]}
          trigger={
            <Button size="icon" aria-label={t('words.more')}>
              <Ellipsis aria-hidden />
            </Button>
          }
        />
      )}
      {asking === 'move' && <MoveDialog booking={booking} onClose={() => setAsking(null)} onMove={moved} />}
      {(asking === 'cancel' || asking === 'decline') && <CancelDialog booking={booking} step={asking} onClose={() => setAsking(null)} onDone={onDone} />}
    </div>
  );
}
