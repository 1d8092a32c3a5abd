'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { Button, Checkbox, Dialog, Field, Select, Textarea } from '@loctelli/core/web';
import type { Booking } from '../../contract.ts';
import { MomentPicker, type Chosen } from '../slots/moment-picker.tsx';
import { useEventTypes, useHosts } from '../use-set-up.ts';
import { minutesBetween, useTimes } from '../use-times.ts';
import type { Target } from './use-move-booking.tsx';

interface Props {
  booking: Booking;
  onClose: () => void;
  onMove: (to: Target) => Promise<boolean>;
}

/** Gives a booking another time, length or host: what dragging does, and more. */
export function MoveDialog({ booking, onClose, onMove }: Props) {
  const t = useTranslations('bookings');
  const times = useTimes();
  const { eventTypes } = useEventTypes();
  const { hosts } = useHosts();
  const type = eventTypes.find(({ id }) => id === booking.eventTypeId);
  const length = minutesBetween(booking.start, booking.end);
  const [minutes, setMinutes] = useState(length);
  const [hostId, setHostId] = useState(booking.hostId);
  const [chosen, setChosen] = useState<Chosen>({ start: null, override: false });
  const [reason, setReason] = useState('');
  const [notify, setNotify] = useState(true);
  const [busy, setBusy] = useState(false);
  const choices = (type?.hosts ?? []).filter(({ isActive }) => isActive).map(({ userId, name }) => ({ value: String(userId), label: name }));
  const others = hosts.some(({ userId }) => userId !== booking.hostId) && type?.assignment !== 'collective' && choices.length > 1;
  const lengths = [...new Set([...(type?.lengths ?? []), length])].sort((a, b) => a - b);
  const move = async () => {
    if (!chosen.start) return;
    setBusy(true);
    const to: Target = { start: chosen.start, ...(minutes !== length && { length: minutes }), ...(hostId !== booking.hostId && { hostId }), ...(chosen.override && { override: true }), notify, reason: reason.trim() || null };
    const done = await onMove(to);
    setBusy(false);
    if (done) onClose();
  };
  return (
    <Dialog
      open
      size="lg"
      onOpenChange={(open) => !open && onClose()}
      title={t('move.title', { name: booking.guestName })}
      description={t('move.now', { when: times.period(booking.start, booking.end) })}
      footer={
        <>
          <Button onClick={onClose}>{t('words.cancel')}</Button>
          <Button variant="primary" busy={busy} disabled={!chosen.start} onClick={() => void move()}>
            {chosen.start ? t('move.to', { when: times.moment(chosen.start) }) : t('move.action')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {(others || lengths.length > 1) && (
          <div className="grid gap-4 sm:grid-cols-2">
            {others && (
              <Field label={t('words.host')}>
                <Select value={String(hostId)} onChange={(id) => (setHostId(Number(id)), setChosen({ start: null, override: false }))} options={choices} />
              </Field>
            )}
            {lengths.length > 1 && (
              <Field label={t('words.length')}>
                <Select value={String(minutes)} onChange={(next) => (setMinutes(Number(next)), setChosen({ start: null, override: false }))} options={lengths.map((each) => ({ value: String(each), label: times.length(each) }))} />
              </Field>
            )}
          </div>
        )}
        <MomentPicker eventTypeId={booking.eventTypeId} length={minutes} hostId={hostId} exceptBookingId={booking.id} seats={booking.seats} value={chosen} onChange={setChosen} />
        <Field label={t('move.reason')} optional={t('words.optional')} hint={t('move.reasonHint')}>
          <Textarea rows={2} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
        </Field>
        <Checkbox checked={notify} onChange={setNotify} label={t('words.notify')} />
      </div>
    </Dialog>
  );
}
