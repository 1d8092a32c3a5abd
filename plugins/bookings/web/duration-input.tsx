'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { NumberInput, Select } from '@loctelli/core/web';

const sizes = { minutes: 1, hours: 60, days: 1440 } as const;
type Unit = keyof typeof sizes;
const units = Object.keys(sizes) as Unit[];

interface Props {
  /** Minutes. */
  value: number | null;
  onChange: (minutes: number | null) => void;
  max?: number;
  min?: number;
  /** What it measures, for screen readers. */
  label: string;
  disabled?: boolean;
}

/** A length of time, in the unit that says it best. */
export function DurationInput({ value, onChange, min = 0, max = 365 * 1440, label, disabled }: Props) {
  const t = useTranslations('bookings.units');
  const [unit, setUnit] = useState<Unit>(() => (value && value % 1440 === 0 ? 'days' : value && value % 60 === 0 ? 'hours' : 'minutes'));
  const size = sizes[unit];
  return (
    <div className="flex gap-2">
      <NumberInput
        className="w-24"
        aria-label={label}
        decimals={unit === 'minutes' ? 0 : 2}
        min={min / size}
        max={max / size}
        disabled={disabled}
        value={value === null ? null : value / size}
        onChange={(next) => onChange(next === null ? null : Math.round(next * size))}
      />
      <Select
        className="w-auto"
        aria-label={t('label', { what: label })}
        disabled={disabled}
        value={unit}
        onChange={(next) => {
          setUnit(next);
          // The number stays as it is shown, and means more or less of it.
          if (value !== null) onChange(Math.min(max, Math.round((value / size) * sizes[next])));
        }}
        options={units.map((each) => ({ value: each, label: t(each) }))}
      />
    </div>
  );
}
