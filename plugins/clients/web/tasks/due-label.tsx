'use client';
import { CalendarClock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useFormats } from '@loctelli/core/web';

/** When a task is due, in words that name the zone. */
export function useDueText(dueAt: string | null): string {
  const t = useTranslations('clients.tasks');
  const formats = useFormats();
  return dueAt ? formats.dateTime(dueAt) : t('noDue');
}

/** When a task is due, marked once that has passed. */
export function DueLabel({ dueAt }: { dueAt: string | null }) {
  const text = useDueText(dueAt);
  const isLate = dueAt !== null && Date.parse(dueAt) < Date.now();
  return (
    <span className={`inline-flex min-h-6 items-center gap-1 ${isLate ? 'text-danger-text' : ''}`}>
      <CalendarClock aria-hidden className="size-3.5 shrink-0" />
      {dueAt ? <time dateTime={dueAt}>{text}</time> : text}
    </span>
  );
}
