'use client';
import { useTranslations } from 'next-intl';
import { Combobox, Field } from '@loctelli/core/web';
import { useEventTypes } from '../../use-set-up.ts';
import { useAt } from '../draft-context.tsx';
import { TextAt } from '../fields.tsx';
import { Section } from '../section.tsx';

/** What of the bookings plugin is offered, and how. */
export function BookingOffer() {
  const t = useTranslations('strategies.editor.script');
  const types = useEventTypes();
  const { value, set, error, readOnly } = useAt<number | null>('script.booking.eventTypeId');
  const options = types.map(({ id, title, active }) => ({ value: String(id), label: title, ...(!active && { hint: t('eventTypeOff') }) }));
  return (
    <Section title={t('booking')} text={t('bookingText')} path="script.booking">
      <Field name="script.booking.eventTypeId" label={t('eventType')} error={error}>
        <Combobox placeholder={t('noEventType')} options={options} disabled={readOnly} value={value === null ? null : String(value)} onChange={(id) => set(id === null ? null : Number(id))} />
      </Field>
      <TextAt path="script.booking.instructions" label={t('bookingInstructions')} placeholder={t('bookingPlaceholder')} rows={2} />
    </Section>
  );
}
