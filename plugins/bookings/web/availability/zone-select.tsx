'use client';
import { useMemo } from 'react';
import { useLocale } from 'next-intl';
import { Combobox, listZones } from '@loctelli/core/web';

/** A time zone, found by its city or offset. */
export function ZoneSelect({ value, onChange, label, disabled }: { value: string; onChange: (zone: string) => void; label: string; disabled?: boolean }) {
  const locale = useLocale();
  const zones = useMemo(() => listZones(locale), [locale]);
  const options = zones.some((zone) => zone.value === value) ? zones : [{ value, label: value }, ...zones];
  return <Combobox aria-label={label} clearable={false} disabled={disabled} options={options} value={value} onChange={(zone) => zone && onChange(zone)} />;
}
