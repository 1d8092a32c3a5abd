'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { isProblem, toast, useInvalidate, useProblemText } from '@loctelli/core/web';
import type { Booking } from '../../contract.ts';
import { bookings } from '../api.ts';

export type Step = 'confirm' | 'decline' | 'cancel' | 'noShow' | 'restore';
export interface StepWords {
  reason?: string | null;
  notify?: boolean;
}

const send: Record<Step, (booking: Booking, words: StepWords) => Promise<Booking>> = {
  confirm: ({ id, version }, { notify }) => bookings.confirmBooking(id, { version, notify }),
  decline: ({ id, version }, words) => bookings.declineBooking(id, { version, ...words }),
  cancel: ({ id, version }, words) => bookings.cancelBooking(id, { version, ...words }),
  noShow: ({ id, version }, { notify }) => bookings.markNoShow(id, { version, notify }),
  restore: ({ id, version }, { notify }) => bookings.restoreBooking(id, { version, notify }),
};
/** Steps that another one takes back. */
const undoable: readonly Step[] = ['decline', 'cancel', 'noShow'];

/** Takes a booking to another status, says so, and offers to take it back. Whoever was overtaken sees the booking as it is now. */
export function useBookingStep(): (booking: Booking, step: Step, words?: StepWords) => Promise<boolean> {
  const t = useTranslations('bookings.steps');
  const ui = useTranslations('core.ui');
  const describe = useProblemText();
  const queries = useQueryClient();
  const invalidate = useInvalidate();
  const again = () => invalidate(['bookings', 'calendar'], ['bookings', 'list'], ['bookings', 'one'], ['bookings', 'slots'], ['bookings', 'summary'], ['bookings', 'client']);
  const take = async (booking: Booking, step: Step, words: StepWords = {}): Promise<boolean> => {
    try {
      const changed = await send[step](booking, words);
      queries.setQueryData(['bookings', 'one', booking.id], changed);
      const undo = undoable.includes(step) ? { label: ui('undo'), run: () => take(changed, 'restore', { notify: words.notify }) } : undefined;
      toast.success(t(`done.${step}`, { name: booking.guestName }), { undo });
      return true;
    } catch (error) {
      toast.error(isProblem(error, 'core.version-conflict') ? t('overtaken') : describe(error));
      return false;
    } finally {
      again();
    }
  };
  return take;
}
