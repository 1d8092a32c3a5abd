'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { Checkbox, DateTimePicker, Segmented, useCan } from '@loctelli/core/web';
import { Reasons, useWhy } from './reasons.tsx';
import { SlotPicker } from './slot-picker.tsx';

export interface Chosen {
  start: string | null;
  /** Past the rules. */
  override: boolean;
}
interface Props {
  eventTypeId: number;
  length?: number;
  hostId?: number;
  exceptBookingId?: number;
  seats?: number;
  value: Chosen;
  onChange: (chosen: Chosen) => void;
  day?: string;
  /** Begins with a time of one's own: when one was drawn in the calendar. */
  exact?: boolean;
}

/** When: one of the free times, or any other; of one that is not offered it says why, and may go past it. */
export function MomentPicker({ value, onChange, exact = false, day, ...what }: Props) {
  const t = useTranslations('bookings.slots');
  const [way, setWay] = useState<'free' | 'other'>(exact ? 'other' : 'free');
  return (
    <div className="flex flex-col gap-3">
      <Segmented
        label={t('way')}
        value={way}
        onChange={(next) => {
          setWay(next);
          onChange({ start: next === 'free' ? null : value.start, override: false });
        }}
        options={[
          { value: 'free', label: t('free') },
          { value: 'other', label: t('other') },
        ]}
      />
      {way === 'free' ? (
        <SlotPicker {...what} day={day} value={value.start} onChange={(start) => onChange({ start, override: false })} />
      ) : (
        <AnyTime {...what} value={value} onChange={onChange} />
      )}
    </div>
  );
}

function AnyTime({ value, onChange, ...what }: Omit<Props, 'exact' | 'day'>) {
  const t = useTranslations('bookings.slots');
  const mayOverride = useCan('bookings.override') !== null;
  const moment = value.start ? { ...what, at: value.start } : null;
  const { data } = useWhy(moment);
  const refused = moment !== null && data?.offered === false;
  return (
    <>
      <DateTimePicker aria-label={t('other')} value={value.start} onChange={(start) => onChange({ start, override: false })} />
      {moment && <Reasons moment={moment} />}
      {refused && mayOverride && <Checkbox checked={value.override} onChange={(override) => onChange({ ...value, override })} label={t('override')} hint={t('overrideHint')} />}
    </>
  );
}
