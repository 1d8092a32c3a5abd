'use client';
import { useTranslations } from 'next-intl';
import { useFormats } from '@loctelli/core/web';
import { useSummary } from './use-summary.ts';

/** How many bookings wait to be confirmed. */
export default function PendingBadge() {
  const t = useTranslations('bookings.widgets');
  const formats = useFormats();
  const { data } = useSummary();
  if (!data || data.pending === 0) return null;
  return (
    <span title={t('pending', { count: data.pending })}>
      {formats.number(data.pending)}
      <span className="sr-only"> {t('pending', { count: data.pending })}</span>
    </span>
  );
}
