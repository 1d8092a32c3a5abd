'use client';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'next-intl';
import { Combobox, listZones } from '@loctelli/core/web';

/** Every zone there is, found by typing. Answers null when it is left as it was. */
export default function ZoneSearch({ zone, onDone }: { zone: string; onDone: (zone: string | null) => void }) {
  const t = useTranslations('bookings.public.picker');
  const locale = useLocale();
  const zones = useMemo(() => {
    const known = listZones(locale);
    return known.some(({ value }) => value === zone) ? known : [{ value: zone, label: zone }, ...known];
  }, [locale, zone]);
  return <Combobox defaultOpen clearable={false} aria-label={t('zone')} options={zones} value={zone} onChange={onDone} onOpenChange={(open) => !open && onDone(null)} className="max-w-80" />;
}
