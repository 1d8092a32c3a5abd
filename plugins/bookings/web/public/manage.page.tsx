'use client';
import { useState } from 'react';
import { CalendarCheck, CalendarX, Check, Hourglass } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useApiQuery, useInvalidate, type PageProps } from '@loctelli/core/web';
import type { PublicBooking } from '../../contract.ts';
import { bookings } from '../api.ts';
import { useAddress } from './address.ts';
import { BookingCard, BookingDetails } from './booking-details.tsx';
import { useClock } from './clock.ts';
import { CancelForm } from './manage/cancel-form.tsx';
import { ManageActions } from './manage/manage-actions.tsx';
import { Reschedule } from './manage/reschedule.tsx';
import { CardSkeleton } from './skeletons.tsx';
import { Trouble } from './trouble.tsx';
import { useTitle } from './use-title.ts';

/** `/book/manage/:token`: whoever has the link sees the booking, moves it or cancels it. */
export default function ManagePage({ params }: PageProps) {
  const token = params.token!;
  const booking = useApiQuery(['bookings', 'managed', token], () => bookings.getManaged(token));
  if (booking.data) return <Managed token={token} booking={booking.data} />;
  if (booking.error || booking.fetchStatus === 'paused') return <Trouble error={booking.error} onRetry={() => void booking.refetch()} />;
  return <CardSkeleton />;
}

type Done = 'rescheduled' | 'cancelled';

function Managed({ token, booking }: { token: string; booking: PublicBooking }) {
  const t = useTranslations('bookings.public.manage');
  const place = useAddress();
  const { address, push, replace } = place;
  const invalidate = useInvalidate();
  const [changed, setChanged] = useState<{ done: Done; booking: PublicBooking } | null>(null);
  // What the change answered, until a newer answer is there.
  const current = changed && changed.booking.version >= booking.version ? changed.booking : booking;
  const clock = useClock(address.zone ?? current.zone);
  useTitle(current.title);
  const finish = (done: Done) => (result: PublicBooking) => {
    setChanged({ done, booking: result });
    replace({ do: undefined, slot: undefined, day: undefined, month: undefined });
    invalidate(['bookings', 'managed', token]);
  };
  const leave = () => replace({ do: undefined, slot: undefined, day: undefined, month: undefined });
  const refresh = () => invalidate(['bookings', 'managed', token]);

  if (address.do === 'reschedule' && !current.rescheduleRefusal)
    return <Reschedule token={token} booking={current} clock={clock} place={place} onDone={finish('rescheduled')} onLeave={leave} onRefused={refresh} />;
  const state = changed?.done ?? stateOf(current);
  return (
    <BookingCard {...looks[state]} title={t(`${state}.title`)} text={t(`${state}.text`)}>
      <BookingDetails booking={current} clock={clock} />
      {current.cancelReason && current.status === 'cancelled' && (
        <p className="rounded-md bg-sunken px-3.5 py-2.5">
          <span className="block text-sm text-muted">{t('reasonGiven')}</span>
          <bdi className="block">{current.cancelReason}</bdi>
        </p>
      )}
      {address.do === 'cancel' && !current.cancelRefusal ? (
        <CancelForm token={token} onDone={finish('cancelled')} onLeave={leave} onRefused={refresh} />
      ) : (
        <ManageActions token={token} booking={current} onDo={(what) => push({ do: what })} />
      )}
    </BookingCard>
  );
}

const looks = {
  confirmed: { icon: <CalendarCheck /> },
  pending: { icon: <Hourglass /> },
  past: { icon: <CalendarCheck /> },
  cancelled: { icon: <CalendarX />, tone: 'bad' as const },
  rescheduled: { icon: <Check />, tone: 'good' as const },
};

const stateOf = ({ status, end }: PublicBooking): keyof typeof looks =>
  status === 'cancelled' ? 'cancelled' : Date.parse(end) < Date.now() ? 'past' : status === 'pending' ? 'pending' : 'confirmed';
