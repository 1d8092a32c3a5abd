'use client';
import { useEffect, useRef } from 'react';
import { Check, Hourglass } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonClass, Link, useApiQuery, useEmbedded } from '@loctelli/core/web';
import type { PublicBooking } from '../../contract.ts';
import { bookings } from '../api.ts';
import { BookingCard, BookingDetails, CalendarLink } from './booking-details.tsx';
import { useClock } from './clock.ts';
import { usePaths } from './frame.ts';
import { CardSkeleton } from './skeletons.tsx';
import { Trouble } from './trouble.tsx';

/** Says that it worked, and what happens next. After a reload it asks the server. */
export default function Booked({ token, made, zone }: { token: string; made: PublicBooking | null; zone: string }) {
  const t = useTranslations('bookings.public.done');
  const booking = useApiQuery(['bookings', 'managed', token], () => bookings.getManaged(token), { initial: made?.token === token ? made : undefined });
  const clock = useClock(zone);
  const paths = usePaths();
  const embedded = useEmbedded();
  const card = useRef<HTMLDivElement>(null);
  const shown = Boolean(booking.data);
  useEffect(() => card.current?.querySelector<HTMLElement>('[data-focus]')?.focus(), [shown]);
  if (!booking.data) return booking.error ? <Trouble error={booking.error} onRetry={() => void booking.refetch()} /> : <CardSkeleton />;
  const { status, slug } = booking.data;
  const state = status === 'pending' ? 'pending' : status === 'cancelled' ? 'cancelled' : 'confirmed';
  return (
    <div ref={card}>
      <BookingCard icon={state === 'pending' ? <Hourglass /> : <Check />} tone={state === 'confirmed' ? 'good' : 'plain'} title={t(`${state}.title`)} text={t(`${state}.text`)}>
        <BookingDetails booking={booking.data} clock={clock} />
        <div className="flex flex-wrap gap-2">
          <CalendarLink token={token} />
          <a href={paths.manage(token)} target={embedded ? '_blank' : undefined} className={buttonClass('secondary')}>
            {t('manage')}
          </a>
          <Link href={paths.event(slug)} className={buttonClass('ghost')}>
            {t('another')}
          </Link>
        </div>
      </BookingCard>
    </div>
  );
}
