'use client';
import { useState } from 'react';
import { ArrowDown, ArrowLeft, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, isProblem, useInvalidate, useProblemText } from '@loctelli/core/web';
import type { PublicBooking } from '../../../contract.ts';
import { bookings } from '../../api.ts';
import type { useAddress } from '../address.ts';
import type { Clock } from '../clock.ts';
import { Picker } from '../picker/picker.tsx';
import { When } from '../when.tsx';

interface RescheduleProps {
  token: string;
  booking: PublicBooking;
  clock: Clock;
  place: ReturnType<typeof useAddress>;
  onDone: (booking: PublicBooking) => void;
  onLeave: () => void;
  /** It cannot be moved any more. */
  onRefused: () => void;
}

/** How far ahead another time is looked for. */
const farthest = 730 * 86_400_000;

/** Another time for a booking: chosen as the first one was, then confirmed beside it. */
export function Reschedule({ token, booking, clock, place, onDone, onLeave, onRefused }: RescheduleProps) {
  const t = useTranslations('bookings.public');
  const describe = useProblemText();
  const invalidate = useInvalidate();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [today] = useState(() => Date.now());
  const slotsKey = ['bookings', 'managed-slots', token];
  const source = { key: slotsKey, load: (query: { from: string; to: string; zone: string }) => bookings.getManagedSlots(token, query) };
  const chosen = place.address.slot;
  const end = chosen && new Date(Date.parse(chosen) + Date.parse(booking.end) - Date.parse(booking.start)).toISOString();

  const move = async () => {
    if (!chosen) return;
    setBusy(true);
    setTrouble(null);
    try {
      onDone(await bookings.rescheduleManaged(token, { start: chosen, ...(place.address.zone && { zone: place.address.zone }) }));
    } catch (error) {
      const gone = isProblem(error) && ['bookings.taken', 'bookings.not-offered'].includes(error.code);
      setTrouble(gone ? t('picker.gone', { time: clock.time(chosen) }) : describe(error));
      if (gone) {
        place.replace({ slot: undefined });
        invalidate(slotsKey);
      } else if (isProblem(error) && error.status >= 400 && error.status < 500) onRefused();
    } finally {
      setBusy(false);
    }
  };
  const notice = trouble && (
    <p role="alert" className="mb-4 flex gap-2.5 rounded-md bg-warning-soft px-3.5 py-2.5 text-warning-text">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      {trouble}
    </p>
  );
  return (
    <div className="@container mx-auto max-w-3xl">
      <div className="rounded-lg border bg-surface">
        <header className="flex flex-col gap-1 border-b p-5">
          <Button variant="ghost" size="sm" className="-ms-2 self-start" onClick={onLeave}>
            <ArrowLeft aria-hidden className="rtl:-scale-x-100" />
            {t('manage.backToBooking')}
          </Button>
          <h1 className="text-xl font-semibold">{t('manage.rescheduleTitle', { title: booking.title })}</h1>
          <p className="text-muted">{t('manage.rescheduleText', { time: clock.range(booking.start, booking.end) })}</p>
        </header>
        <div className="p-5">
          {chosen && end ? (
            <div className="flex flex-col gap-4">
              {notice}
              <div className="flex flex-col items-start gap-2">
                <p className="text-muted line-through">{clock.range(booking.start, booking.end)}</p>
                <ArrowDown aria-hidden className="size-4 text-subtle" />
                <div className="rounded-md bg-accent-soft px-3.5 py-2.5 text-on-accent-soft">
                  <When clock={clock} start={chosen} end={end} />
                </div>
              </div>
              <div className="flex flex-wrap gap-2">
                <Button variant="primary" busy={busy} onClick={() => void move()}>
                  {t('manage.move')}
                </Button>
                <Button variant="ghost" onClick={() => place.replace({ slot: undefined })}>
                  {t('form.back')}
                </Button>
              </div>
            </div>
          ) : (
            <Picker clock={clock} source={source} opensAt={new Date(today).toISOString()} closesAt={new Date(today + farthest).toISOString()} shared={false} place={place} notice={notice} />
          )}
        </div>
      </div>
    </div>
  );
}
