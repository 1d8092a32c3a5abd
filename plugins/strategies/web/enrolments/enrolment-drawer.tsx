'use client';
import { useTranslations } from 'next-intl';
import { Button, Drawer, ErrorState, Facts, FormSkeleton, Link, useApiQuery, useFormats } from '@loctelli/core/web';
import type { EnrolmentFull } from '../../contract.ts';
import { strategies } from '../api.ts';
import { keys } from '../use-strategies.ts';
import { StepRuns } from './step-runs.tsx';
import { EnrolmentStatusBadge, NextStep, StopReason } from './status.tsx';
import { useEnrolmentActs } from './use-enrolment-acts.tsx';

/** One enrolment beside the list: where it stands, and every step that was carried out. */
export function EnrolmentDrawer({ enrolmentId, onClose }: { enrolmentId: number | null; onClose: () => void }) {
  const t = useTranslations('strategies.enrolments');
  const { data, error, refetch } = useApiQuery([...keys.enrolments, 'one', enrolmentId], () => strategies.getEnrolment(enrolmentId!), { enabled: enrolmentId !== null });
  const { actsOf, dialog } = useEnrolmentActs();
  const acts = data ? actsOf(data) : [];
  return (
    <>
      <Drawer
        open={enrolmentId !== null}
        onOpenChange={(open) => !open && onClose()}
        title={data?.clientName ?? t('one')}
        footer={
          acts.length > 0 && (
            <>
              {acts.map(({ id, label, icon, danger, onSelect }) => (
                <Button key={id} size="sm" variant={danger ? 'danger' : 'secondary'} onClick={onSelect}>
                  {icon}
                  {label}
                </Button>
              ))}
            </>
          )
        }
      >
        {data ? <Details enrolment={data} /> : error ? <ErrorState compact error={error} onRetry={() => void refetch()} /> : <FormSkeleton fields={5} />}
      </Drawer>
      {dialog}
    </>
  );
}

function Details({ enrolment }: { enrolment: EnrolmentFull }) {
  const t = useTranslations('strategies.enrolments');
  const list = useTranslations('strategies.list');
  const events = useTranslations('strategies.editor.triggers.events');
  const formats = useFormats();
  const { clientId, clientName, strategyId, strategyName, number, ownerName, source, cause, createdAt, repliedAt, bookedAt, wonAt, stopReason } = enrolment;
  const link = 'text-accent-text hover:underline';
  const came = [
    { label: list('replied'), at: repliedAt },
    { label: list('booked'), at: bookedAt },
    { label: list('won'), at: wonAt },
  ].filter(({ at }) => at !== null);
  return (
    <div className="flex flex-col gap-6">
      <Facts
        items={[
          { label: t('status'), value: <EnrolmentStatusBadge status={enrolment.status} /> },
          ...(stopReason ? [{ label: t('reason'), value: <StopReason enrolment={enrolment} /> }] : []),
          { label: t('next'), value: <NextStep enrolment={enrolment} /> },
          {
            label: t('client'),
            value: (
              <Link href={`/clients/${clientId}`} className={link}>
                {clientName}
              </Link>
            ),
          },
          {
            label: t('strategy'),
            value: (
              <Link href={`/strategies/${strategyId}`} className={link}>
                {t('strategyAt', { name: strategyName, number })}
              </Link>
            ),
          },
          { label: t('inNameOf'), value: ownerName },
          { label: t('source'), value: t(`sources.${source}`, { cause: events.has((cause ?? '').replace('.', '-')) ? events(cause!.replace('.', '-')) : (cause ?? '') }) },
          { label: t('since'), value: <time dateTime={createdAt}>{formats.dateTime(createdAt)}</time> },
          ...came.map(({ label, at }) => ({ label, value: <time dateTime={at!}>{formats.dateTime(at!)}</time> })),
        ]}
      />
      <section>
        <h3 className="mb-3 font-semibold">{t('runs')}</h3>
        {enrolment.runs.length === 0 ? <p className="text-muted">{t('noRuns')}</p> : <StepRuns runs={enrolment.runs} />}
      </section>
    </div>
  );
}
