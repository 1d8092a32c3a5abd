'use client';
import { lazy, Suspense } from 'react';
import { CalendarDays } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { cn, Skeleton } from '@loctelli/core/web';
import type { PublicEventType } from '../../contract.ts';
import type { Address } from './address.ts';
import { sayLength, type Clock } from './clock.ts';
import { dots, EventFacts, Fact, Hosts } from './facts.tsx';
import { When } from './when.tsx';

const SeatsChoice = lazy(() => import('./seats-choice.tsx'));

interface SummaryProps {
  type: PublicEventType;
  length: number;
  seats: number;
  clock: Clock;
  /** The chosen time, once there is one. */
  start: string | undefined;
  onChange: (changes: Pick<Address, 'length' | 'seats'>) => void;
}

/** What is booked, beside the choice of a time and the form; and the choices that times depend on. */
export function Summary({ type, length, seats, clock, start, onChange }: SummaryProps) {
  const end = start && new Date(Date.parse(start) + length * 60_000).toISOString();
  return (
    <header className="flex min-w-0 flex-col gap-4 border-b p-5 @3xl:border-e @3xl:border-b-0">
      <Hosts names={type.hosts} />
      <h1 className="flex gap-2.5 text-xl font-semibold">
        <span aria-hidden className={cn('mt-3 size-2.5 shrink-0 rounded-full', dots[type.colour])} />
        <bdi>{type.title}</bdi>
      </h1>
      {start && end && (
        <ul className="rounded-md bg-accent-soft px-3 py-2.5">
          <Fact icon={<CalendarDays aria-hidden className="text-on-accent-soft" />}>
            <span className="block text-on-accent-soft">
              <When clock={clock} start={start} end={end} />
            </span>
          </Fact>
        </ul>
      )}
      <div className={cn('flex flex-col gap-4', start && 'hidden @3xl:flex')}>
        {type.lengths.length > 1 && !start && <LengthChoice lengths={type.lengths} value={length} onChange={(next) => onChange({ length: next })} />}
        <EventFacts type={type} lengths={type.lengths.length > 1 && !start ? [] : [length]} />
        {type.seats > 1 && !start && (
          <Suspense fallback={<Skeleton className="h-15 w-40" />}>
            <SeatsChoice most={Math.min(type.seats, 20)} value={seats} clock={clock} onChange={(next) => onChange({ seats: next })} />
          </Suspense>
        )}
        {type.description && <p className="whitespace-pre-line text-pretty text-muted">{type.description}</p>}
      </div>
    </header>
  );
}

function LengthChoice({ lengths, value, onChange }: { lengths: number[]; value: number; onChange: (length: number) => void }) {
  const t = useTranslations('bookings.public.facts');
  const locale = useLocale();
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">{t('length')}</legend>
      <div className="flex flex-wrap gap-1.5">
        {lengths.map((length) => (
          <label
            key={length}
            className="cursor-pointer rounded-button border px-3 py-1.5 transition-colors duration-120 hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-checked:font-medium has-checked:text-on-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input type="radio" name="length" checked={length === value} onChange={() => onChange(length)} className="sr-only" />
            {sayLength(length, locale)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
