'use client';
import { useTranslations } from 'next-intl';
import { Facts, Link, useFormats, usePlugins } from '@loctelli/core/web';
import type { Booking } from '../../contract.ts';
import { ColourDot } from '../colour.tsx';
import { useTimes } from '../use-times.ts';

const linkClass = 'text-accent-text hover:underline';

/** When, where, with whom, and what the guest said. */
export function BookingFacts({ booking }: { booking: Booking }) {
  const t = useTranslations('bookings');
  const times = useTimes();
  const formats = useFormats();
  const { guestZone } = booking;
  const facts = [
    { label: t('facts.when'), value: <When booking={booking} /> },
    ...(guestZone !== times.zone ? [{ label: t('facts.forGuest'), value: times.period(booking.start, booking.end, guestZone) }] : []),
    {
      label: t('words.eventType'),
      value: (
        <span className="inline-flex items-center gap-2">
          <ColourDot colour={booking.colour} />
          {booking.title}
        </span>
      ),
    },
    { label: t('words.host'), value: formats.list(booking.hosts.length > 0 ? booking.hosts.map(({ name }) => name) : [booking.hostName]) },
    { label: t('facts.where'), value: <Where booking={booking} /> },
    ...(booking.seats > 1 ? [{ label: t('words.seats'), value: formats.number(booking.seats) }] : []),
    { label: t('facts.source'), value: t(`sources.${booking.source}`) },
  ];
  return <Facts items={facts} />;
}

function When({ booking: { start, end } }: { booking: Booking }) {
  const times = useTimes();
  const formats = useFormats();
  return (
    <>
      <span className="font-medium">{times.period(start, end)}</span>
      <span className="block text-muted">{formats.relative(start)}</span>
    </>
  );
}

function Where({ booking: { locationKind, location, guestPhone } }: { booking: Booking }) {
  const t = useTranslations('bookings.locations');
  const value = locationKind === 'phone' ? (location ?? guestPhone) : location;
  return (
    <>
      {t(locationKind)}
      {value && (
        <span className="block break-words">
          {/^https?:\/\//.test(value) ? (
            <a href={value} target="_blank" rel="noreferrer" dir="ltr" className={linkClass}>
              {value}
            </a>
          ) : (
            <bdi>{value}</bdi>
          )}
        </span>
      )}
    </>
  );
}

/** Who comes, how to reach them, and what they answered. */
export function GuestFacts({ booking }: { booking: Booking }) {
  const t = useTranslations('bookings');
  const hasClients = usePlugins().some(({ manifest }) => manifest.id === 'clients');
  const { guestName, guestEmail, guestPhone, clientId } = booking;
  const facts = [
    {
      label: t('words.name'),
      value:
        clientId !== null && hasClients ? (
          <Link href={`/clients/${clientId}`} className={linkClass}>
            {guestName}
          </Link>
        ) : (
          guestName
        ),
    },
    ...(guestEmail ? [{ label: t('words.email'), value: <a href={`mailto:${guestEmail}`} dir="ltr" className={`${linkClass} break-all`}>{guestEmail}</a> }] : []),
    ...(guestPhone ? [{ label: t('words.phone'), value: <a href={`tel:${guestPhone}`} dir="ltr" className={linkClass}>{guestPhone}</a> }] : []),
  ];
  return <Facts items={facts} />;
}

export function AnswerFacts({ booking }: { booking: Booking }) {
  const t = useTranslations('bookings.words');
  const formats = useFormats();
  const text = (value: Booking['answers'][number]['value']) => {
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (typeof value === 'number') return formats.number(value);
    return Array.isArray(value) ? formats.list(value) : value;
  };
  return (
    <dl className="flex flex-col gap-2.5">
      {booking.answers.map(({ key, label, value }) => (
        <div key={key}>
          <dt className="text-muted">{label}</dt>
          <dd className="break-words whitespace-pre-line">{text(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
