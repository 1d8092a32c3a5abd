'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { Button, Checkbox, Dialog, Field, Textarea } from '@loctelli/core/web';
import type { Booking } from '../../contract.ts';
import { useTimes } from '../use-times.ts';
import { useBookingStep } from './use-booking-step.ts';

interface Props {
  booking: Booking;
  step: 'cancel' | 'decline';
  onClose: () => void;
  onDone: () => void;
}

/** Asks why, before a booking is called off; the guest reads it. */
export function CancelDialog({ booking, step, onClose, onDone }: Props) {
  const t = useTranslations('bookings');
  const times = useTimes();
  const take = useBookingStep();
  const [reason, setReason] = useState('');
  const [notify, setNotify] = useState(true);
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    const done = await take(booking, step, { reason: reason.trim() || null, notify });
    setBusy(false);
    if (!done) return;
    onClose();
    onDone();
  };
  return (
    <Dialog
      open
      size="sm"
      onOpenChange={(open) => !open && onClose()}
      title={t(`steps.ask.${step}`, { name: booking.guestName })}
      description={times.period(booking.start, booking.end)}
      footer={
        <>
          <Button onClick={onClose}>{t('steps.keep')}</Button>
          <Button variant="danger" busy={busy} onClick={() => void submit()}>
            {t(`steps.${step}`)}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={t('steps.reason')} optional={t('words.optional')} hint={notify ? t('steps.reasonHint') : undefined}>
          <Textarea autoFocus rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        <Checkbox checked={notify} onChange={setNotify} label={t('words.notify')} />
      </div>
    </Dialog>
  );
}
