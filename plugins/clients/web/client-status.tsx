'use client';
import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@loctelli/core/web';
import type { ClientStatus } from '../contract.ts';

const tones: Record<ClientStatus, Tone> = { lead: 'neutral', active: 'info', won: 'success', lost: 'danger', archived: 'neutral' };

export const statuses = Object.keys(tones) as ClientStatus[];

export function StatusBadge({ status }: { status: ClientStatus }) {
  const t = useTranslations('clients.status');
  return (
    <Badge tone={tones[status]} dot>
      {t(status)}
    </Badge>
  );
}
