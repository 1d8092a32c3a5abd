'use client';
import { useTranslations } from 'next-intl';
import { Badge, Link, useFormats, type Tone } from '@loctelli/core/web';
import type { Enrolment, EnrolmentStatus } from '../../contract.ts';
import { useNextText } from './use-next-text.ts';

const tones: Record<EnrolmentStatus, Tone> = { active: 'success', held: 'warning', completed: 'accent', stopped: 'neutral', failed: 'danger' };

export function EnrolmentStatusBadge({ status }: { status: EnrolmentStatus }) {
  const t = useTranslations('strategies.enrolments.states');
  return (
    <Badge dot tone={tones[status]}>
      {t(status)}
    </Badge>
  );
}

/** Why it ended, leading to where that can be seen. */
export function StopReason({ enrolment: { stopReason, stopHref } }: { enrolment: Pick<Enrolment, 'stopReason' | 'stopHref'> }) {
  const t = useTranslations('strategies.stops');
  if (!stopReason) return null;
  const text = t(stopReason);
  return stopHref ? (
    <Link href={stopHref} className="relative z-1 text-accent-text hover:underline">
      {text}
    </Link>
  ) : (
    text
  );
}

/** What comes next and when, with why it is later than it would be. */
export function NextStep({ enrolment }: { enrolment: Enrolment }) {
  const words = useNextText();
  const delays = useTranslations('strategies.delays');
  const t = useTranslations('strategies.enrolments');
  const formats = useFormats();
  const { next, nextAt, delay, status, endedAt } = enrolment;
  if (endedAt)
    return (
      <time dateTime={endedAt} title={formats.dateTime(endedAt)} className="text-muted">
        {t('endedAt', { when: formats.date(endedAt) })}
      </time>
    );
  return (
    <span className="block min-w-0">
      <span className="block truncate">{next ? words.step(enrolment) : t('afterLast')}</span>
      <span className="block text-xs text-muted">
        {status === 'held' ? t('isHeld') : nextAt ? <time dateTime={nextAt}>{words.when(nextAt)}</time> : delay !== 'task' && t('noTime')}
        {delay && status !== 'held' && <span className="block">{delays(delay)}</span>}
      </span>
    </span>
  );
}
