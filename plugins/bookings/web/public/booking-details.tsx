'use client';
import type { ReactNode } from 'react';
import { CalendarDays, CalendarPlus, User, Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonClass, cn } from '@loctelli/core/web';
import type { PublicBooking } from '../../contract.ts';
import type { Clock } from './clock.ts';
import { Fact, Hosts, LocationFact } from './facts.tsx';
import { When } from './when.tsx';

/** What was booked, in the words of the visitor's clock. */
export function BookingDetails({ booking, clock }: { booking: PublicBooking; clock: Clock }) {
  const t = useTranslations('bookings.public');
  return (
    <div className="flex flex-col gap-3">
      <h2 className="text-lg font-semibold">
        <bdi>{booking.title}</bdi>
      </h2>
      <ul className="flex flex-col gap-2.5">
        <Fact icon={<CalendarDays aria-hidden />}>
          <span className="block text-fg">
            <When clock={clock} start={booking.start} end={booking.end} struck={booking.status === 'cancelled'} />
          </span>
        </Fact>
        <LocationFact locationKind={booking.locationKind} location={booking.location} />
        <Fact icon={<User aria-hidden />}>{booking.guestName}</Fact>
        {booking.seats > 1 && <Fact icon={<Users aria-hidden />}>{t('form.people', { count: booking.seats })}</Fact>}
      </ul>
      <Hosts names={booking.hosts} />
    </div>
  );
}

/** A file that calendars take in: a link, because phones hand it on only from one. */
export function CalendarLink({ token }: { token: string }) {
  const t = useTranslations('bookings.public.done');
  return (
    <a href={`/api/v1/bookings/public/manage/${encodeURIComponent(token)}/calendar`} download="booking.ics" className={buttonClass('secondary')}>
      <CalendarPlus aria-hidden />
      {t('calendar')}
    </a>
  );
}

/** The frame of a page about one booking: what is the case, what was booked, what can be done. */
export function BookingCard({ icon, title, text, tone = 'plain', children }: { icon: ReactNode; title: string; text?: ReactNode; tone?: 'plain' | 'good' | 'bad'; children: ReactNode }) {
  return (
    <div className="mx-auto max-w-lg rounded-lg border bg-surface">
      <header aria-live="polite" className="flex flex-col items-center gap-3 border-b px-5 py-7 text-center">
        <span aria-hidden className={cn('grid size-12 place-items-center rounded-full [&_svg]:size-6', tones[tone])}>
          {icon}
        </span>
        <div>
          <h1 tabIndex={-1} data-focus className="text-xl font-semibold outline-none">
            {title}
          </h1>
          {text && <p className="mt-1 text-pretty text-muted">{text}</p>}
        </div>
      </header>
      <div className="flex flex-col gap-5 p-5">{children}</div>
    </div>
  );
}

const tones = { plain: 'bg-sunken text-muted', good: 'bg-success-soft text-success-text', bad: 'bg-danger-soft text-danger-text' };
