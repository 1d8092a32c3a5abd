'use client';
import { useTranslations } from 'next-intl';
import { Avatar, useFormats, type Column } from '@loctelli/core/web';
import type { Enrolment } from '../../contract.ts';
import { EnrolmentStatusBadge, NextStep, StopReason } from './status.tsx';

/** What is told of an enrolment; `all` names the strategy too. */
export function useEnrolmentColumns(all: boolean): Column<Enrolment>[] {
  const t = useTranslations('strategies.enrolments');
  const list = useTranslations('strategies.list');
  const formats = useFormats();
  return [
    {
      id: 'client',
      header: t('client'),
      card: 'title',
      cell: ({ clientName }) => (
        <span className="flex min-w-0 items-center gap-2.5">
          <Avatar name={clientName} size="sm" />
          <span className="max-w-44 truncate">{clientName}</span>
        </span>
      ),
    },
    ...(all
      ? [
          {
            id: 'strategy',
            header: t('strategy'),
            cell: ({ strategyName }: Enrolment) => <span className="block max-w-52 truncate">{strategyName}</span>,
          },
        ]
      : []),
    {
      id: 'status',
      header: t('status'),
      cell: (enrolment) => (
        <span className="flex flex-col items-start gap-0.5">
          <EnrolmentStatusBadge status={enrolment.status} />
          {enrolment.stopReason && (
            <span className="text-sm text-muted">
              <StopReason enrolment={enrolment} />
            </span>
          )}
        </span>
      ),
    },
    { id: 'next', header: t('next'), className: 'min-w-44 max-w-72', cell: (enrolment) => <NextStep enrolment={enrolment} /> },
    {
      id: 'results',
      header: t('came'),
      className: 'max-xl:hidden',
      card: 'hidden',
      cell: ({ repliedAt, bookedAt, wonAt }) => {
        const came = [...(repliedAt ? [list('replied')] : []), ...(bookedAt ? [list('booked')] : []), ...(wonAt ? [list('won')] : [])];
        return came.length > 0 ? <span className="whitespace-nowrap text-success-text">{came.join(' · ')}</span> : <span className="text-subtle">—</span>;
      },
    },
    { id: 'owner', header: t('inNameOf'), className: 'max-2xl:hidden', card: 'hidden', cell: ({ ownerName }) => <span className="block max-w-36 truncate">{ownerName}</span> },
    { id: 'number', header: t('version'), align: 'end', className: 'max-lg:hidden', card: 'hidden', cell: ({ number }) => formats.number(number) },
    {
      id: 'since',
      header: t('since'),
      align: 'end',
      card: 'hidden',
      className: 'max-lg:hidden',
      cell: ({ createdAt }) => (
        <time dateTime={createdAt} title={formats.dateTime(createdAt)} className="whitespace-nowrap text-muted">
          {formats.relative(createdAt)}
        </time>
      ),
    },
  ];
}
