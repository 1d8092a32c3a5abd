'use client';
import { Popover } from '@base-ui/react/popover';
import { CircleAlert, CircleCheck, CircleSlash, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { BackgroundJob } from '@loctelli/core';
import { useFormats } from '../../i18n/formats.ts';
import { buttonClass } from '../../ui/button-class.ts';
import { cn } from '../../ui/cn.ts';
import { Link } from '../../ui/link.tsx';
import { popupClass } from '../../ui/popup.ts';
import { Progress } from '../../ui/progress.tsx';
import { useKindText } from '../bell/notification-text.ts';
import type { PopupState } from '../late-popup.ts';
import { isRunning, useDismissJob } from './use-jobs.ts';

const icons = {
  done: <CircleCheck aria-hidden className="text-success-text" />,
  failed: <CircleAlert aria-hidden className="text-danger-text" />,
  cancelled: <CircleSlash aria-hidden className="text-muted" />,
};

export default function JobsPanel({ open, onOpenChange, anchor, jobs, side }: PopupState & { jobs: BackgroundJob[]; side: 'top' | 'bottom' }) {
  const t = useTranslations('core.jobs');
  const ended = jobs.filter((job) => !isRunning(job));
  const dismiss = useDismissJob();
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} side={side} align="start" sideOffset={8} collisionPadding={8} className="z-10 outline-none">
          <Popover.Popup finalFocus={anchor} className={cn(popupClass, 'flex max-h-[min(28rem,var(--available-height))] w-[min(24rem,calc(100vw-1rem))] flex-col')}>
            <header className="flex min-h-12 items-center justify-between gap-3 border-b ps-4 pe-2">
              <Popover.Title className="font-semibold">{t('title')}</Popover.Title>
              {ended.length > 1 && (
                <button type="button" className={buttonClass('ghost', 'sm')} onClick={() => ended.forEach(({ id }) => dismiss.mutate(id))}>
                  {t('dismissAll')}
                </button>
              )}
            </header>
            <ul className="min-h-0 flex-1 divide-y overflow-y-auto">
              {jobs.map((job) => (
                <Job key={job.id} job={job} onOpen={() => onOpenChange(false)} onDismiss={() => dismiss.mutate(job.id)} />
              ))}
            </ul>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Job({ job, onOpen, onDismiss }: { job: BackgroundJob; onOpen: () => void; onDismiss: () => void }) {
  const t = useTranslations('core.jobs');
  const formats = useFormats();
  const label = useKindText('jobs')(job.kind, job.params);
  const open = job.href && (
    <Link href={job.href} onClick={onOpen} className={buttonClass('ghost', 'sm')}>
      {t('open')}
    </Link>
  );
  if (isRunning(job)) {
    const detail = job.total ? t('progress', { processed: job.processed, total: job.total }) : job.processed > 0 ? t('progressOpen', { processed: job.processed }) : t(job.status === 'queued' ? 'queued' : 'working');
    return (
      <li className="flex items-end gap-2 py-3 ps-4 pe-2">
        <div className="min-w-0 flex-1">
          <Progress label={label} value={job.total ? Math.min(1, job.processed / job.total) * 100 : null} detail={detail} />
        </div>
        {open}
      </li>
    );
  }
  return (
    <li className="flex items-center gap-2.5 py-2.5 ps-4 pe-2 [&>svg]:size-4 [&>svg]:shrink-0">
      {icons[job.status as keyof typeof icons]}
      <div className="min-w-0 flex-1">
        <p className="truncate">{label}</p>
        <p className="text-sm text-muted">
          {t(job.status)} · {formats.relative(job.finishedAt ?? job.createdAt)}
        </p>
      </div>
      {open}
      <button type="button" aria-label={t('dismiss', { name: label })} onClick={onDismiss} className={buttonClass('ghost', 'icon-sm', 'text-muted')}>
        <X aria-hidden />
      </button>
    </li>
  );
}
