'use client';
import { CircleCheck, CircleSlash } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ErrorState, Skeleton, useApiQuery } from '@loctelli/core/web';
import type { Reason, Why } from '../../contract.ts';
import { bookings } from '../api.ts';
import { useReasonText } from './use-reason-text.ts';

export interface Moment {
  eventTypeId: number;
  at: string;
  length?: number;
  hostId?: number;
  exceptBookingId?: number;
  seats?: number;
}

/** What the engine says of a moment. */
export function useWhy(moment: Moment | null) {
  return useApiQuery(['bookings', 'slots', 'why', moment], () => bookings.explain(moment!), { enabled: moment !== null, keep: true });
}

/** Whether a moment is offered and, if not, every reason in words: those that hold for all first, then host by host. */
export function Reasons({ moment, byHost = false }: { moment: Moment; byHost?: boolean }) {
  const { data, error, refetch, isPlaceholderData } = useWhy(moment);
  if (error && !data) return <ErrorState compact error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-16" />;
  return (
    <div aria-live="polite" aria-busy={isPlaceholderData || undefined} className={isPlaceholderData ? 'opacity-60' : undefined}>
      <Verdict why={data} />
      {byHost && <Hosts why={data} />}
    </div>
  );
}

function Verdict({ why }: { why: Why }) {
  const t = useTranslations('bookings.explain');
  const Sign = why.offered ? CircleCheck : CircleSlash;
  return (
    <div className={why.offered ? 'rounded-md bg-success-soft px-3.5 py-2.5 text-success-text' : 'rounded-md bg-warning-soft px-3.5 py-2.5 text-warning-text'}>
      <p className="flex items-center gap-2 font-medium">
        <Sign aria-hidden className="size-4 shrink-0" />
        {t(why.offered ? 'offered' : 'notOffered')}
      </p>
      {why.reasons.length > 0 && <ReasonList reasons={why.reasons} className="ms-6 mt-1" />}
    </div>
  );
}

function Hosts({ why }: { why: Why }) {
  const t = useTranslations('bookings.explain');
  if (why.hosts.length < 2) return null;
  return (
    <dl className="mt-4 flex flex-col gap-3">
      {why.hosts.map(({ hostId, name, reasons }) => (
        <div key={hostId}>
          <dt className="font-medium">{name}</dt>
          <dd className="text-muted">{reasons.length > 0 ? <ReasonList reasons={reasons} /> : t('hostFree')}</dd>
        </div>
      ))}
    </dl>
  );
}

export function ReasonList({ reasons, className }: { reasons: Reason[]; className?: string }) {
  const text = useReasonText();
  return (
    <ul className={className}>
      {reasons.map((reason, index) => (
        <li key={index}>{text(reason)}</li>
      ))}
    </ul>
  );
}
