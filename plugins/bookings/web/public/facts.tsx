'use client';
import type { ReactNode } from 'react';
import { Clock3, Hourglass, MapPin, Phone, Users, Video } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Avatar } from '@loctelli/core/web';
import type { PublicBooking, PublicEventType } from '../../contract.ts';
import { sayLength } from './clock.ts';

/** The theme's colours, by the index that an event type carries. */
export const dots = ['bg-chart-1', 'bg-chart-2', 'bg-chart-3', 'bg-chart-4', 'bg-chart-5', 'bg-chart-6', 'bg-chart-7', 'bg-chart-8'];

/** A line of facts behind its icon. */
export const Fact = ({ icon, children }: { icon: ReactNode; children: ReactNode }) => (
  <li className="flex items-start gap-2.5 text-muted [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0">
    {icon}
    <span className="min-w-0">{children}</span>
  </li>
);

const locationIcons = { address: MapPin, link: Video, phone: Phone, 'guest-address': MapPin, other: MapPin };

export function LocationFact({ locationKind, location }: Pick<PublicBooking, 'locationKind' | 'location'>) {
  const t = useTranslations('bookings.public.location');
  const Icon = locationIcons[locationKind];
  const isLink = locationKind === 'link' && location && /^https?:\/\//.test(location);
  return (
    <Fact icon={<Icon aria-hidden />}>
      {isLink ? (
        <a href={location} target="_blank" rel="noreferrer" className="text-accent-text underline underline-offset-4">
          {location}
        </a>
      ) : (
        <bdi>{location ?? t(locationKind)}</bdi>
      )}
    </Fact>
  );
}

/** Those one meets, as faces without pictures. */
export function Hosts({ names }: { names: string[] }) {
  const locale = useLocale();
  const t = useTranslations('bookings.public.facts');
  if (names.length === 0) return null;
  return (
    <div className="flex items-center gap-2.5">
      <span className="flex -space-x-1 rtl:space-x-reverse">
        {names.slice(0, 4).map((name) => (
          <Avatar key={name} name={name} size="md" className="ring-2 ring-surface" />
        ))}
      </span>
      <span className="min-w-0 text-muted">{names.length > 3 ? t('hosts', { count: names.length }) : new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)}</span>
    </div>
  );
}

/** What an event type is, as far as it does not depend on a choice. */
export function EventFacts({ type, lengths, children }: { type: PublicEventType; lengths: readonly number[]; children?: ReactNode }) {
  const t = useTranslations('bookings.public.facts');
  const locale = useLocale();
  const said = lengths.map((minutes) => sayLength(minutes, locale));
  return (
    <ul className="flex flex-col gap-2.5">
      {said.length > 0 && <Fact icon={<Clock3 aria-hidden />}>{new Intl.ListFormat(locale, { type: 'disjunction' }).format(said)}</Fact>}
      <LocationFact locationKind={type.locationKind} location={type.location} />
      {type.seats > 1 && <Fact icon={<Users aria-hidden />}>{t('seats', { count: type.seats })}</Fact>}
      {type.needsConfirmation && <Fact icon={<Hourglass aria-hidden />}>{t('needsConfirmation')}</Fact>}
      {children}
    </ul>
  );
}
