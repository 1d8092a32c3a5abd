'use client';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { FormSkeleton, useApiQuery, useInvalidate, type PageProps } from '@loctelli/core/web';
import type { PublicBooking, PublicEventType } from '../../contract.ts';
import { bookings } from '../api.ts';
import { useAddress } from './address.ts';
import { ownZone, useClock } from './clock.ts';
import { tellParent, useFrame } from './frame.ts';
import { Picker } from './picker/picker.tsx';
import { BookingSkeleton } from './skeletons.tsx';
import { Summary } from './summary.tsx';
import { Trouble } from './trouble.tsx';
import { useTitle } from './use-title.ts';

const loadForm = () => import('./form/booking-form.tsx');
const BookingForm = lazy(loadForm);
/** Somebody is about to choose: the form is there when they have. */
const preload = () => void loadForm().catch(() => undefined);
const Booked = lazy(() => import('./booked.tsx'));

/** `/book/:slug`: a visitor takes one of the free times of an event type. */
export default function EventTypePage({ params }: PageProps) {
  const slug = params.slug!;
  useFrame();
  const type = useApiQuery(['bookings', 'public', 'type', slug], () => bookings.getPublicEventType(slug));
  if (type.data) return <Booking type={type.data} />;
  if (type.error || type.fetchStatus === 'paused') return <Trouble error={type.error} onRetry={() => void type.refetch()} />;
  return <BookingSkeleton />;
}

function Booking({ type }: { type: PublicEventType }) {
  const t = useTranslations('bookings.public.picker');
  const place = useAddress();
  const { address, replace } = place;
  const invalidate = useInvalidate();
  const clock = useClock(address.zone ?? ownZone());
  const length = type.lengths.find((one) => one === address.length) ?? type.lengths[0]!;
  const seats = Math.min(Math.max(address.seats ?? 1, 1), type.seats, 20);
  const slotsKey = ['bookings', 'public', 'slots', type.slug];
  const source = { key: [...slotsKey, length, seats], load: (query: { from: string; to: string; zone: string }) => bookings.getPublicSlots(type.slug, { ...query, length, seats }) };
  const [taken, setTaken] = useState<string | null>(null);
  const [made, setMade] = useState<PublicBooking | null>(null);
  const card = useStep(address.slot ? 'form' : 'times');
  useTitle(type.title);
  // Once shown it stays, out of sight: whoever goes back for another time finds what they typed.
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    if (address.slot) setOpened(true);
  }, [address.slot]);

  const onBooked = (booking: PublicBooking) => {
    setMade(booking);
    tellParent({ type: 'bookings:booked', event: type.slug, title: booking.title, start: booking.start, end: booking.end, status: booking.status });
    replace({ booked: booking.token, slot: undefined, day: undefined, month: undefined });
    invalidate(slotsKey);
  };
  const onTaken = (start: string) => {
    setTaken(start);
    replace({ slot: undefined });
    invalidate(slotsKey);
  };
  if (address.booked)
    return (
      <Suspense fallback={<BookingSkeleton />}>
        <Booked token={address.booked} made={made} zone={clock.zone} />
      </Suspense>
    );
  const lost = taken && !address.slot && (
    <p role="alert" className="mb-4 flex gap-2.5 rounded-md bg-warning-soft px-3.5 py-2.5 text-warning-text">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>{t(opened ? 'taken' : 'gone', { time: clock.time(taken) })}</span>
    </p>
  );
  const choice = address.slot ? { start: address.slot, length, seats, zone: clock.zone } : null;
  return (
    <div ref={card} className="@container scroll-mt-4">
      <div className="grid rounded-lg border bg-surface @3xl:grid-cols-[17rem_minmax(0,1fr)]">
        <Summary type={type} length={length} seats={seats} clock={clock} start={address.slot} onChange={replace} />
        <div className="min-w-0 p-5">
          <div hidden={Boolean(choice)} onPointerEnter={preload} onFocus={preload}>
            <Picker clock={clock} source={source} opensAt={type.opensAt} closesAt={type.closesAt} shared={type.seats > 1} place={place} notice={lost} />
          </div>
          {(opened || choice) && (
            <div hidden={!choice}>
              <h2 tabIndex={-1} data-step="form" className="mb-4 text-lg font-semibold outline-none">
                {t('yourDetails')}
              </h2>
              <Suspense fallback={<FormSkeleton fields={3} />}>
                <FormOf type={type} choice={choice} onBack={() => replace({ slot: undefined })} onBooked={onBooked} onTaken={onTaken} />
              </Suspense>
            </div>
          )}
        </div>
      </div>
    </div>
  );
}

/** Keeps the last choice while the form is out of sight. */
function FormOf({ choice, ...props }: Omit<React.ComponentProps<typeof BookingForm>, 'choice'> & { choice: React.ComponentProps<typeof BookingForm>['choice'] | null }) {
  const last = useRef(choice);
  if (choice) last.current = choice;
  return last.current && <BookingForm {...props} choice={last.current} />;
}

/** When another step is shown: its beginning comes into sight and gets the focus, so that readers of the screen hear of it. */
function useStep(step: 'form' | 'times') {
  const card = useRef<HTMLDivElement>(null);
  const last = useRef(step);
  useEffect(() => {
    if (last.current === step) return;
    last.current = step;
    tellParent({ type: 'bookings:step' });
    card.current?.scrollIntoView({ block: 'start' });
    card.current?.querySelector<HTMLElement>(step === 'form' ? '[data-step=form]' : '#booking-times')?.focus({ preventScroll: true });
  }, [step]);
  return card;
}
