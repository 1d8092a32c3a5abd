'use client';
import { Suspense } from 'react';
import { clsx } from 'clsx';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useFormats } from '../../i18n/formats.ts';
import { late } from '../../slots/late.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { useLatePopup } from '../late-popup.ts';
import { isRunning, useJobs } from './use-jobs.ts';

const Panel = late(() => import('./jobs-panel.tsx'));

/** Says that something runs, from any page; not there while there is nothing to say. */
export default function JobsTray({ narrow, side }: { narrow?: boolean; side: 'top' | 'bottom' }) {
  const t = useTranslations('core.jobs');
  const formats = useFormats();
  const jobs = useJobs();
  const { button, wanted, popup } = useLatePopup('dialog', Panel.preload);
  if (jobs.length === 0) return null;
  const running = jobs.filter(isRunning);
  const failed = jobs.some(({ status }) => status === 'failed');
  const known = running.filter(({ total }) => total);
  const share = known.length > 0 && known.length === running.length ? known.reduce((sum, { processed }) => sum + processed, 0) / known.reduce((sum, { total }) => sum + total!, 0) : null;
  const text = running.length > 0 ? t('running', { count: running.length }) : t('ended', { count: jobs.length });
  return (
    <>
      <button
        type="button"
        {...button}
        aria-label={narrow ? text : undefined}
        title={narrow ? text : undefined}
        className={clsx('flex h-9 items-center gap-2.5 rounded-md text-sm text-muted transition-colors duration-150 hover:bg-hover hover:text-fg [&_svg]:size-4 [&_svg]:shrink-0', narrow ? 'w-9 justify-center' : 'w-full px-2.5')}
      >
        {running.length > 0 ? <Spinner /> : failed ? <CircleAlert aria-hidden className="text-danger-text" /> : <CircleCheck aria-hidden className="text-success-text" />}
        {!narrow && <span className="min-w-0 flex-1 truncate text-start">{text}</span>}
        {!narrow && share !== null && <span className="tabular-nums">{formats.number(share, { style: 'percent', maximumFractionDigits: 0 })}</span>}
      </button>
      {wanted && (
        <Suspense>
          <Panel {...popup} jobs={jobs} side={side} />
        </Suspense>
      )}
    </>
  );
}
