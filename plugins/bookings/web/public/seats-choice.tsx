'use client';
import { useTranslations } from 'next-intl';
import { Field, Select } from '@loctelli/core/web';
import type { Clock } from './clock.ts';

/** How many people come; fetched only where more than one can. */
export default function SeatsChoice({ most, value, clock, onChange }: { most: number; value: number; clock: Clock; onChange: (seats: number | undefined) => void }) {
  const t = useTranslations('bookings.public.facts');
  const options = Array.from({ length: most }, (_, index) => ({ value: String(index + 1), label: clock.number(index + 1) }));
  return (
    <Field label={t('people')} className="max-w-40">
      <Select value={String(value)} onChange={(next) => onChange(next === '1' ? undefined : Number(next))} options={options} />
    </Field>
  );
}
