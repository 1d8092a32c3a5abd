'use client';
import { useState } from 'react';
import { Ellipsis, UserPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Card, ErrorState, Link, Menu, Skeleton, useApiQuery, useCan } from '@loctelli/core/web';
import type { Client } from '../../clients/contract.ts';
import type { Enrolment } from '../contract.ts';
import { strategies } from './api.ts';
import { EnrolDialog } from './enrolments/enrol-dialog.tsx';
import { EnrolmentStatusBadge, NextStep, StopReason } from './enrolments/status.tsx';
import { useEnrolmentActs } from './enrolments/use-enrolment-acts.tsx';
import { useLiveStrategies } from './use-strategies.ts';

/** How many that have ended are shown. */
const few = 2;

/** The strategies a client goes through, beside their page: what comes next, and ways to stop it or to begin another. */
export default function ClientStrategies({ client }: { client: Client }) {
  const t = useTranslations('strategies.enrolments');
  const [enrolling, setEnrolling] = useState(false);
  const mayEnrol = useCan('strategies.enrol') !== null && client.deletedAt === null;
  const { data, error, refetch } = useApiQuery(['strategies', 'client', client.id], () => strategies.getEnrolments({ clientId: client.id, limit: 20 }));
  const { actsOf, dialog } = useEnrolmentActs();
  useLiveStrategies();
  const items = data?.items ?? [];
  const live = items.filter(({ endedAt }) => endedAt === null);
  const ended = items.filter(({ endedAt }) => endedAt !== null).slice(0, few);
  return (
    <Card
      title={t('onClient')}
      actions={
        mayEnrol && (
          <Button size="sm" onClick={() => setEnrolling(true)}>
            <UserPlus aria-hidden />
            {t('enrolAction')}
          </Button>
        )
      }
    >
      {error && !data ? (
        <ErrorState compact error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton className="h-12" />
      ) : items.length === 0 ? (
        <p className="text-muted">{t('inNone')}</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {[...live, ...ended].map((enrolment) => (
            <Line key={enrolment.id} enrolment={enrolment} acts={actsOf(enrolment)} />
          ))}
        </ul>
      )}
      {enrolling && <EnrolDialog client={{ id: client.id, name: client.name }} onClose={() => setEnrolling(false)} />}
      {dialog}
    </Card>
  );
}

function Line({ enrolment, acts }: { enrolment: Enrolment; acts: ReturnType<ReturnType<typeof useEnrolmentActs>['actsOf']> }) {
  const t = useTranslations('strategies.enrolments');
  const { id, strategyId, strategyName } = enrolment;
  return (
    <li className="flex items-start gap-2">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link href={`/strategies/${strategyId}/enrolments?enrolment=${id}`} className="min-w-0 truncate font-medium hover:underline">
            {strategyName}
          </Link>
          <EnrolmentStatusBadge status={enrolment.status} />
        </p>
        {enrolment.stopReason ? (
          <p className="text-sm text-muted">
            <StopReason enrolment={enrolment} />
          </p>
        ) : (
          <NextStep enrolment={enrolment} />
        )}
      </div>
      {acts.length > 0 && (
        <Menu
          groups={[{ items: acts }]}
          trigger={
            <Button variant="ghost" size="icon-sm" aria-label={t('actsOf', { name: strategyName })}>
              <Ellipsis aria-hidden />
            </Button>
          }
        />
      )}
    </li>
  );
}
