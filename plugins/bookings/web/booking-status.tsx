'use client';
import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@loctelli/core/web';
import type { BookingStatus } from '../contract.ts';

export const statuses = ['pending', 'confirmed', 'cancelled', 'no-show'] as const satisfies readonly BookingStatus[];
const tones: Record<BookingStatus, Tone> = { pending: 'warning', confirmed: 'success', cancelled: 'neutral', 'no-show': 'danger' };

export function StatusBadge({ status }: { status: BookingStatus }) {
  const t = useTranslations('bookings.status');
  return (
    <Badge tone={tones[status]} dot>
      {t(status)}
    </Badge>
  );
}
