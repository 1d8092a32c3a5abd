'use client';
import { useMemo } from 'react';
import { useTranslations } from 'next-intl';
import { useFormats } from '@loctelli/core/web';
import type { Enrolment } from '../../contract.ts';

/** Words for what comes next. Times name their zone. */
export function useNextText(): { step: (enrolment: Enrolment) => string; when: (at: string) => string } {
  const t = useTranslations('strategies');
  const formats = useFormats();
  return useMemo(
    () => ({
      step: ({ next }) => (next ? `${next.index + 1}. ${next.name || t(`editor.steps.kinds.${next.kind}`)}` : ''),
      when: (at) => (Date.parse(at) <= Date.now() ? t('enrolments.now') : formats.dateTime(at)),
    }),
    [t, formats],
  );
}
