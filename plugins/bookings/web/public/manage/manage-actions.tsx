'use client';
import { useLocale, useTranslations } from 'next-intl';
import { Button, buttonClass, Link } from '@loctelli/core/web';
import type { GuestRefusal, PublicBooking } from '../../../contract.ts';
import { CalendarLink } from '../booking-details.tsx';
import { sayLength } from '../clock.ts';
import { usePaths } from '../frame.ts';

/** What the guest may still do; where they may not, why. */
export function ManageActions({ token, booking, onDo }: { token: string; booking: PublicBooking; onDo: (what: 'reschedule' | 'cancel') => void }) {
  const t = useTranslations('bookings.public.manage');
  const locale = useLocale();
  const paths = usePaths();
  const { cancelRefusal, rescheduleRefusal, status } = booking;
  const say = (refusal: GuestRefusal | null, what: string) => refusal && t(`refusals.${refusal.code}`, { what, length: sayLength(refusal.minutes, locale) });
  if (status === 'cancelled')
    return (
      <Link href={paths.event(booking.slug)} className={buttonClass('primary', 'md', 'self-start')}>
        {t('bookAgain')}
      </Link>
    );
  const same = cancelRefusal && rescheduleRefusal && cancelRefusal.code === rescheduleRefusal.code && cancelRefusal.minutes === rescheduleRefusal.minutes;
  const reasons = same ? [say(cancelRefusal, 'both')] : [say(rescheduleRefusal, 'reschedule'), say(cancelRefusal, 'cancel')];
  const told = reasons.filter((reason) => reason !== null);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        {!rescheduleRefusal && (
          <Button variant="primary" onClick={() => onDo('reschedule')}>
            {t('reschedule')}
          </Button>
        )}
        <CalendarLink token={token} />
        {!cancelRefusal && (
          <Button variant="ghost" onClick={() => onDo('cancel')}>
            {t('cancel')}
          </Button>
        )}
      </div>
      {told.map((reason) => (
        <p key={reason} className="text-sm text-muted">
          {reason}
        </p>
      ))}
    </div>
  );
}
