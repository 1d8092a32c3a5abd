'use client';
import { useEffect, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button, Field, isProblem, Textarea, toast, useCan, useInvalidate, useProblemText } from '@loctelli/core/web';
import type { Booking } from '../../contract.ts';
import { bookings } from '../api.ts';

/** Notes that no guest sees. What was typed stays when a colleague was faster: they say which of the two is kept. */
export function BookingNotes({ booking }: { booking: Booking }) {
  const t = useTranslations('bookings.notes');
  const describe = useProblemText();
  const queries = useQueryClient();
  const invalidate = useInvalidate();
  const mayUpdate = useCan('bookings.update') !== null;
  const saved = booking.notes ?? '';
  const base = useRef(saved);
  const [text, setText] = useState(saved);
  const [theirs, setTheirs] = useState<Booking | null>(null);
  const [busy, setBusy] = useState(false);
  // Notes that nobody is changing here follow those of others; what was typed waits for a decision.
  useEffect(() => {
    if (saved === base.current) return;
    if (text !== base.current && text.trim() !== saved.trim()) return setTheirs(booking);
    base.current = saved;
    setText(saved);
    setTheirs(null);
  }, [saved, text, booking]);

  const save = async (version: number) => {
    setBusy(true);
    try {
      const changed = await bookings.updateBooking(booking.id, { version, notes: text.trim() || null });
      base.current = changed.notes ?? '';
      setText(base.current);
      setTheirs(null);
      queries.setQueryData(['bookings', 'one', booking.id], changed);
      invalidate(['bookings', 'calendar'], ['bookings', 'list']);
      toast.success(t('saved'));
    } catch (error) {
      if (!isProblem(error, 'core.version-conflict')) return void toast.error(describe(error));
      const now = await bookings.getBooking(booking.id);
      // Something else of the booking changed: nobody's notes are lost by saving these.
      if ((now.notes ?? '') === base.current) return save(now.version);
      setTheirs(now);
    } finally {
      setBusy(false);
    }
  };
  if (!mayUpdate) return saved ? <p className="whitespace-pre-line">{saved}</p> : <p className="text-muted">{t('none')}</p>;
  const dirty = text.trim() !== saved.trim();
  return (
    <div className="flex flex-col gap-2">
      <Field label={t('label')} hideLabel>
        <Textarea rows={3} maxLength={5000} value={text} placeholder={t('placeholder')} onChange={(event) => setText(event.target.value)} />
      </Field>
      {theirs && (
        <div role="alert" className="rounded-md bg-warning-soft px-3.5 py-2.5 text-warning-text">
          <p className="font-medium">{t('conflict')}</p>
          <p className="mt-1 whitespace-pre-line">{theirs.notes || t('none')}</p>
          <div className="mt-2 flex flex-wrap gap-2">
            <Button size="sm" onClick={() => void save(theirs.version)}>{t('keepMine')}</Button>
            <Button
              size="sm"
              onClick={() => {
                base.current = theirs.notes ?? '';
                setText(base.current);
                queries.setQueryData(['bookings', 'one', booking.id], theirs);
                setTheirs(null);
              }}
            >
              {t('takeTheirs')}
            </Button>
          </div>
        </div>
      )}
      {dirty && !theirs && (
        <div className="flex gap-2">
          <Button size="sm" variant="primary" busy={busy} onClick={() => void save(booking.version)}>{t('save')}</Button>
          <Button size="sm" onClick={() => setText(saved)}>{t('discard')}</Button>
        </div>
      )}
    </div>
  );
}
